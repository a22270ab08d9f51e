import {layoutTables} from '../markdown/table.ts'
import type {Block} from '../page/page.ts'
import type {Result, Trace} from '../result.ts'
import {fates} from './fates.ts'
import type {Fate} from './fates.ts'
import {elementOf, Legend} from './legend.ts'
import {printable} from './printable.ts'
import {clipped, otherLine, plain, quoted, why, type Colours} from './reasons.ts'

export type {Colours} from './reasons.ts'

const reasonWidth = 44

/**
 * Why each block was kept or dropped, one line a block, other decisions about it indented below.
 *
 * @param result - made with `trace: true`.
 * @throws {TypeError} if the result has no trace.
 */
export function explain(result: Result, colours: Colours = plain): string {
  const trace = result.trace
  if (!trace) throw new TypeError('explain needs a result made with the option trace: true')
  const lines = heading(result, trace, colours)
  const legend = new Legend()
  fates(trace.decisions, trace.page.blocks.length).forEach((fate, i) => {
    lines.push(blockLine({index: i, fate, alive: result.blocks[i]?.alive ?? fate.holds?.verdict !== 'drop', trace}, colours))
    const causes = causesOf(trace, i, legend)
    const element = fate.holds === undefined ? '' : elementOf(trace, fate.holds, i)
    if (element !== '') lines.push(`           ${colours.faint(`element: ${printable(element)}`)}`)
    if (causes !== '') lines.push(`           ${colours.faint(`because: ${causes}`)}`)
    for (const decision of fate.others) lines.push(`           ${otherLine(decision, trace, colours)}`)
    if (fate.unlisted > 0) lines.push(`           ${colours.faint(`and ${fate.unlisted} more`)}`)
  })
  for (const problem of result.problems) lines.push(`${colours.changed('problem')} ${problem.code}: ${printable(problem.message)}`)
  lines.push(...legend.lines().map(colours.faint))
  return lines.join('\n') + '\n'
}

function heading(result: Result, trace: Trace, colours: Colours): string[] {
  const {title, url, urlSource} = result.metadata
  const kept = result.blocks.filter(block => block.alive).length
  const lines = [`read as ${trace.page.origin}: ${printable(withoutPrefix(trace.sniffed, `${trace.page.origin}: `))}`]
  if (url !== null) lines.push(`address ${printable(url)}${urlSource === null ? '' : ` (${urlSource})`}`)
  if (title !== null) lines.push(`title   ${printable(clipped(title))}`)
  if (trace.judgement !== undefined) {
    const {type, score, threshold, model} = trace.judgement
    lines.push(`judge   ${type}, expected F1 ${score.toFixed(2)}, content from ${threshold.toFixed(2)} on ${colours.faint(`model ${model}`)}`)
  }
  lines.push(...surroundings(trace, colours))
  for (const {kind, count} of trace.page.repairs) lines.push(`repair  ${printable(kind)} ${colours.faint(`× ${count}`)}`)
  for (const line of layouts(trace, colours)) lines.push(line)
  if (trace.page.truncated) lines.push(colours.changed(`cut off at limits.${trace.page.truncated}`))
  lines.push(`blocks  ${trace.page.blocks.length}: ${colours.kept(`${kept} kept`)}, ${colours.dropped(`${result.blocks.length - kept} dropped`)}`, '')
  return lines
}

/** Blocks of a site's interface that are named. */
const shownChrome = 3

/** Whether the page is about templates, and whether a text has a site around it: what the rules are told before they judge. */
function surroundings({page, lines: judged, templates}: Trace, {faint}: Colours): string[] {
  const lines: string[] = []
  if (templates !== undefined && templates.value > 0) lines.push(`about templates or code ${templates.value.toFixed(2)} ${faint(printable(templates.signs.join('; ')))}`)
  if (judged !== undefined) {
    const named = judged.chrome.slice(0, shownChrome).map(i => quoted(page.blocks[i].text)).join(', ')
    lines.push(`site    ${judged.hasChrome ? 'yes, its ends are judged' : 'no, nothing around the text is judged'}: ${judged.chrome.length} lines of a site's interface ${faint(named)}`.trimEnd())
  }
  return lines
}

/** Layout tables shown; more are counted. */
const shownLayouts = 5

/** Tables whose cells are written as if they stood one below the other. */
function layouts({page}: Trace, {faint}: Colours): string[] {
  const tables = layoutTables(page, page.origin === 'markdown')
  const lines = tables.slice(0, shownLayouts).map(({region, why}) => {
    const {from, to} = page.regions[region]
    return `layout  table of ${to - from === 1 ? `block ${from}` : `blocks ${from} to ${to - 1}`} ${faint(why)}`
  })
  return tables.length > shownLayouts ? [...lines, faint(`        and ${tables.length - shownLayouts} more`)] : lines
}

/** The three features that moved the judge most, in log-odds; '' for a block that was not judged. */
function causesOf({judgement}: Trace, block: number, legend: Legend): string {
  if (judgement === undefined || judgement.probability[block] < 0) return ''
  return judgement.causes(block).slice(0, 3).map(({name, meaning, value, odds}) => {
    legend.add(name, meaning)
    return `${name} ${Number(value.toFixed(2))} (${odds < 0 ? '' : '+'}${odds.toFixed(1)})`
  }).join(', ')
}

function withoutPrefix(text: string, prefix: string): string {
  return text.startsWith(prefix) ? text.slice(prefix.length) : text
}

interface Line { readonly index: number; readonly fate: Fate; readonly alive: boolean; readonly trace: Trace }

function blockLine({index, fate, alive, trace}: Line, colours: Colours): string {
  const block = trace.page.blocks[index]
  const verdict = alive ? colours.kept('keep') : colours.dropped('drop')
  const reason = fate.holds === undefined ? '(no decision)' : why(fate.holds)
  const kind = block.kind + (block.level > 0 ? ` ${block.level}` : '')
  return `${String(index).padStart(5)} ${verdict} ${kind.padEnd(10)} ${reason.padEnd(reasonWidth)} ${excerpt(block)}`.trimEnd()
}

function excerpt(block: Block): string {
  const text = block.text === '' ? (block.marks.find(mark => mark.kind === 'image')?.attrs['alt'] ?? '') : block.text
  return text === '' ? '' : quoted(text)
}
