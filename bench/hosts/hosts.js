/**
 * What knowing the hosts is worth, on the hosts of wcxb-dev with at least three pages: judged by the model that never
 * saw the site, with and without what the host's pages repeat. Text: lines labelled boilerplate or content that are
 * gone; HTML: word F1.
 */
import {readFileSync} from 'node:fs'
import {siteOf} from '../../train/sites.js'
import {foldJudges} from '../cv/judges.js'
import {dist} from '../engines/dist.js'
import {wordScore} from '../score/content.js'
import {plainText} from '../score/plain.js'
import {pages} from '../sets.js'

const fewest = 3
const holds = /[^\s\u001c-\u001f\u0085]|\ufeff/u
const folds = new URL('../../train/folds/', import.meta.url)

/** @param {string} data @returns {Promise<{text: object, html: object}>} */
export async function hostsFigures(data) {
  const files = ['clean.js', 'options.js', 'input/read.js', 'input/drivers.js', 'hosts/learnHosts.js', 'hosts/hostOf.js', 'judge/judge.js', 'judge/text/textJudge.js']
  const [{finish}, {settle}, {drive, open}, {loadDrivers}, {LearntHosts}, {hostOf}, {createJudge}, {createTextJudge}] = await Promise.all(files.map(file => dist(file)))
  const judgeOf = foldJudges(createJudge)
  const textJudgeOf = textJudges(createTextJudge)

  /** @param {string} set @param {'html' | 'text'} from @param {(page: any, without: any, with_: any) => void} compare */
  async function each(set, from, compare) {
    const settings = settle({title: 'drop', trace: true, from})
    const drivers = await loadDrivers(settings, [from])
    const read = (/** @type {any} */ page) => drive(open(from === 'text' ? page.gold.text : page.html, {url: page.gold.url}, settings), {settings, drivers})
    for (const group of await byHost(set, data, hostOf)) {
      const hosts = new LearntHosts(1)
      for (const page of group) hosts.add(read(page).page)
      for (const page of group) {
        const finishing = {settings, judge: judgeOf(page.gold.url), textJudge: textJudgeOf(page.gold.url)}
        compare(page, finish(read(page), finishing), finish(read(page), {...finishing, hosts}))
      }
    }
  }

  const text = {hosts: 0, pages: 0, boilerplate: 0, content: 0, without: {boilerplate: 0, content: 0}, with: {boilerplate: 0, content: 0}}
  text.hosts = (await byHost('text-wcxb-dev', data, hostOf)).length
  await each('text-wcxb-dev', 'text', ({gold}, without, with_) => {
    text.pages++
    for (const [name, result] of [['without', without], ['with', with_]]) {
      const gone = goneLines(gold, result)
      const sums = name === 'with' ? text.with : text.without
      for (const [i, label] of [...gold.labels].entries()) if (gone[i]) sums[label === 'B' ? 'boilerplate' : 'content'] += label === 'B' || label === 'C' ? 1 : 0
    }
    text.boilerplate += [...gold.labels].filter(label => label === 'B').length
    text.content += [...gold.labels].filter(label => label === 'C').length
  })
  const html = {pages: 0, without: 0, with: 0}
  await each('wcxb-dev', 'html', ({gold}, without, with_) => {
    html.pages++
    html.without += wordScore(plainText(without.markdown), gold.text).f1
    html.with += wordScore(plainText(with_.markdown), gold.text).f1
  })
  return {text: shares(text), html: {pages: html.pages, without: html.without / html.pages, with: html.with / html.pages}}
}

/** @param {{hosts: number, pages: number, boilerplate: number, without: {boilerplate: number, content: number}, with: {boilerplate: number, content: number}}} sums */
function shares({hosts, pages: count, boilerplate, ...both}) {
  const of = (/** @type {{boilerplate: number, content: number}} */ gone) => ({removed: gone.boilerplate / boilerplate, precision: gone.boilerplate / (gone.boilerplate + gone.content)})
  return {hosts, pages: count, lines: boilerplate, without: of(both.without), with: of(both.with)}
}

/** Pages of hosts that have enough of them. @param {string} set @param {string} data @param {(url: string) => string | undefined} hostOf @returns {Promise<any[][]>} */
async function byHost(set, data, hostOf) {
  /** @type {Map<string, any[]>} */
  const hosts = new Map()
  for await (const page of pages(set, data)) {
    const host = hostOf(/** @type {any} */ (page.gold).url)
    if (host !== undefined) hosts.set(host, [...hosts.get(host) ?? [], page])
  }
  return [...hosts.values()].filter(group => group.length >= fewest)
}

/** Of each line that holds something: is it gone? A line goes with the block it begins in. @param {any} gold @param {any} result @returns {boolean[]} */
function goneLines({text}, {trace, blocks}) {
  const out = []
  let at = 0
  let block = 0
  for (const line of text.split('\n')) {
    while (block + 1 < trace.page.blocks.length && trace.page.blocks[block + 1].from <= at) block++
    if (holds.test(line)) out.push(blocks[block]?.alive === false)
    at += line.length + 1
  }
  return out
}

/** @param {(packed: any) => any} createTextJudge */
function textJudges(createTextJudge) {
  /** @type {Record<string, number>} */
  const foldOf = JSON.parse(readFileSync(new URL('text-sites.json', folds), 'utf8'))
  /** @type {Map<number, any>} */
  const judges = new Map()
  return (/** @type {string} */ url) => {
    const fold = foldOf[siteOf(url)] ?? 0
    if (!judges.has(fold)) judges.set(fold, createTextJudge(JSON.parse(readFileSync(new URL(`text-${fold}.json`, folds), 'utf8'))))
    return judges.get(fold)
  }
}

/** @param {any} figures */
export function hostsReport({text, html}) {
  const percent = (/** @type {number} */ share) => `${(100 * share).toFixed(1)} %`
  return [
    `text: ${text.hosts} hosts, ${text.pages} pages, ${text.lines} boilerplate lines`,
    `  without hosts  removed ${percent(text.without.removed)}, precision ${percent(text.without.precision)}`,
    `  with hosts     removed ${percent(text.with.removed)}, precision ${percent(text.with.precision)}`,
    `HTML: ${html.pages} pages, word F1 without hosts ${html.without.toFixed(4)}, with ${html.with.toFixed(4)}`,
  ].join('\n')
}
