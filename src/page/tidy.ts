/**
 * White space and controls of a piece of text, made what a reader sees: one look tells what a piece needs, and
 * most need nothing.
 */

/** What is in a piece, as flags. */
const SPACES = 1
const CONTROLS = 2
/** An entity, or something beyond ASCII: what a normaliser may want to change. */
const UNUSUAL = 4
/** A space: nothing to do, unless it is the second in a row. */
const SPACE = 8

/** Of each unit of ASCII. */
const flagsOf = Uint8Array.from({length: 128}, (_, unit) => {
  if (unit === 32) return SPACE
  if (unit === 9 || unit === 10 || unit === 12 || unit === 13) return SPACES
  if (unit === 11) return 0
  return unit < 32 || unit === 127 ? CONTROLS : unit === 0x26 ? UNUSUAL : 0
})

export const controls = /[\u0001-\u0008\u000e-\u001f\u007f-\u009f]+/gu

/** @param repair asked only of a piece with `&` or something beyond ASCII in it */
export function tidied(piece: string, repair: ((piece: string) => string) | undefined): string {
  let flags = flagsIn(piece)
  let out = piece
  if (repair !== undefined && (flags & UNUSUAL) !== 0) {
    out = repair(piece)
    if (out !== piece) flags = flagsIn(out)
  }
  if ((flags & CONTROLS) !== 0) out = out.replaceAll('\0', '').replace(controls, ' ')
  return (flags & (SPACES | CONTROLS)) === 0 ? out : collapsed(out)
}

/** Without the white space of markup at its ends; line breaks and other spaces stay. */
export function trimmed(raw: string): string {
  let from = 0
  let to = raw.length
  while (from < to && isSpace(raw.charCodeAt(from))) from++
  while (to > from && isSpace(raw.charCodeAt(to - 1))) to--
  return to - from === raw.length ? raw : raw.slice(from, to)
}

function isSpace(unit: number): boolean {
  return unit === 32 || unit === 10 || unit === 9 || unit === 13 || unit === 12
}

/** By hand: an expression costs more to call than a piece has characters. Without a branch at each space, which no processor foresees. */
function flagsIn(text: string): number {
  let flags = 0
  let doubled = 0
  let before = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const is = unit < 128 ? flagsOf[unit] : unit < 160 ? CONTROLS | UNUSUAL : UNUSUAL
    doubled |= is & before
    before = is
    flags |= is
  }
  return (doubled & SPACE) === 0 ? flags : flags | SPACES
}

/** Every run of white space is one space. Joined, not added up: what comes after reads a flat string faster. */
function collapsed(text: string): string {
  const out: string[] = []
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit > 32 || !isSpace(unit)) continue
    const start = at
    while (at + 1 < text.length && isSpace(text.charCodeAt(at + 1))) at++
    if (at === start && unit === 32) continue
    out.push(text.slice(from, start))
    from = at + 1
  }
  if (from === 0) return text
  out.push(text.slice(from))
  return out.join(' ')
}
