/**
 * What every match of an expression holds: short pieces of text, one of which must be there. Read from the
 * expression itself, so that a table of rules stays a table of expressions and can be asked as a whole.
 */

/** Characters of a piece at most: longer ones tell more, but are no rarer in practice. Chosen. */
const longest = 4
/** Letters from the commonest to the rarest; a piece of rare ones refuses more texts. */
const byFrequency = ' etaoinshrdlcumwfgypbvkjxqz'
/** Pieces that many short texts of the web hold, whatever their letters: taken only where there is no other. Measured. */
const common: ReadonlySet<string> = new Set(['your', 'you ', "you'", ' you', ' for', 'for ', 'with', 'more', 'comp', 'pers', 'ding', 'king', 'sign', 'mark', 'nter', 'form', 'back', 'serv', 'work', 'prov', 'this', 'that', ' the', 'the ', 'have', 'ment', 'tion', 'vide', 'cess', 'auth', 'ther'])

/** @returns pieces in lower case, at most four UTF-16 units each; undefined where an expression can match without any. */
export function requiredPieces(expression: RegExp): readonly string[] | undefined {
  const needed = new Reader(expression.source).alternatives()
  return needed === undefined ? undefined : [...new Set(needed.pieces)]
}

/** Pieces, one of which must be there, and about how many texts have one. */
interface Needed { readonly pieces: readonly string[]; readonly cost: number }
/** A part of a sequence: the characters it is, or what it needs; neither if it says nothing, `width` 0 if it takes no character. */
interface Atom { readonly literal?: string; readonly needed?: Needed | undefined; readonly width?: 0 }
interface Times { readonly least: number; readonly isOnce: boolean }
const once: Times = {least: 1, isOnce: true}
const anything: Atom = {}
const nowhere: Atom = {width: 0}

/** Expressions of ours: `u` syntax, groups, classes, quantifiers, assertions, back references. */
class Reader {
  readonly #source: string
  #at = 0

  constructor(source: string) {
    this.#source = source
  }

  /** Up to the end of the group: pieces of all alternatives, undefined if one has none. */
  alternatives(): Needed | undefined {
    const pieces: string[] = []
    let cost = 0
    for (;;) {
      const needed = this.#sequence()
      if (needed === undefined) cost = Infinity
      else {
        pieces.push(...needed.pieces)
        cost += needed.cost
      }
      if (this.#source[this.#at] !== '|') break
      this.#at++
    }
    return cost === Infinity ? undefined : {pieces, cost}
  }

  /** The part of a sequence that tells most. */
  #sequence(): Needed | undefined {
    let best: Needed | undefined
    let run = ''
    const offer = (needed: Needed | undefined): void => {
      if (needed !== undefined && (best === undefined || needed.cost < best.cost)) best = needed
    }
    const flush = (): void => {
      if (run !== '') offer(rarest(run))
      run = ''
    }
    while (this.#at < this.#source.length && this.#source[this.#at] !== '|' && this.#source[this.#at] !== ')') {
      const atom = this.#atom()
      const times = this.#quantifier()
      if (atom.width === 0) continue
      if (times.least > 0 && atom.literal !== undefined) run += atom.literal.toLowerCase()
      if (times.isOnce && atom.literal !== undefined) continue
      flush()
      if (times.least > 0) offer(atom.needed)
    }
    flush()
    return best
  }

  #atom(): Atom {
    const sign = this.#source[this.#at++]
    switch (sign) {
      case '(': return this.#group()
      case '[': return this.#skip(']')
      case '\\': return this.#escape()
      case '^': case '$': return nowhere
      case '.': return anything
      default: return {literal: sign}
    }
  }

  #group(): Atom {
    if (this.#source[this.#at] !== '?') {
      const needed = this.alternatives()
      this.#at++
      return {needed}
    }
    const [opening, kind] = /^(?:\?(:|<?[=!]|<\w{1,40}>))?/u.exec(this.#source.slice(this.#at, this.#at + 50)) ?? ['']
    this.#at += opening.length
    const needed = this.alternatives()
    this.#at++
    return kind !== undefined && /[=!]/u.test(kind) ? nowhere : {needed}
  }

  #escape(): Atom {
    const sign = this.#source[this.#at++]
    if (/[bB]/u.test(sign)) return nowhere
    if (/[pPkux]/u.test(sign)) {
      const rest = /^(?:\{[^}]{0,60}\}|<[^>]{0,60}>|[0-9a-fA-F]{2,4})/u.exec(this.#source.slice(this.#at, this.#at + 64))?.[0] ?? ''
      this.#at += sign === 'x' && rest.length > 2 ? 2 : rest.length
      return anything
    }
    return /[a-zA-Z0-9]/u.test(sign) ? anything : {literal: sign}
  }

  #skip(end: string): Atom {
    while (this.#at < this.#source.length && this.#source[this.#at] !== end) this.#at += this.#source[this.#at] === '\\' ? 2 : 1
    this.#at++
    return anything
  }

  #quantifier(): Times {
    const sign = this.#source.charCodeAt(this.#at)
    // Most characters are followed by none: * + ? {
    if (sign !== 0x2a && sign !== 0x2b && sign !== 0x3f && sign !== 0x7b) return once
    const [written, least] = /^(?:[*+?]|\{(\d{1,6})(?:,\d{0,6})?\})\??/u.exec(this.#source.slice(this.#at, this.#at + 20)) ?? ['']
    this.#at += written.length
    if (written === '') return once
    return {least: least === undefined ? (written[0] === '+' ? 1 : 0) : Number(least), isOnce: false}
  }
}

/** The window of a literal that the fewest texts hold. */
function rarest(literal: string): Needed {
  let best = literal.slice(0, longest)
  let least = frequency(best)
  for (let from = 1; from + longest <= literal.length; from++) {
    const piece = literal.slice(from, from + longest)
    const share = frequency(piece)
    if (share >= least) continue
    least = share
    best = piece
  }
  return {pieces: [best], cost: least}
}

/** How many texts hold a piece, about. */
function frequency(piece: string): number {
  if (common.has(piece)) return 0.02
  if (piece.length < 3 && piece.charCodeAt(0) < 0x370) return 1
  let product = 1
  for (let i = 0; i < piece.length; i++) product *= weights[piece.charCodeAt(i)] ?? 0.005
  return product
}

/** About the share of each ASCII character among those of a text. */
const weights = new Float64Array(128).fill(0.005)
for (let i = 0; i < byFrequency.length; i++) weights[byFrequency.charCodeAt(i)] = 0.15 * 0.87 ** i
