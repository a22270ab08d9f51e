/** Finds template variables in a text, and weighs whether the text speaks of them or was meant to be filled. */
import type {Span} from '../page/page.ts'
import {placeholders} from '../rules/placeholders.ts'
import type {FindRow} from '../rules/row.ts'
import {isCodeLine} from './codeLine.ts'
import {signsOf} from './signs.ts'
import {countWords, endsSentence} from './words.ts'

export interface Unfilled extends Span { readonly row: FindRow }

/** What a text with placeholders is. */
export type Reading =
  /** It talks about them, or it is code: leave all. */
  | 'mention'
  /** Hardly more than the holes and their labels: the block goes. */
  | 'scaffold'
  /** A sentence or a long label with holes in it, by a syntax that proves little: debris among other lines of a site only. */
  | 'sentence'
  /** A text with holes in it. */
  | 'text'

/** Signs of which every placeholder has one, but for the key of a text and the argument of a translation. */
const signs = /[{%[<#$*«_€£¥@]/
const key = /^(?:[:!][a-z]|[A-Za-z]\w{2,24}\.\w{2,24}(?:\.\w|$))/
const argument = / :[act]/
const words = ['undefined', 'NaN', 'null', 'nvalid ', 'Infinity'] as const
/** Longer texts hold no placeholder that is a mere word. */
const maxWordSign = 60
/** UTF-16 code units from which a text is no scaffold, so that only rows that prove something by themselves matter. */
const longText = 600

interface Asked {
  readonly row: FindRow
  /** By hint the signs in it. */
  readonly needs: readonly number[]
}
const rows: readonly Asked[] = placeholders.map(row => ({row, needs: row.hints.map(hint => signsOf(hint))}))
const certain = rows.filter(({row}) => row.strength === 'certain')

/** May the text hold a placeholder? Most fail here. */
function mayHold(text: string): boolean {
  return signs.test(text) || key.test(text) || (text.includes(' :') && argument.test(text)) || (text.length <= maxWordSign && hasWord(text))
}

function hasWord(text: string): boolean {
  for (let i = 0; i < words.length; i++) if (text.includes(words[i])) return true
  return false
}

/** Does the text hold a hint of the row? It is searched only for those whose signs it has. */
function hinted({row: {hints}, needs}: Asked, text: string, signs: number): boolean {
  for (let i = 0; i < hints.length; i++) if ((needs[i] & ~signs) === 0 && text.includes(hints[i])) return true
  return false
}

/** Matches of one row in one block: a page that has more of them in a line is playing with us. */
const maxMatches = 1000

/** Words beside the holes up to which a block is a scaffold; for weak rows, which prove little, half as many. Chosen from the labelled debris. */
const scaffoldWords = 12
const weakScaffoldWords = 6
/** Words of a sentence of the interface, at most. Chosen. */
export const maxSentence = 40
/** A sentence of that many words beside the hole says something, if the syntax proves little. */
const sentenceWords = 5

const none: readonly Unfilled[] = []

/** Placeholders in the text, sorted; where two rows match the same characters the first row of the table counts. */
export function unfilledIn(text: string): readonly Unfilled[] {
  const long = text.length >= longText
  if (!long && !mayHold(text)) return none
  const found: Unfilled[] = []
  const signs = signsOf(text)
  for (const asked of long ? certain : rows) {
    if (!hinted(asked, text, signs)) continue
    const {row} = asked
    row.find.lastIndex = 0
    // Not matchAll, which copies the expression for each text.
    for (let left = maxMatches; left > 0; left--) {
      const match = row.find.exec(text)
      if (match === null) break
      found.push({from: match.index, to: match.index + match[0].length, row})
    }
  }
  if (found.length < 2) return found
  found.sort((a, b) => a.from - b.from || b.to - a.to)
  const out: Unfilled[] = []
  for (const it of found) if (out.length === 0 || it.from >= out[out.length - 1].to) out.push(it)
  return out
}

/** Stands for a placeholder while a text is read. A page that holds this private character only seems to have one more hole. */
const hole = '\ue000'
/** Openings, nouns and verbs of sentences that explain the placeholder beside them. */
const explains = new RegExp(
  `^(?:use|write|type|replace|put|call|insert|set|see|verwende|verwenden sie|schreibe|ersetze|utilisez|remplacez)(?: \\p{L}{1,12}){0,2} ${hole}`
  + `|\\b(?:tags?|variables?|placeholders?|markers?|macros?|syntax|filters?|directives?|shortcodes?|operators?|literals?|verbs?) ${hole}`
  + `|${hole} (?:tags?|variables?|placeholders?|markers?|macros?|syntax|filters?|directives?|shortcodes?|operators?|literals?|blocks?|is|are|means|prints|groups|writes|holds|returns|stands|with)\\b`
  + '|\\b(?:replaces|replaced by|stands for|expands to|its value|templates?|placeholders?)\\b', 'iu')
const quotes = '"\'“”„‘’`«»‹›'
/** What a scaffold is made of, where the syntax alone proves little: words and the marks of labels. */
const plain = /^[\p{L}\p{N}\p{Zs}.,:!?()&…%"'’–—•|€$£-]{0,400}$/u

/** How to read a text with these placeholders in it. */
export function readingOf(text: string, found: readonly Unfilled[]): Reading {
  if (isCodeLine(filledWith(text, found, 'x')) || found.some(it => quoted(text, it)) || explains.test(filledWith(text, found, hole))) return 'mention'
  const beside = filledWith(text, found, ' ')
  const words = countWords(beside)
  const sure = found.some(it => it.row.strength === 'certain')
  if (!sure) {
    if (!plain.test(beside)) return 'mention'
    const likely = found.some(it => it.row.strength === 'likely')
    if (words > (likely ? scaffoldWords : weakScaffoldWords) || (words >= sentenceWords && endsSentence(text))) return likely && words <= maxSentence ? 'sentence' : 'mention'
    return 'scaffold'
  }
  if (words === 0) return 'scaffold'
  if (found.every(it => it.row.standsFor === 'block')) return 'text'
  return words <= scaffoldWords ? 'scaffold' : 'text'
}

/** Does the placeholder stand between quotation marks, so that the text speaks of it? */
function quoted(text: string, {from, to}: Span): boolean {
  return from > 0 && to < text.length && quotes.includes(text[from - 1]) && quotes.includes(text[to])
}

function filledWith(text: string, found: readonly Span[], filling: string): string {
  let out = ''
  let at = 0
  for (const {from, to} of found) {
    out += text.slice(at, from) + filling
    at = to
  }
  return out + text.slice(at)
}

/** Labels in a row, each with its capital: "Log In Register {{user.name}} Cart". */
const afterLabels = /(?:^|\s)\p{Lu}\p{L}{1,14}\s\p{Lu}\p{L}{1,14}\s$/u

/** Does what is left read on without the placeholder: does it stand between sentences, or in a line of its own? */
export function readsOn(text: string, {from, to}: Span): boolean {
  const before = text.slice(Math.max(0, from - 8), from).trimEnd()
  const after = text.slice(to, to + 8).trimStart()
  const startsAlone = before === '' || text.slice(0, from).endsWith('\n') || endsSentence(before)
  if (!startsAlone && (endsSentence(text) || !afterLabels.test(text.slice(Math.max(0, from - 40), from)))) return false
  return after === '' || text.startsWith('\n', to) || /^[\p{Lu}\p{Lo}\p{N}"“„«¿¡(]/u.test(after)
}
