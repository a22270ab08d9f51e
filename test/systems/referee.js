/**
 * The bench agrees with the referee's scorer, figure by figure to three decimals, on the same predictions.
 *
 * Needs python3, the labelled sets and the scorer beside them (../shared/data, ../shared/bench).
 */
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {encodingSet} from '../../bench/decoding.js'
import {startEngine} from '../../bench/engines/engine.js'
import {scoreSet} from '../../bench/score/set.js'
import {dataFolder, pages, scoredSets, setsIn} from '../../bench/sets.js'
import {Missing, check, inTemporaryFolder, run} from './system.js'

/** Slow engines see every page of small sets and a part of large ones; scores must agree on any part. */
const slowPages = 150

export async function test() {
  const data = dataFolder(process.env.BOILDOWN_DATA)
  const scorer = join(data, '..', 'bench', 'evalkit.py')
  if (!existsSync(scorer)) throw new Missing('the referee’s scorer beside the labelled sets')
  // Decoding is ours alone to score.
  const there = setsIn(data).filter(name => scoredSets.includes(name) && name !== encodingSet)
  if (!there.length) throw new Missing('labelled sets')
  const contenders = {nothing: await startEngine('nothing'), readability: await startEngine('readability'), echo}
  for (const set of there) {
    for (const [name, engine] of Object.entries(contenders)) {
      const {gold, predictions} = await predict({set, data, engine, limit: name === 'readability' ? slowPages : Infinity})
      await inTemporaryFolder(folder => {
        const theirs = refereeScores({folder, scorer, set, gold, predictions})
        const ours = scoreSet(set, gold, predictions)
        const wrong = differences(theirs, ours, '')
        check(wrong.length === 0, `${set}, ${name}: ${wrong.join('; ')}`)
        console.log(`  ${set}, ${name}: ${gold.size} pages, ${figures(theirs)} figures agree`)
      })
    }
  }
}

/** @typedef {(html: string, url: string | undefined, gold: import('../../bench/score/set.js').Gold) => any} Predictor */

/** @param {{set: string, data: string, engine: Predictor, limit: number}} what */
async function predict({set, data, engine, limit}) {
  const gold = new Map()
  const predictions = new Map()
  for await (const page of pages(set, data)) {
    if (gold.size >= limit) break
    const {id, url} = page.gold
    gold.set(id, page.gold)
    try {
      predictions.set(id, {id, ...await engine(page.html, url ?? undefined, page.gold)})
    } catch (error) {
      predictions.set(id, {id, markdown: '', error: String(error)})
    }
  }
  return {gold, predictions}
}

/** The gold with damage of many kinds, so that every metric sees hits, near hits and misses. @type {Predictor} */
function echo(html, _url, gold) {
  const n = html.length
  const body = String(gold.markdown ?? gold.text ?? (gold.with ?? []).join(' \n'))
  const parts = body.split('\n')
  const markdown = parts.filter((_, i) => (i + n) % 7).join(n % 2 ? '\n' : '\n\n- ') + (n % 3 ? '' : `\n\n${(gold.without ?? []).join(' ')} ## *x*\n| a | b |\n`)
  const title = String(gold.title ?? '')
  const day = String(gold.date ?? '').slice(0, 10)
  return {
    markdown,
    title: [title, title.toUpperCase(), `${title} – Site`, '', title.replaceAll("'", '’')][n % 5],
    author: [gold.author, [gold.author, 'Jane Roe'], `By ${gold.author}`, null, `${gold.author} and others`][n % 5],
    date: [day, `${day}T10:00:00Z`, 'May 5, 2020', day.replace(/\d$/u, '1'), null, '3. Mai 2019', '2 March 2018'][n % 7],
    sitename: n % 2 ? gold.sitename : 'Site',
  }
}

/** @param {{folder: string, scorer: string, set: string, gold: Map<string, any>, predictions: Map<string, any>}} what */
function refereeScores({folder, scorer, set, gold, predictions}) {
  mkdirSync(join(folder, set))
  const write = (/** @type {string} */ path, /** @type {Iterable<any>} */ rows) => {
    writeFileSync(path, [...rows].map(row => `${JSON.stringify(row)}\n`).join(''))
  }
  write(join(folder, set, 'gold.ndjson'), gold.values())
  write(join(folder, 'predictions.ndjson'), predictions.values())
  run('python3', [scorer, 'score', '--data', join(folder, set), '--pred', join(folder, 'predictions.ndjson'), '--json', join(folder, 'scores.json')])
  return JSON.parse(readFileSync(join(folder, 'scores.json'), 'utf8'))[0]
}

/** Not figures of the answer: the file's name, and how far a bootstrap by a random generator spreads. */
const leftOut = new Set(['pred', 'f1_std'])

/** @param {any} theirs @param {any} ours @param {string} path @returns {string[]} */
function differences(theirs, ours, path) {
  return Object.entries(theirs).filter(([key]) => !leftOut.has(key)).flatMap(([key, value]) => {
    const at = `${path}${key}`
    const mine = ours?.[key]
    if (typeof value === 'object' && value !== null) return differences(value, mine, `${at}.`)
    // Theirs is rounded to four decimals.
    const same = typeof value === 'number' ? Math.abs(value - mine) <= 0.00006 : value === (mine ?? null)
    return same ? [] : [`${at} is ${value}, ours ${mine}`]
  })
}

/** @param {any} scores @returns {number} */
function figures(scores) {
  return Object.entries(scores).reduce((sum, [key, value]) => sum
    + (leftOut.has(key) ? 0 : typeof value === 'object' && value !== null ? figures(value) : typeof value === 'number' ? 1 : 0), 0)
}
