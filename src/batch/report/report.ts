/**
 * `report.html`: what a job made of its input, in one file that loads nothing and runs nothing.
 *
 * Everything from pages is escaped, and should an escape be missing, the page's own policy forbids scripts.
 */
import {createHash} from 'node:crypto'
import {countTable, histogram, percent} from './charts.ts'
import {html, Markup, number} from '../../output/markup.ts'
import type {ReportData} from './reportCounts.ts'
import {ReportCounts} from './reportCounts.ts'
import type {Sample} from './sample.ts'
import {style} from './style.ts'
import {outcomes, type Totals} from './totals.ts'

export interface Report {
  /** Name of the output folder. */
  readonly folder: string
  /** Of the program and its model. */
  readonly version: string
  readonly totals: Totals
  readonly data: ReportData
  /** ISO 8601; left out where the report must be the same every time. */
  readonly ended?: string
  readonly seconds?: number
}

const shownHosts = 50
const shownRemoved = 50
const shownOthers = 40

export function reportPage(report: Report): string {
  const counts = new ReportCounts()
  counts.merge(report.data)
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`
  const sections: readonly (readonly [id: string, title: string, body: Markup])[] = [
    ['outcome', 'What became of the records', outcomeSection(report)],
    ['pages', 'Verdicts, types, languages', pagesSection(counts)],
    ['scores', 'Scores', scoresSection(report.data)],
    ['hosts', 'Hosts', hostsSection(counts)],
    ['removed', 'Most removed', removedSection(counts)],
    ['samples', 'Before and after', samplesSection(report.data)],
  ]
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${report.folder}: report of Boildown</title>
<style>${new Markup(style)}</style></head><body><a class="skip" href="#outcome">Skip to the figures</a>
<header><h1><bdi>${report.folder}</bdi></h1><p class="faint">${about(report)}</p>
<nav aria-label="Sections"><ul>${sections.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav></header>
<main>${sections.map(([id, title, body]) => html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${body}</section>
`)}</main></body></html>
`.text
}

function about({version, ended, seconds, totals}: Report): string {
  const parts = [`Boildown ${version}`]
  if (ended !== undefined) parts.push(`ended ${ended.slice(0, 19).replace('T', ' ')}`)
  if (seconds !== undefined && seconds > 0) parts.push(`${number(Math.round(seconds))} s`, `${number(Math.round((totals.ok + totals.empty + totals.rejected) / seconds))} pages a second`)
  return parts.join(' · ')
}

function outcomeSection({totals, data}: Report): Markup {
  const known = outcomes.map(({kind, label}) => [label, totals[kind]] as const)
  const sum = known.reduce((all, [, count]) => all + count, 0)
  const reasons = outcomes.flatMap(({kind, label}) => {
    const rows = Object.entries(totals.why[kind] ?? {}).sort((a, b) => b[1] - a[1]).slice(0, shownOthers)
    return [countTable({caption: `${label}: why`, what: 'reason', rows, total: totals[kind]})]
  })
  return html`<ul class="cards"><li><b>${sum}</b> records read</li>${known.map(([label, count]) => html`<li><b>${count}</b> ${label}</li>`)}</ul>
<p>${number(sum)} = ${known.map(([label, count]) => `${number(count)} ${label}`).join(' + ')}.</p>
<p>The pages held ${number(data.blocks)} blocks; ${number(data.dropped)} of them (${percent(data.dropped, data.blocks)}) were dropped. ${number(data.charactersIn)} characters or bytes came in, ${number(data.charactersOut)} were written (${percent(data.charactersOut, data.charactersIn)}), ${number(data.words)} words.</p>
<div class="columns">${reasons}</div>`
}

function pagesSection(counts: ReportCounts): Markup {
  const tables = ([['verdicts', 'Verdicts', 'verdict'], ['types', 'Kinds of page', 'type'], ['languages', 'Languages', 'language'], ['problems', 'Problems', 'problem'], ['masked', 'Masked', 'what']] as const)
    .map(([name, caption, what]) => countTable({caption, what, rows: counts.tops(name).sorted(shownOthers), total: name === 'problems' || name === 'masked' ? 0 : counts.tops(name).total}))
  return html`<div class="columns">${tables}</div>`
}

function scoresSection({scores, pages}: ReportData): Markup {
  const judged = scores.reduce((sum, count) => sum + count, 0)
  return judged === 0 ? html`<p>No page has a score: text and Markdown are not scored.</p>`
    : html`<p>The score is the word F1 to expect of a page, 0 to 1. ${number(judged)} of ${number(pages)} pages have one.</p>${histogram(scores)}`
}

function hostsSection(counts: ReportCounts): Markup {
  const hosts = counts.tops('hosts')
  return html`<p>${hosts.size > shownHosts ? `The ${shownHosts} with the most pages of ${number(hosts.size)} or more.` : `${number(hosts.size)} in all.`}</p>
${countTable({caption: 'Pages by host', what: 'host', rows: hosts.sorted(shownHosts), total: hosts.total})}`
}

function removedSection(counts: ReportCounts): Markup {
  return html`<p>Blocks that were dropped, by the number of pages they stood on; rare ones may be undercounted. What is content here is a mistake worth a rule of your own (--rules).</p>
${countTable({caption: 'Most removed blocks', what: 'text', rows: counts.tops('removed').sorted(shownRemoved), total: 0})}`
}

function samplesSection({samples}: ReportData): Markup {
  if (samples.length === 0) return html`<p>No page was cleaned.</p>`
  return html`<p>${String(samples.length)} pages, chosen by chance, the same in every run. Lines with − were dropped.</p>${samples.map((sample, i) => sampleMarkup(sample, i))}`
}

function sampleMarkup(sample: Sample, i: number): Markup {
  const {title, name, url, verdict, type, score, rejected, blocks, moreBlocks, markdown, isClipped} = sample
  const facts = [verdict, type, score === null ? null : `score ${score.toFixed(2)}`, rejected === undefined ? null : `rejected: ${rejected}`].filter(fact => fact !== null)
  const n = String(i + 1)
  return html`<details><summary><bdi>${title ?? name}</bdi> <span class="faint">${facts.join(' · ')}</span></summary><div><p class="faint"><bdi>${url ?? name}</bdi></p><div class="sides">
<div><h3 id="before-${n}">Before</h3><div class="scroll" tabindex="0" role="region" aria-labelledby="before-${n}"><ol class="blocks">${blocks.map(({alive, text}) => html`<li class="${alive ? 'kept' : 'dropped'}"><span>${alive ? '+' : '−'}</span><bdi>${text}</bdi></li>`)}</ol>${moreBlocks > 0 ? html`<p class="faint">and ${moreBlocks} more</p>` : html``}</div></div>
<div><h3 id="after-${n}">After</h3><div class="scroll" tabindex="0" role="region" aria-labelledby="after-${n}"><pre dir="auto">${markdown === '' ? '(nothing)' : markdown}</pre>${isClipped ? html`<p class="faint">cut off here</p>` : html``}</div></div></div></div></details>
`
}
