/** A text under reading: its lines, what is true of it as a whole, and the Builder it is told to. */
import type {Builder} from '../../page/builder.ts'
import {scanLines, type Lines} from './lines.ts'
import type {LineRole} from '../../rules/lines.ts'
import {countWords, looksLike, matchOf, shapeLength, signsOf} from './shape.ts'
import {measureWrap, type Wrap} from './wrap.ts'

/** Reads the block that starts at a line; returns the line after it, or `at` if the block is not of its kind. */
export type Reader = (text: TextDocument, at: number) => number

/** The block before the one being read. */
export interface Last {
  readonly kind: 'start' | 'prose' | 'short' | 'heading' | 'list' | 'code' | 'table' | 'quote' | 'rule'
  readonly words: number
  /** Ends as a sentence does. */
  readonly ends: boolean
}

/** A first paragraph of so many words ends the title block of a document. Chosen: captions and deks stay below. */
const longParagraphWords = 40
/** Where no paragraph is that long: chosen. */
const shortParagraphWords = 15
/** Lines longer than this are no headings, and their repetition says nothing. */
const maxRepeated = 120

export class TextDocument {
  readonly source: string
  readonly lines: Lines
  readonly builder: Builder
  /** How lines were broken. */
  readonly wrap: Wrap
  /** Commonest indent: what is deeper is set off. */
  readonly indent: number
  /** Are paragraphs set apart by empty lines? If not, every line is one. */
  readonly spaced: boolean
  /** Line where the first long paragraph starts; everything before it may belong to the title. */
  readonly prose: number
  /** What was read last: the context a short line is judged by. */
  last: Last = {kind: 'start', words: 0, ends: true}
  /** Fence signs known to have no closing line below. */
  readonly unclosed = new Set<string>()
  /** Lines before this one were looked at and are no code. */
  noCodeBefore = 0
  /** Lines before this one were looked at and are no verse. */
  noVerseBefore = 0
  readonly #repeated: Uint8Array
  #head = ''
  #headOf = -1
  /** Signs of that line. */
  #signs = 0

  constructor(source: string, builder: Builder, from = 0) {
    this.source = source
    this.builder = builder
    this.lines = scanLines(source, from)
    this.indent = commonIndent(this.lines)
    this.spaced = isSpaced(this.lines)
    this.wrap = measureWrap(source, this.lines)
    this.#repeated = this.#countRepeated()
    this.prose = this.#firstProse()
  }

  /** The line without the white space around it. */
  text(line: number): string {
    return this.source.slice(this.lines.from[line], this.lines.to[line])
  }

  /** The line's first characters: all that its shape is read from. */
  head(line: number): string {
    if (this.#headOf !== line) {
      const from = this.lines.from[line]
      this.#head = this.source.slice(from, Math.min(this.lines.to[line], from + shapeLength))
      this.#headOf = line
      this.#signs = signsOf(this.#head)
    }
    return this.#head
  }

  /** Does a rule of the role hit the line? */
  looks(role: LineRole, line: number): boolean {
    const head = this.head(line)
    return looksLike(role, head, this.#signs)
  }

  /** What the first rule of the role finds in the line. */
  match(role: LineRole, line: number): RegExpExecArray | null {
    const head = this.head(line)
    return matchOf(role, head, this.#signs)
  }

  length(line: number): number {
    return this.lines.to[line] - this.lines.from[line]
  }

  /** The line after the last one of the paragraph at `line`: up to an empty line. */
  paragraphEnd(line: number, limit = Infinity): number {
    const {count, gap} = this.lines
    let end = line + 1
    while (end < count && gap[end] === 0 && end - line < limit) end++
    return end
  }

  /** How often a line of the same text stands in the document, up to 255; long lines count once. */
  timesSeen(line: number): number {
    return this.length(line) > maxRepeated ? 1 : this.#repeated[hashOf(this.source, this.lines.from[line], this.lines.to[line]) & (this.#repeated.length - 1)]
  }

  /** Counts by hash: two lines of one hash only lose a heading. */
  #countRepeated(): Uint8Array {
    const {count, from, to} = this.lines
    let size = 1024
    while (size < count * 16 && size < 1 << 24) size *= 2
    const seen = new Uint8Array(size)
    for (let i = 0; i < count; i++) {
      if (to[i] - from[i] > maxRepeated) continue
      const hash = hashOf(this.source, from[i], to[i]) & (size - 1)
      if (seen[hash] < 255) seen[hash]++
    }
    return seen
  }

  /** The first paragraph of that many words; the first of so many fewer where there is none. */
  #firstProse(): number {
    const {count, from, to} = this.lines
    let shorter = count
    let i = 0
    while (i < count) {
      const end = this.wrap.width > 0 ? this.paragraphEnd(i, 50) : i + 1
      if (to[end - 1] - from[i] > shortParagraphWords * 2 && !this.looks('bullet', i)) {
        const words = countWords(this.source.slice(from[i], Math.min(to[end - 1], from[i] + 1000)))
        if (words >= longParagraphWords) return i
        if (words >= shortParagraphWords && shorter === count) shorter = i
      }
      i = end
    }
    return shorter
  }
}

/** FNV-1a, mixed once more: the low bits are used. */
function hashOf(source: string, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ source.charCodeAt(i), 0x01000193)
  return hash ^ (hash >>> 15)
}

function commonIndent(lines: Lines): number {
  const counts = new Int32Array(16)
  for (let i = 0; i < lines.count; i++) if (lines.indent[i] < counts.length) counts[lines.indent[i]]++
  return counts.indexOf(Math.max(...counts))
}

/** An empty line for every 12 lines at least: fewer only part sections. Chosen. */
const linesPerGap = 12

function isSpaced(lines: Lines): boolean {
  let gaps = 0
  for (let i = 1; i < lines.count; i++) if (lines.gap[i] > 0) gaps++
  return gaps * linesPerGap >= lines.count
}
