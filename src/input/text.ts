/**
 * Reads text that a scraper already flattened: no tags, only lines.
 *
 * Each reader knows one kind of block and looks at the lines in turn; the first that finds its kind reads it to
 * its end. The page speaks the vocabulary of HTML, so that every pass and the writer work on it unchanged.
 */
import {Builder} from '../page/builder.ts'
import type {Page} from '../page/page.ts'
import {code, fence} from './text/code.ts'
import {TextDocument, type Reader} from './text/document.ts'
import {heading} from './text/heading.ts'
import {list} from './text/list.ts'
import {paragraph} from './text/paragraph.ts'
import {quote} from './text/quote.ts'
import {rule} from './text/rule.ts'
import {table} from './text/table.ts'

export interface TextOptions {
  readonly url?: string | undefined
  readonly maxBlocks?: number | undefined
  /** Repairs one piece of text outside code. */
  readonly normalise?: ((piece: string) => string) | undefined
  /** Offset to start at; 0 if left out. Source offsets of blocks count from the start of the source. */
  readonly from?: number | undefined
}

/** In order: a reader may count on those before it having found nothing. The last one reads anything. */
const readers: readonly Reader[] = [fence, code, rule, heading, quote, table, list, paragraph]

/** The page of a text. Reads any string in time linear in its length and never throws. */
export function readText(source: string, options: TextOptions = {}): Page {
  const {url, maxBlocks, normalise, from = 0} = options
  const builder = new Builder({origin: 'text', source, url, normalise, ...(maxBlocks === undefined ? {} : {maxBlocks})})
  const text = new TextDocument(source, builder, from)
  let at = 0
  while (at < text.lines.count && builder.truncated === undefined) at = readBlock(text, at)
  return builder.finish()
}

function readBlock(text: TextDocument, at: number): number {
  for (const read of readers) {
    const next = read(text, at)
    if (next > at) return next
  }
  return at + 1
}
