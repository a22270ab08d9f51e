/** How pages are written one after the other. */
import picocolors from 'picocolors'
import {explain} from '../explain/explain.ts'
import type {Colours} from '../explain/explain.ts'
import {printable} from '../explain/printable.ts'
import type {Inspect} from '../explain/inspector/inspector.ts'
import {Failure, exit} from '../exit.ts'
import type {Result} from '../result.ts'
import type {Format} from './flags.ts'
import type {Item, Unread} from '../rows/item.ts'
import {writeRow} from '../rows/write.ts'
import type {WriteHtml} from '../output/html.ts'
import type {Plain} from './text.ts'

export type Outcome = Result | {readonly error: string}

/** Text of the pages of one output, in order. Made anew for every output. */
export interface PageFormat {
  /** Every page gives text, also one of which nothing is left. */
  readonly rows: boolean
  page(item: Item | Unread, outcome: Outcome): string
  /** What closes the output. */
  end(): string
}

/** Pages follow each other after one blank line, as pandoc joins its inputs; who needs to tell them apart takes rows. */
export function proseFormat(text: (result: Result) => string): PageFormat {
  let first = true
  return {
    rows: false,
    page(_item, outcome) {
      const written = 'error' in outcome ? '' : text(outcome)
      if (written === '') return ''
      const separator = first ? '' : '\n'
      first = false
      return separator + written
    },
    end: () => '',
  }
}

/** @param many - an array of rows; else the one page is one object. */
export function jsonFormat(many: boolean): PageFormat {
  let first = true
  return {
    rows: true,
    page(item, outcome) {
      const before = !many ? '' : first ? '[\n' : ',\n'
      first = false
      return before + row(item, outcome, true) + (many ? '' : '\n')
    },
    end: () => !many ? '' : first ? '[]\n' : '\n]\n',
  }
}

export function rowsFormat(): PageFormat {
  return {rows: true, page: (item, outcome) => row(item, outcome, false) + '\n', end: () => ''}
}

/** What the formats need that read the Markdown again. */
export interface Writers { readonly many: boolean; readonly plain: Plain | undefined; readonly html: WriteHtml | undefined }

export function format(to: Format, {many, plain, html}: Writers): PageFormat {
  switch (to) {
    case 'markdown': return proseFormat(result => result.markdown)
    // Labelled lines are no Markdown.
    case 'text': return proseFormat(result => result.blocks[0]?.text === undefined ? plain?.(result.markdown) ?? '' : result.markdown)
    // One page is a document of its own; several follow each other as pieces.
    case 'html': return proseFormat(({markdown, metadata}) => markdown === '' ? '' : html?.(markdown, {document: !many, title: metadata.title, language: metadata.language}) ?? '')
    case 'json': return jsonFormat(many)
    case 'ndjson': return rowsFormat()
  }
}

/** A column nested deeper than JSON can be written, or longer than a string can be, costs its own row only. */
function row(item: Item | Unread, outcome: Outcome, pretty: boolean): string {
  try {
    return writeRow(item, outcome, pretty)
  } catch (error) {
    return writeRow({...item, id: null, columns: []}, {error: `the row cannot be written: ${String(error)}`}, pretty)
  }
}

/** Explanations under the page's name. */
export function explainFormat(name: (item: Item | Unread) => string, coloured: boolean): PageFormat {
  const {green, red, yellow, dim} = picocolors.createColors(coloured)
  const colours: Colours = {kept: green, dropped: red, changed: yellow, faint: dim}
  let first = true
  return {
    rows: true,
    page(item, outcome) {
      if ('error' in outcome) return ''
      const before = first ? '' : '\n'
      first = false
      return `${before}${printable(name(item))}\n${explain(outcome, colours)}`
    },
    end: () => '',
  }
}

/** The inspector's page. @throws {Failure} exit code 2 at a second page: one file holds one. */
export function inspectorFormat(name: (item: Item | Unread) => string, inspect: Inspect): PageFormat {
  let pages = 0
  return {
    rows: true,
    page(item, outcome) {
      if ('error' in outcome) return ''
      if (++pages > 1) throw new Failure(exit.usage, 'explain -o FILE.html shows one page: name one, or add --limit 1')
      return inspect(outcome, name(item))
    },
    end: () => '',
  }
}
