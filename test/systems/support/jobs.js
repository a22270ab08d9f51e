/** What tests of jobs share: corpora, jobs that are started, stopped and killed, and their rows. */
import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {gunzipSync} from 'node:zlib'
import {check, root} from '../system.js'

export const bin = join(root, 'bin/boildown.js')

const words = ['river', 'council', 'harbour', 'keeper', 'winter', 'bridge', 'letter', 'garden', 'market', 'signal', 'engine', 'valley', 'doctor', 'copper', 'island', 'morning']

/** A page that is told from all others; longer with `weight`. @param {number} i @param {number} [weight] */
export function pageOf(i, weight = 12) {
  let seed = i * 2654435761 % 4294967296
  const next = () => {
    seed = (seed * 1664525 + 1013904223) % 4294967296
    return words[Math.floor(seed / 4294967296 * words.length)]
  }
  const sentence = () => `The ${next()} of the ${next()} was late, and the ${next()} stood by the ${next()} until the ${next()} came back with the ${next()}.`
  const paragraphs = Array.from({length: weight}, () => `<p>${sentence()} ${sentence()} ${sentence()}</p>`).join('\n')
  return `<!doctype html><html lang="en"><head><title>Page ${i}</title></head><body><nav><a href="/">Home</a> <a href="/all">All</a></nav>`
    + `<article><h1>Page ${i}</h1><p>This is page number ${i} of the corpus, told from all others by its number.</p>${paragraphs}</article>`
    + '<footer>All rights reserved</footer></body></html>'
}

/** @param {string} file @param {{from?: number, count: number, weight?: number, more?: (i: number) => object}} options */
export function writeRecords(file, {from = 0, count, weight, more = () => ({})}) {
  const lines = Array.from({length: count}, (_, k) => JSON.stringify({id: `r${from + k}`, url: `https://h${(from + k) % 7}.example/${from + k}`, html: pageOf(from + k, weight), ...more(from + k)}))
  writeFileSync(file, `${lines.join('\n')}\n`)
}

/**
 * @param {readonly string[]} args
 * @param {{cwd: string, env?: Record<string, string>, node?: string}} options
 */
export function start(args, {cwd, env = {}, node = process.execPath}) {
  const child = spawn(node, [bin, ...args], {cwd, env: {...process.env, ...env}, stdio: ['ignore', 'pipe', 'pipe']})
  let stderr = ''
  let stdout = ''
  child.stderr.on('data', chunk => { stderr += chunk })
  child.stdout.on('data', chunk => { stdout += chunk })
  /** @type {Promise<{code: number | null, signal: string | null, stderr: string, stdout: string}>} */
  const ended = new Promise(resolve => child.on('close', (code, signal) => resolve({code, signal, stderr, stdout})))
  return {child, ended, said: () => stderr}
}

/** Runs to its end. @param {readonly string[]} args @param {{cwd: string, env?: Record<string, string>, code?: number, node?: string}} options */
export async function finish(args, {code = 0, ...options}) {
  const end = await start(args, options).ended
  check(end.code === code, `${args.join(' ')} ended with ${end.code ?? end.signal}, not ${code}\n${end.stderr.slice(-3000)}`)
  return end
}

/** Lines of the shards, decompressed, by shard. @param {string} folder @returns {Map<string, string[]>} */
export function shardRows(folder) {
  return new Map(visible(folder).filter(name => name.endsWith('.ndjson.gz')).map(name => [name, lines(gunzipSync(readFileSync(join(folder, name))).toString())]))
}

/** Everything but the timings: shards, trees, errors. @param {string} folder */
export function contentHash(folder) {
  const hash = createHash('sha256')
  for (const name of visible(folder)) {
    if (name === '_manifest.json' || name === 'report.html') continue
    const bytes = readFileSync(join(folder, name))
    hash.update(`${name}\0`).update(name.endsWith('.gz') ? gunzipSync(bytes) : bytes)
  }
  return hash.digest('hex')
}

/** Files a user sees, relative paths in order. @param {string} folder @returns {string[]} */
export function visible(folder) {
  return readdirSync(folder, {recursive: true}).map(String).filter(name => !name.startsWith('.boildown') && statSync(join(folder, name)).isFile()).sort()
}

/** Nothing half-written is left. @param {string} folder */
export function checkWhole(folder) {
  const partial = readdirSync(folder, {recursive: true}).map(String).filter(name => /tmp$|\.rows$|\.mark$|\.part$|lock/u.test(relative('.', name)))
  check(partial.length === 0, `left behind: ${partial.join(', ')}`)
}

/** @param {string} folder @returns {Record<string, any>} */
export function statsOf(folder) {
  const stats = JSON.parse(readFileSync(join(folder, '_stats.json'), 'utf8'))
  const {ok, empty, rejected, duplicate, error, skipped} = stats
  check(stats.in === ok + empty + rejected + duplicate + error + skipped, `the sums do not add up: ${JSON.stringify(stats)}`)
  return stats
}

/** @param {string} folder @param {string} [name] @returns {Record<string, any>[]} */
export function rowsIn(folder, name = '_errors.ndjson') {
  return lines(readFileSync(join(folder, name), 'utf8')).map(line => JSON.parse(line))
}

/** Processes whose parent it is, by number. @param {number} pid @returns {number[]} */
export function childrenOf(pid) {
  const task = `/proc/${pid}/task/${pid}/children`
  return existsSync(task) ? readFileSync(task, 'latin1').trim().split(' ').filter(Boolean).map(Number) : []
}

/** @param {number} milliseconds */
export const wait = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds))

/** @param {() => unknown} claim @param {string} what @param {number} [patience] milliseconds */
export async function until(claim, what, patience = 60_000) {
  for (const started = performance.now(); !claim(); await wait(5)) check(performance.now() - started < patience, `it never came to this: ${what}`)
}

/** @param {string} text */
function lines(text) {
  return text.split('\n').filter(line => line !== '')
}
