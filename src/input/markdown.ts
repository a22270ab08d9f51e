/**
 * The Markdown driver: CommonMark and GFM, parsed by micromark into mdast, told to the Builder.
 *
 * This module carries the parser: load it by `import()` when there is Markdown to read.
 */
import {fromMarkdown} from 'mdast-util-from-markdown'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {gfm} from 'micromark-extension-gfm'
import type {Root} from 'mdast'
import {Builder} from '../page/builder.ts'
import type {Page} from '../page/page.ts'
import {frontMatterLength} from './frontMatter.ts'
import {withoutEmptyLines} from './markdown/emptyLines.ts'
import {markdownHazard} from './markdown/hazard.ts'
import {MarkdownWalk} from './markdown/walk.ts'
import {readText} from './text.ts'

export interface MarkdownOptions {
  readonly url?: string | undefined
  readonly maxBlocks?: number | undefined
  /** Nested block-level elements; deeper ones become their text. 512 if left out. */
  readonly maxDepth?: number | undefined
  /** Repairs one piece of text outside code. */
  readonly normalise?: ((piece: string) => string) | undefined
}
export interface MarkdownRead {
  readonly page: Page
  /** The YAML or TOML block at the start, as it is, with its fences; not in the page. */
  readonly frontMatter?: string
}

const extensions = [gfm()]
const mdastExtensions = [gfmFromMarkdown()]

/** The driver, once its parser is loaded: by importing this module. */
export function loadMarkdown(): Promise<typeof readMarkdown> {
  return Promise.resolve(readMarkdown)
}

/**
 * The page of a Markdown text.
 *
 * Text that the parser would choke on (nesting, a flood of delimiters, two million characters) is read as
 * plain text instead; the page then says `truncated: 'depth'` and its origin is 'text'.
 */
export function readMarkdown(source: string, options: MarkdownOptions = {}): MarkdownRead {
  const {url, maxBlocks, maxDepth = 512, normalise} = options
  const start = frontMatterLength(source)
  const frontMatter = start === 0 ? {} : {frontMatter: source.slice(0, start)}
  const body = source.slice(start)
  const shortened = withoutEmptyLines(body)
  const root = parse(shortened?.text ?? body)
  if (root === undefined) {
    const page = readText(source, {url, maxBlocks, normalise, from: start})
    return {page: {...page, truncated: 'depth'}, ...frontMatter}
  }
  const builder = new Builder({origin: 'markdown', source, url, normalise, ...(maxBlocks === undefined ? {} : {maxBlocks})})
  new MarkdownWalk(builder, offset => start + (shortened?.offsetOf(offset) ?? offset), maxDepth).run(root)
  return {page: builder.finish(), ...frontMatter}
}

/** The tree, undefined where the parser cannot be trusted with the text. */
function parse(body: string): Root | undefined {
  if (markdownHazard(body) !== undefined) return undefined
  try {
    return fromMarkdown(body, {extensions, mdastExtensions})
  } catch {
    // Out of stack on some nesting the bounds do not know: the caller reads lines, and the page says so.
    return undefined
  }
}
