/** From a judged page to the result: where the title stands, what is written, what went wrong. */
import {render, type Rendered} from './markdown/render.ts'
import {metadata} from './metadata/metadata.ts'
import {folded} from './metadata/title.ts'
import type {Settings} from './options.ts'
import type {Judgement} from './page/judgement.ts'
import type {Ledger, Role} from './page/ledger.ts'
import type {Page} from './page/page.ts'
import type {Problem} from './problem.ts'
import type {Metadata, Result} from './result.ts'
import type {Read} from './input/read.ts'

interface Writing {
  readonly settings: Settings
  readonly fragment: boolean
  readonly judgement?: Judgement | undefined
}

export function write({page, problems, sniffed, urlSource, frontMatter}: Read, ledger: Ledger, {settings, fragment, judgement}: Writing): Result {
  const facts = metadata(page, {urlSource, alive: block => ledger.alive(block)})
  const {title} = facts
  const rendered = rendering(page, ledger, {settings, fragment, title})
  const markdown = frontMatter === undefined ? rendered.markdown : [safe(frontMatter), rendered.markdown].filter(part => part !== '').join('\n')
  return {
    markdown,
    metadata: own({...facts, title: title ?? titleBlockText(page, ledger)}),
    quality: {score: judgement?.score ?? null, verdict: null, type: judgement?.type ?? null},
    problems: [...problems, ...found(page, rendered, ledger)],
    blocks: page.blocks.map((block, i) => ({role: roleOf(ledger, i), alive: ledger.alive(i), kind: block.kind})),
    ...(settings.trace ? {trace: {page, decisions: ledger.decisions, map: rendered.map, sniffed, judgement}} : {}),
  }
}

function rendering(page: Page, ledger: Ledger, {settings, fragment, title}: {settings: Settings; fragment: boolean; title: string | null}): Rendered {
  const {links, images, tables, markdown} = settings
  const block = fragment ? -1 : titleBlockOf(page, ledger)
  const isFirst = block >= 0 && !page.blocks.some((_, i) => i < block && ledger.alive(i) && !isLifted(ledger, i))
  const isMoved = settings.title === 'top' && block >= 0 && !isFirst
  const except = new Set(block >= 0 && (settings.title === 'drop' || isMoved) ? [block] : [])
  const isNeeded = settings.title === 'top' && !fragment && (isMoved || (block < 0 && title !== null && page.origin === 'html'))
  const heading = !isNeeded ? undefined : isMoved ? ledger.text(block) : (title ?? undefined)
  const hasBody = page.blocks.some((_, i) => ledger.alive(i))
  return render(page, ledger, {links, images, tables, ...markdown, exact: fragment || page.origin === 'markdown', heading: hasBody ? heading : undefined, except})
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

/** A copy with strings of its own: a slice would keep the whole input in memory. */
function own(facts: Metadata): Metadata {
  return JSON.parse(JSON.stringify(facts)) as Metadata
}
