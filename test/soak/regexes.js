/**
 * `npm run soak` and `npm run test:systems -- regexes`: every regular expression of the sources before an analyser
 * (recheck), and on attacks of doubling length: those the analyser proposes, and those made from its own parts.
 *
 * The analyser and the parsers are installed into the cache at fixed versions, and are no dependency of the project.
 */
import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {Worker} from 'node:worker_threads'
import {accepted} from './regexesAccepted.js'
import {attacksOn} from './regexAttacks.js'
import {literals, made, packageIn} from './regexLiterals.js'

/** @typedef {import('./regexLiterals.js').Found} Found */
/** @typedef {{ms: number, size: number, growth: number, attack?: import('./regexAttacks.js').Attack}} Timed */
/** @typedef {{status: string, summary: string, attacks: import('./regexAttacks.js').Attack[]}} Verdict */

const folder = fileURLToPath(new URL('../../.cache/regexes/', import.meta.url))
const dist = fileURLToPath(new URL('../../dist/', import.meta.url))
const versions = {'@eslint-community/regexpp': '4.12.2', acorn: '8.15.0', recheck: '4.5.0'}

/** Milliseconds the analyser may take for each: most are settled in ten. Verdicts are kept. Chosen. */
const patience = {quick: 100, whole: 500}
/** Characters of the longest attack: a square shows at the first, a bounded repetition that costs too much at the second. */
const longest = {quick: 16_384, whole: 65_536}
/** Time may grow by this factor where the length doubles; and what 1,000 characters may cost, in milliseconds. Chosen. */
const growthAllowed = 2.8
const costAllowed = 3
/** What an accepted one may cost on the longest text it gets, in milliseconds. Chosen. */
const acceptedCost = 50
/** Milliseconds after which a thread counts as hanging. */
const hangsAfter = 20_000

/** @param {{quick?: boolean}} [options] @returns {Promise<string[]>} what is wrong */
export async function regexes({quick = false} = {}) {
  install()
  const found = await collected()
  const analyse = analyser(quick ? patience.quick : patience.whole)
  const parser = new (packageIn(folder, '@eslint-community/regexpp').RegExpParser)({ecmaVersion: 2025})
  const timer = new Timer()
  const wrong = []
  const used = new Set()
  const counts = {analysed: 0, undecided: 0, attacks: 0}
  for (const regex of found) {
    const {source, flags, file, line} = regex
    const verdict = analyse(regex)
    counts[verdict.status === 'unknown' ? 'undecided' : 'analysed']++
    const exception = accepted.find(row => row.source === source)
    if (exception) used.add(exception)
    const attacks = [...verdict.attacks, ...attacksOn(regex, parser)]
    counts.attacks += attacks.length
    const most = exception?.most ?? (quick ? longest.quick : longest.whole)
    const timed = attacks.length === 0 ? {ms: 0, size: 0, growth: 0} : await timer.time({source, flags, attacks, most})
    const complaint = complaintOf(verdict, timed, exception !== undefined)
    if (complaint !== '') wrong.push(`${file}${line > 0 ? `:${line}` : ' (made of text)'} /${source.slice(0, 200)}/${flags}: ${complaint}`)
  }
  await timer.end()
  analyse.keep()
  for (const row of accepted) if (!used.has(row)) wrong.push(`accepted, but there is no such expression any more: /${row.source}/`)
  console.log(`${found.length} regular expressions, ${counts.analysed} decided by the analyser, ${counts.undecided} by attacks alone; ${counts.attacks} attacks`)
  return wrong
}

/** @param {Verdict} verdict @param {Timed} timed @param {boolean} isAccepted */
function complaintOf(verdict, {ms, size, growth, attack}, isAccepted) {
  const on = attack === undefined ? '' : ` on ${JSON.stringify(attack)}`
  const took = `${ms.toFixed(0)} ms for ${size} characters, ×${growth.toFixed(1)} for twice as many${on}`
  if (isAccepted) return ms > acceptedCost ? `accepted for short texts, and slow on them: ${took}` : ''
  if (growth > growthAllowed || ms / Math.max(1000, size) * 1000 > costAllowed) return took
  return verdict.status === 'vulnerable' ? `the analyser says ${verdict.summary}; attacks show ${took}` : ''
}

function install() {
  mkdirSync(folder, {recursive: true})
  const manifest = `${JSON.stringify({private: true, dependencies: versions}, null, 2)}\n`
  const file = `${folder}package.json`
  if (existsSync(file) && readFileSync(file, 'utf8') === manifest && existsSync(`${folder}node_modules/recheck`)) return
  writeFileSync(file, manifest)
  // Its native builds are optional: the one in JavaScript is enough.
  const {status, stderr} = spawnSync('npm', ['install', '--ignore-scripts', '--omit=optional', '--no-audit', '--no-fund', '--prefix', folder], {encoding: 'utf8'})
  if (status !== 0) throw new Error(`npm could not install the analyser: ${stderr.slice(0, 500)}`)
}

/** @returns {Promise<Found[]>} */
async function collected() {
  const written = literals(dist, packageIn(folder, 'acorn'))
  const pages = ['<title>A dam | The Paper</title><p class="byline">By Ann Smith</p><p>The river had been rising for three days.</p>', '# A dam\n\n<div>The river had been rising.</div>\n', 'A DAM\n\nThe river had been rising for three days.\n']
  const fromText = await made(dist, async () => {
    const {createCleaner} = await import(`${dist}index.js`)
    const cleaner = await createCleaner()
    for (const page of pages) cleaner.clean(page, {url: 'https://example.org/a'})
  })
  const known = new Set(written.map(({source, flags}) => `/${source}/${flags}`))
  return [...written, ...fromText.filter(({source, flags}) => !known.has(`/${source}/${flags}`))]
}

/** @param {number} timeout @returns {((regex: Found) => Verdict) & {keep(): void}} */
function analyser(timeout) {
  const {checkSync} = packageIn(folder, 'recheck/lib/browser.js')
  const file = `${folder}verdicts-${versions.recheck}.json`
  /** @type {Record<string, Verdict>} */
  const kept = Object.assign(Object.create(null), existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {})
  /** @param {Found} regex */
  const analyse = ({source, flags}) => {
    const key = `/${source}/${flags} ${timeout}`
    // What takes long and is settled need not be asked again, whatever time it had.
    return kept[`/${source}/${flags}`] ?? (kept[key] ??= decided(checkSync(source, flags, {timeout, skipRecall: true, randomSeed: 1}), verdict => { kept[`/${source}/${flags}`] = verdict }))
  }
  return Object.assign(analyse, {keep: () => writeFileSync(file, JSON.stringify(kept, null, 1))})
}

/** @param {any} answer @param {(verdict: Verdict) => void} settled @returns {Verdict} */
function decided({status, complexity, attack}, settled) {
  const pumps = /** @type {{prefix: string, pump: string}[]} */ (attack?.pumps ?? [])
  const attacks = pumps.map(({prefix, pump}, i) => ({
    lead: pumps.slice(0, i).map(each => each.prefix + each.pump).join('') + prefix, pump,
    end: pumps.slice(i + 1).map(each => each.prefix + each.pump).join('') + (attack.suffix ?? ''),
  })).filter(({pump}) => pump !== '')
  const verdict = {status, summary: complexity?.summary ?? '', attacks}
  if (status !== 'unknown') settled(verdict)
  return verdict
}

/** A thread that is given up when it hangs. */
class Timer {
  /** @type {Worker | undefined} */
  #thread

  /** @param {{source: string, flags: string, attacks: object[], most: number}} task @returns {Promise<Timed>} */
  time(task) {
    const thread = this.#thread ??= new Worker(new URL('regexTimer.js', import.meta.url))
    return new Promise((resolve, reject) => {
      const settle = (/** @type {Timed} */ timed) => {
        clearTimeout(patience)
        thread.off('error', reject)
        resolve(timed)
      }
      const patience = setTimeout(() => {
        this.#thread = undefined
        thread.off('message', settle)
        settle({ms: hangsAfter, size: 0, growth: Infinity})
        void thread.terminate()
      }, hangsAfter)
      thread.once('message', settle)
      thread.once('error', reject)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
      thread.postMessage(task)
    })
  }

  async end() {
    await this.#thread?.terminate()
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wrong = await regexes({quick: process.argv.includes('--quick')})
  for (const line of wrong) console.log(`FAILED ${line}`)
  process.exitCode = wrong.length > 0 ? 1 : 0
}
