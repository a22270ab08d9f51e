/** A piece of HTML to Markdown in one synchronous call: what fragment mode does, without any rule of the caller. */
import {readHtml} from '../../input/html.ts'
import type {Hooks} from '../../markdown/hooks.ts'
import type {RenderOptions} from '../../markdown/options.ts'
import {render} from '../../markdown/render.ts'
import {Ledger} from '../../page/ledger.ts'
import type {Block, Page} from '../../page/page.ts'
import {renderOptions} from './options.ts'
import type {Options} from './types.ts'

/** Blocks read at most: as everywhere. */
const maxBlocks = 500_000

export type ToMarkdown = (html: string) => string

/** @returns what writes pieces of HTML, without a line end at the end */
export function markdownWriter(options: Options): ToMarkdown {
  const settings = renderOptions(options)
  const isIndented = (options.codeBlockStyle ?? 'indented') === 'indented'
  return html => {
    const page = readHtml(html, {exact: true, maxBlocks})
    const {markdown} = render(page, new Ledger(page), isIndented ? withIndentedCode(page, settings) : settings)
    return markdown.endsWith('\n') ? markdown.slice(0, -1) : markdown
  }
}

function withIndentedCode(page: Page, settings: RenderOptions): RenderOptions {
  if (!page.blocks.some(({kind}) => kind === 'code')) return settings
  const hooks: Hooks = {...settings.hooks, pre: (markdown, {text, block}) => (block !== undefined && canIndent(page, block) ? indented(text) : markdown)}
  return {...settings, hooks}
}

/** Would this code read back as code if it were indented? Not behind a list, other code or in an item, and not with blank edges. */
function canIndent(page: Page, at: number): boolean {
  const {text} = page.blocks[at]
  if (text.trim() === '' || /^\s/u.test(text) || text.slice(text.trimEnd().length).includes('\n') || isInside(page, page.blocks[at], itemTags)) return false
  const before = page.blocks[at - 1]
  return before === undefined || (before.kind !== 'code' && !isInside(page, before, itemTags))
}
const itemTags: ReadonlySet<string> = new Set(['li', 'dd', 'dt', 'td', 'th', 'summary', 'details'])

function isInside(page: Page, {region}: Block, tags: ReadonlySet<string>): boolean {
  for (let at = region; at >= 0; at = page.regions[at].parent) if (tags.has(page.regions[at].tag)) return true
  return false
}

function indented(code: string): string {
  return code.replace(/\n$/u, '').split('\n').map(line => (line === '' ? '' : `    ${line}`)).join('\n')
}
