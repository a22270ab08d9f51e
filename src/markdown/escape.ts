/**
 * Escaping: a backslash only where the sign would change the meaning in this very place.
 *
 * Each sign has its own question. Those that work in pairs (stars, underscores, tildes, backticks) are asked
 * for the whole block: without a partner they are plain text.
 *
 * @see https://spec.commonmark.org/0.31.2/#delimiter-run
 */
import {decodeHTMLStrict} from 'entities/decode'

export interface Place {
  /** Signs that the block's own markup uses: '*', '_', '~', '`'. */
  readonly used: string
  readonly inLink: boolean
  readonly inTable: boolean
  /** Brackets are escaped as in a link, because other blocks share the line; addresses in it are links of their own all the same. */
  readonly isShared?: boolean
  /** Markup of ours stands right behind the piece, and text right behind that. */
  readonly isGlued?: boolean
}

/** Per ASCII character: 1 for a sign that may need a backslash. A loop over a table outruns an expression here. */
const special = new Uint8Array(128)
for (const sign of '\\*_`[]<&~!|') special[sign.charCodeAt(0)] = 1

/** Does a text hold a sign that may need a backslash? */
export function hasSigns(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 128 && special[unit] === 1) return true
  }
  return false
}
const whiteSpace = /\s/u
const punctuation = /[\p{P}\p{S}]/u
const afterBackslash = /[!-/:-@[-`{-~\n]/u

/** For each of the signs that work in pairs: the offsets that must be escaped. */
export interface Hazards {
  readonly star: Offsets
  readonly underscore: Offsets
  readonly tilde: Offsets
  readonly backtick: Offsets
  /** `[` that may begin a link. */
  readonly bracket: Offsets
  /** A `<` before this offset may begin a tag; -1 if none can. */
  readonly tag: number
  /** No sign of the text needs a backslash, wherever it stands: most texts hold none. */
  readonly isPlain?: boolean
}
type Offsets = ReadonlySet<number>

const nothing: Offsets = new Set<number>()

/**
 * @param used signs that the block's own markup uses
 * @param edges offsets at which the block's own markup stands between the letters
 */
export function hazards(text: string, used: string, edges: Offsets = nothing): Hazards {
  if (!hasSigns(text)) return plainHazards
  if (!/[*_~`[<]/u.test(text)) return noHazards
  return {
    bracket: linkBrackets(text),
    tag: text.lastIndexOf('>'),
    star: paired(text, '*', {isUsed: used.includes('*'), edges}),
    underscore: paired(text, '_', {isUsed: used.includes('_'), edges}),
    tilde: paired(text, '~', {isUsed: used.includes('~'), edges}),
    backtick: twins(text, used.includes('`'), edges),
  }
}
const noHazards: Hazards = {star: nothing, underscore: nothing, tilde: nothing, backtick: nothing, bracket: nothing, tag: -1}
export const plainHazards: Hazards = {...noHazards, isPlain: true}

/** A run that touches one of these may open and close, for some parsers; a line break is written with signs, and an emoji is punctuation or none. */
const attention = /[*_~\n\ud800-\udfff]/u

/** Can a delimiter run stand here to open, to close? */
export function flanking(before: string, after: string, sign: string): {opens: boolean; closes: boolean} {
  const spaceBefore = before === '' || whiteSpace.test(before)
  const spaceAfter = after === '' || whiteSpace.test(after)
  const markBefore = punctuation.test(before)
  const markAfter = punctuation.test(after)
  const left = !spaceAfter && (!markAfter || spaceBefore || markBefore)
  const right = !spaceBefore && (!markBefore || spaceAfter || markAfter)
  if (sign !== '_') return {opens: left, closes: right}
  return {opens: left && (!right || markBefore), closes: right && (!left || markAfter)}
}

/**
 * Runs of the sign that may open emphasis before one that may close it: without its opener the closer is text.
 * Where the block's own markup uses the sign, every run could join in.
 */
function paired(text: string, sign: string, {isUsed, edges}: {isUsed: boolean; edges: Offsets}): Offsets {
  if (!text.includes(sign)) return nothing
  const runs: {at: number; end: number; opens: boolean; closes: boolean}[] = []
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, runs[runs.length - 1].end)) {
    let end = at + 1
    // Markup of ours may stand inside what is one run of signs in the text.
    while (text[end] === sign && !edges.has(end)) end++
    // Beyond the ends of the text markup of ours, or another block of a cell, may stand.
    const isTouched = (isUsed && (at === 0 || end === text.length)) || edges.has(at) || edges.has(end) || attention.test(text[at - 1] ?? '') || attention.test(text[end] ?? '')
    runs.push({at, end, ...(isTouched ? {opens: true, closes: true} : flanking(signBefore(text, at), signAfter(text, end), sign))})
  }
  const out = new Set<number>()
  let closesLater = false
  for (const {at, end, opens, closes} of runs.reverse()) {
    if (isUsed ? opens || closes : opens && closesLater) for (let i = at; i < end; i++) out.add(i)
    closesLater ||= closes
  }
  return out
}

/**
 * Brackets left open where `](` comes. Others begin nothing: a reference has no definition to refer to.
 */
function linkBrackets(text: string): Offsets {
  if (!text.includes('](')) return nothing
  const out = new Set<number>()
  let open: number[] = []
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]
    if (sign === '[') open.push(i)
    else if (sign === ']' && text[i + 1] === '(') {
      for (const at of open) out.add(at)
      open = []
    } else if (sign === ']') open.pop()
  }
  return out
}

function signBefore(text: string, at: number): string {
  return at === 0 ? '' : /[\udc00-\udfff]/.test(text[at - 1]) ? text.slice(Math.max(0, at - 2), at) : text[at - 1]
}

function signAfter(text: string, at: number): string {
  return at >= text.length ? '' : String.fromCodePoint(text.codePointAt(at) ?? 32)
}

/**
 * All runs of backticks where two could make a code span, none else. An escaped run is a row of single ones for
 * a run before it, so one that is escaped takes the others along. Markup of ours may stand inside a run.
 */
function twins(text: string, isUsed: boolean, edges: Offsets): Offsets {
  if (!text.includes('`')) return nothing
  const runs = [...text.matchAll(/`+/gu)]
  // What looks like a fence is escaped at the beginning of its line.
  const isFence = runs.length > 1 && /(?:^|\n)`{3}/u.test(text)
  const isCut = (run: string, at: number): boolean => [...run].some((_, i) => i > 0 && edges.has(at + i))
  if (!isUsed && !isFence && new Set(runs.map(([run]) => run.length)).size === runs.length && !runs.some(({0: run, index}) => isCut(run, index))) return nothing
  const out = new Set<number>()
  const last = runs[runs.length - 1]
  // Nothing comes after the last run that it could pair with.
  const isLastSafe = !isUsed && !isFence && !isCut(last[0], last.index)
  for (const {0: run, index} of isLastSafe ? runs.slice(0, -1) : runs) for (let i = index; i < index + run.length; i++) out.add(i)
  return out
}

/** Escape a piece of text; `text` is the whole block and `from` … `to` the piece, so that neighbours are seen. */
export function escaped(text: string, {from, to}: {from: number; to: number}, {found, place}: {found: Hazards; place: Place}): string {
  const piece = from === 0 && to === text.length ? text : text.slice(from, to)
  const isLinked = place.inLink && place.isShared !== true
  const isGlued = place.isGlued === true && !isLinked && /:\/\/|www\./iu.test(piece)
  if (!isGlued && (found.isPlain === true || !hasSigns(piece))) return piece
  const signs: number[] = []
  for (let i = from; i < to; i++) if (mustEscape(text, i, {found, place, to})) signs.push(i)
  if (isGlued) signs.push(to)
  if (signs.length === 0) return piece
  let out = ''
  let done = from
  for (const at of isLinked || !/:\/\/|www\./iu.test(piece) ? signs : withAddresses(piece, from, signs)) {
    if (at === to) break
    out += `${text.slice(done, at)}\\`
    done = at
  }
  return out + text.slice(done, to)
}

const bareAddress = /(?<![\p{L}\p{N}])(?:https?(?=:\/\/[^\s<])|www(?=\.[^\s<]))/giu

/**
 * Where GFM makes a link of an address as it stands, a backslash in it, or right after it, would be part of the
 * link: the address is then kept from being one, by a backslash of its own.
 *
 * @param signs offsets in the block, ascending
 */
function withAddresses(piece: string, from: number, signs: readonly number[]): readonly number[] {
  const out = new Set(signs)
  let next = 0
  for (const {0: scheme, index} of piece.matchAll(bareAddress)) {
    const start = from + index + scheme.length
    while (next < signs.length && signs[next] < start) next++
    if (next === signs.length) break
    const stretch = piece.slice(start - from, signs[next] - from)
    if (!/[\s<]/u.test(stretch)) out.add(start)
  }
  return out.size === signs.length ? signs : [...out].sort((a, b) => a - b)
}

function mustEscape(text: string, i: number, {found, place, to}: {found: Hazards; place: Place; to: number}): boolean {
  switch (text[i]) {
    // At the end of a piece a delimiter of ours may follow.
    case '\\': return i + 1 === to || afterBackslash.test(text[i + 1])
    case '*': return found.star.has(i)
    case '_': return found.underscore.has(i)
    case '~': return found.tilde.has(i)
    case '`': return found.backtick.has(i)
    case '[': return place.inLink || found.bracket.has(i)
    case ']': return place.inLink
    case '<': return (/[a-z/!?]/iu.test(text[i + 1] ?? '') || mailStart.test(text.slice(i, i + 80))) && (i < found.tag || i === 0 || text[i - 1] === '\n')
    case '&': return isEntity(text, i)
    case '|': return place.inTable
    default: return false
  }
}

/** The local part of an address between `<` and `>`, as CommonMark takes it for a link; a letter is asked for apart. */
const mailStart = /^<[\d.!#$%&'*+/=?^_`{|}~-][\w.!#$%&'*+/=?^`{|}~-]{0,70}@/u

function isEntity(text: string, i: number): boolean {
  const match = /^&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/iu.exec(text.slice(i, i + 40))
  return match !== null && decodeHTMLStrict(match[0]) !== match[0]
}

/** Beginnings of a line that would start another block. */
const starts: readonly {readonly find: RegExp; readonly also?: 'later'}[] = [
  {find: /^#{1,6}(?:\s|$)/u},
  {find: /^>/u},
  {find: /^[-+*](?:\s|$)/u},
  {find: /^([-*_])(?:\s{0,9}\1){2,}\s*$/u},
  {find: /^=+\s*$/u, also: 'later'},
  {find: /^-+\s*$/u, also: 'later'},
  {find: /^\|?\s{0,9}:?-+:?\s{0,9}(?:\|[\s:|-]*)?$/u, also: 'later'},
  {find: /^(?:`{3,}[^`]*$|~~~)/u},
  {find: /^\[(?:[^\]\\\n]|\\.){1,999}\]:/su},
]
const fenceStart = starts.findIndex(({find}) => find.test('```'))
const ordinal = /^(\d{1,9})([.)])(?:\s|$)/u

/** Escape what a line begins with; `isLater` lines follow another line of the same paragraph. */
export function escapedStart(line: string, isLater: boolean): string {
  // At the beginning of a file a parser takes it for the mark of its encoding, and looks behind it.
  // Elsewhere it is text, and may be all that stands behind a line break.
  if (line.startsWith('\ufeff')) return isLater ? line : escapedStart(line.replace(/^\ufeff+/u, ''), isLater)
  const first = line.charCodeAt(0)
  if (first >= 0x30 && first <= 0x39) {
    const match = ordinal.exec(line)
    return match !== null && (!isLater || match[1] === '1') ? `${match[1]}\\${line.slice(match[1].length)}` : line
  }
  // Letters, most of all, begin nothing.
  if (first > 0x7e || (first >= 0x41 && first <= 0x5a) || (first >= 0x61 && first <= 0x7a)) return line
  // Each sign of a fence: the rest of it could pair with a run that comes later.
  if (line.startsWith('```') && starts[fenceStart].find.test(line)) return line.replace(/^`{3,}/u, run => '\\`'.repeat(run.length))
  return starts.some(({find, also}) => (also === undefined || isLater) && find.test(line)) ? `\\${line}` : line
}
