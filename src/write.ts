/** From a judged page to the result: where the title stands, what is written, what went wrong. */
import {commentsOf} from './comments.ts'
import {candidatesOf, rawFacts} from './metadata/candidates.ts'
import {render, type Rendered} from './markdown/render.ts'
import {markdownHazard} from './input/markdown/hazard.ts'
import type {Difference, Verify} from './markdown/verify.ts'
import {labelledLines, textOf} from './labelled.ts'
import type {DataSource} from './hydration/hydration.ts'
import type {Lazy} from './lazy.ts'
import {hiddenTextMessage, hiddenTextOf} from './metadata/hiddenText.ts'
import {metadata} from './metadata/metadata.ts'
import {folded} from './metadata/title.ts'
import type {Settings} from './options.ts'
import {deletionProblem} from './passes/deletionProblem.ts'
import {ruledTitle} from './passes/selectors.ts'
import type {Judgement} from './page/judgement.ts'
import type {LineJudgement} from './page/lineJudgement.ts'
import {templateEvidence} from './passes/templatePrior.ts'
import type {Ledger, Role} from './page/ledger.ts'
import type {Page} from './page/page.ts'
import type {Problem} from './problem.ts'
import type {Metadata, Quality, Result} from './result.ts'
import type {Read} from './input/read.ts'
import {keptWords} from './verdict/keptWords.ts'
import {refusalOf} from './verdict/refusal.ts'
import {verdictOf} from './verdict/verdict.ts'

interface Writing {
  readonly settings: Settings
  readonly fragment: boolean
  readonly judgement?: Judgement | undefined
  readonly lines?: LineJudgement | undefined
  /** Hash of the model that judged. */
  readonly model?: string | undefined
  readonly verify?: Verify | undefined
  readonly lazy?: Lazy | undefined
  /** The ledger is of a second page, made of the first one's data. */
  readonly dataSource?: DataSource | undefined
  /** What was known of hosts when the page was judged. */
  readonly hosts?: Result['hosts'] | undefined
}

export function write(read: Read, ledger: Ledger, {settings, fragment, judgement, lines, model, verify, lazy, dataSource, hosts}: Writing): Result {
  const {page} = ledger
  const {problems, sniffed, urlSource, selected, arrival} = read
  const alive = (block: number): boolean => ledger.alive(block)
  const words = Math.round(keptWords(ledger))
  const known = own(metadata(read.page, {urlSource, text: page, alive, words, headers: arrival?.headers, encoding: arrival?.encoding, domainOf: lazy?.domainOf}))
  const title = ruledTitle(read.page, selected) ?? known.title
  const facts = {...known, title: own(title ?? titleBlockText(page, ledger))}
  const quality = fragment ? unjudged : qualityOf(ledger, {judgement, title, status: arrival?.status})
  const refusal = refusalOf(settings, facts.reservations, quality)
  const rendered = rendering(page, ledger, {settings, fragment, title})
  const hidden = hiddenTextOf(read.page)
  const blocks: Result['blocks'] = page.blocks.map(settings.labels
    ? ({kind}, i) => ({role: roleOf(ledger, i), alive: ledger.alive(i), kind, text: textOf(ledger, i)})
    : ({kind}, i) => ({role: roleOf(ledger, i), alive: ledger.alive(i), kind}))
  return {
    markdown: refusal === undefined && settings.labels ? labelledLines(blocks.map(({role, alive, text = ''}) => ({role, alive, text}))) : refusal === undefined ? [frontMatterOf(read, facts, rendered.markdown === '' ? undefined : lazy), rendered.markdown].filter(part => part !== '').join('\n') : '',
    metadata: facts,
    comments: fragment || refusal !== undefined ? null : commentsOf(page, ledger, {settings, type: judgement?.type}),
    quality,
    model: model ?? null,
    ...(hosts === undefined ? {} : {hosts}),
    problems: [
      ...(refusal === undefined ? [] : [refusal]), ...problems, ...(dataSource === undefined ? [] : [fromData(dataSource)]), ...(hidden === undefined ? [] : [{code: 'hidden-text' as const, message: hiddenTextMessage(hidden)}]),
      ...(problems.some(({code}) => code === 'not-text') ? [{code: 'no-content' as const, message: 'nothing of the input is text'}] : found(page, rendered, ledger)), ...deletionProblem(page, ledger, judgement), ...(rendered.markdown === '' && quality.verdict === 'app-shell' ? [needsScripts(quality)] : []), ...(verify === undefined ? [] : readBack(verify, {...rendered, options: {...settings, ...settings.markdown, exact: fragment || page.origin === 'markdown'}}, {page, ledger})),
    ],
    blocks,
    ...(settings.trace ? {trace: {page, decisions: ledger.decisions, map: refusal === undefined && !settings.labels ? rendered.map : [], sniffed, judgement, lines, templates: templateEvidence(page), candidates: candidatesOf(read.page), raw: rawFacts(read.page)}} : {}),
  }
}

const unjudged: Quality = {score: null, verdict: null, type: null, reasons: []}

/** Share of listings and collections among the judge's types from which a page is one: 99 % of such development pages are. */
const listShare = 0.5

function qualityOf(ledger: Ledger, {judgement, title, status}: {readonly judgement: Judgement | undefined; readonly title: string | null; readonly status: number | undefined}): Quality {
  const share = (judgement?.types.get('listing') ?? 0) + (judgement?.types.get('collection') ?? 0)
  const list = share >= listShare ? `type: ${judgement?.type}` : undefined
  const {verdict, reasons} = verdictOf({page: ledger.page, alive: block => ledger.alive(block), title, status, list})
  return {score: judgement?.score ?? null, verdict, type: judgement?.type ?? null, reasons: [...reasons]}
}

function needsScripts({reasons}: Quality): Problem {
  return {code: 'needs-scripts', message: `the page is the shell of a program, its text is written by scripts (${reasons.slice(0, 2).join('; ')}): give it as a browser shows it`}
}

function fromData(source: DataSource): Problem {
  return {code: 'text-from-data', message: `the page shows no text without its scripts; what is written was read from its data (${source})`}
}

/** A Markdown file's own stays as it is; else the facts, where they are asked for. An empty page has none. */
function frontMatterOf({frontMatter}: Read, facts: Metadata, lazy: Lazy | undefined): string {
  if (frontMatter !== undefined) return safe(frontMatter)
  return lazy?.writeFrontMatter?.(facts) ?? ''
}

function rendering(page: Page, ledger: Ledger, {settings, fragment, title}: {settings: Settings; fragment: boolean; title: string | null}): Rendered {
  const {links, images, tables, hooks, markdown} = settings
  const block = fragment ? -1 : titleBlockOf(page, ledger)
  const isFirst = block >= 0 && !isBehindText(ledger, block)
  const isMoved = settings.title === 'top' && block >= 0 && !isFirst
  const except = new Set(block >= 0 && (settings.title === 'drop' || isMoved) ? [block] : [])
  const isNeeded = settings.title === 'top' && !fragment && (isMoved || (block < 0 && title !== null && page.origin === 'html'))
  const heading = !isNeeded ? undefined : isMoved ? ledger.text(block) : (title ?? undefined)
  const hasBody = page.blocks.some((_, i) => ledger.alive(i))
  return render(page, ledger, {links, images, tables, hooks, ...markdown, exact: fragment || page.origin === 'markdown', heading: hasBody ? heading : undefined, except})
}

/** The heading that a pass made the title, -1 if none. */
function titleBlockOf(page: Page, ledger: Ledger): number {
  const decision = ledger.decisions.findLast(each => each.verdict === 'retype' && each.role === 'title')
  const block = decision?.verdict === 'retype' ? decision.block : -1
  return block >= 0 && block < page.blocks.length && ledger.alive(block) ? block : -1
}

function titleBlockText(page: Page, ledger: Ledger): string | null {
  const block = titleBlockOf(page, ledger)
  return block < 0 || folded(ledger.text(block)) === '' ? null : ledger.text(block)
}

/** Is anything written before the block that stands there by itself? */
function isBehindText(ledger: Ledger, block: number): boolean {
  for (let i = 0; i < block; i++) if (ledger.alive(i) && !isLifted(ledger, i)) return true
  return false
}

function isLifted(ledger: Ledger, block: number): boolean {
  return ledger.decisions.some(each => each.verdict === 'lift' && block >= each.from && block < each.to)
}

function roleOf(ledger: Ledger, block: number): Role {
  return ledger.reason(block)?.role ?? (ledger.alive(block) ? 'content' : 'debris')
}

function found(page: Page, {markdown, addresses}: Rendered, ledger: Ledger): Problem[] {
  const out: Problem[] = []
  if (page.truncated === 'blocks') out.push({code: 'truncated-blocks', message: `only the first ${page.blocks.length} blocks were read; raise limits.blocks to read more`})
  if (page.truncated === 'depth') out.push({code: 'truncated-depth', message: 'elements nested deeper than limits.depth became their text'})
  if (addresses.unsafe > 0) out.push({code: 'unsafe-link', message: `${addresses.unsafe} addresses were left out: only http, https, mailto, tel and relative ones are written`, count: addresses.unsafe})
  if (addresses.relative > 0) out.push({code: 'relative-links', message: `${addresses.relative} addresses stayed relative: give the page's url to make them absolute`, count: addresses.relative})
  if (markdown === '') out.push(nothingLeft(page, ledger))
  return out
}

/** Differences shown of one page. */
const shownDifferences = 3

/** A page can be made so that a parser of Markdown takes hours over it. */
function readBack(verify: Verify, written: Parameters<Verify>[0], {page, ledger}: {readonly page: Page; readonly ledger: Ledger}): Problem[] {
  const hazard = markdownHazard(written.markdown)
  return hazard === undefined ? differing(verify(written, page, ledger)) : [{code: 'markdown-differs', message: `the Markdown was not read back: a parser would take too long over it (${hazard})`}]
}

function differing(differences: readonly Difference[]): Problem[] {
  if (differences.length === 0) return []
  const shown = differences.slice(0, shownDifferences).map(({block, why, expected, found: got}) => `block ${block} (${why}): ${excerpt(expected)} reads back as ${excerpt(got)}`)
  return [{code: 'markdown-differs', message: `the Markdown does not read back as it was meant: ${shown.join('; ')}${differences.length > shownDifferences ? '; …' : ''}`, count: differences.length}]
}

function excerpt(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}

function nothingLeft(page: Page, ledger: Ledger): Problem {
  if (page.source.trim() === '' && page.blocks.length === 0) return {code: 'empty-input', message: 'the input is empty'}
  const dropped = page.blocks.filter((_, i) => !ledger.alive(i)).length
  return {code: 'no-content', message: page.blocks.length === 0 ? 'the page has no text' : `nothing is left to write: ${dropped} of ${page.blocks.length} blocks were dropped`}
}

/** Front matter as it is, but for control characters, which reach no output. */
function safe(frontMatter: string): string {
  // oxlint-disable-next-line no-control-regex
  return `${frontMatter.replace(/\r\n?/gu, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]+/gu, '').trimEnd()}\n`
}

/** A copy with strings of its own: a slice would keep the whole input in memory. Control characters reach no output. */
function own<T extends Metadata | string | null>(facts: T): T {
  const json = JSON.stringify(facts)
  // oxlint-disable-next-line no-control-regex
  return JSON.parse(mayHoldControls(json) ? JSON.stringify(facts, (_, value: unknown) => typeof value === 'string' ? value.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]+/gu, '').toWellFormed() : value) : json) as T
}

/** Control characters as JSON has them: C1 as they are, others and lone surrogates escaped. */
function mayHoldControls(json: string): boolean {
  for (let i = 0; i < json.length; i++) {
    const unit = json.charCodeAt(i)
    if ((unit >= 0x7f && unit <= 0x9f) || (unit === 0x5c && json.charCodeAt(i + 1) === 0x75)) return true
  }
  return false
}
