/** Which of many expressions a text could match at all, told in one look at its characters. */
import {requiredPieces} from './required.ts'

/** A character in six bits: what is the same letter is the same number; others may share one, which only lets more through. */
const classes = new Uint8Array(128)
const signClasses: Readonly<Record<string, number>> = {' ': 27, '-': 29, _: 30, "'": 31}
for (let unit = 0; unit < 128; unit++) {
  const sign = String.fromCharCode(unit).toLowerCase()
  classes[unit] = sign >= 'a' && sign <= 'z' ? sign.charCodeAt(0) - 96 : sign >= '0' && sign <= '9' ? 28 : signClasses[sign] ?? 0
}

/** Number of a slot for the number of a piece. */
function slotOf(code: number): number {
  return Math.imul(code, 0x9e3779b1) >>> 16
}

const threeUnits = 0x3ffff
const fourUnits = 0xffffff
/** Pieces of three characters are told from those of four by this bit. */
const isThree = 0x1000000

/**
 * Each expression needs pieces of text, one of which any match holds. A text is looked at once: its characters,
 * three and four at a time, are looked up among all pieces. Expressions that need nothing are always asked.
 */
export class Sieve {
  readonly #expressions: () => readonly (RegExp | readonly string[] | undefined)[]
  #isReady = false
  /** Bits of expressions that are always asked, and of those that are asked of every text in another script than Latin. */
  #always = 0
  #foreign = 0
  /** One bit a slot, for pieces of three and of four characters: most texts stop here. */
  #threes = new Uint32Array(0)
  #fours = new Uint32Array(0)
  /** Expressions by the number of a piece. */
  readonly #asked = new Map<number, number>()

  /** @param expressions at most 32, or what they need where that is known; read when the first text comes, so that a sieve costs nothing to load. */
  constructor(expressions: () => readonly (RegExp | readonly string[] | undefined)[]) {
    this.#expressions = expressions
  }

  #prepare(): void {
    const expressions = this.#expressions()
    if (expressions.length > 32) throw new RangeError('a sieve holds at most 32 expressions')
    this.#isReady = true
    this.#threes = new Uint32Array(2048)
    this.#fours = new Uint32Array(2048)
    for (const [i, expression] of expressions.entries()) {
      const pieces = expression instanceof RegExp ? requiredPieces(expression) : expression
      if (pieces === undefined) this.#always |= 1 << i
      else for (const piece of pieces) this.#add(piece, 1 << i)
    }
  }

  #add(piece: string, bit: number): void {
    if (piece.length < 3) {
      if ([...piece].every(isForeign)) this.#foreign |= bit
      else this.#always |= bit
      return
    }
    let code = 0
    for (let i = 0; i < piece.length; i++) code = (code << 6) | classOf(piece.charCodeAt(i))
    const slot = slotOf(code)
    const table = piece.length === 3 ? this.#threes : this.#fours
    table[slot >> 5] |= 1 << (slot & 31)
    const key = piece.length === 3 ? code | isThree : code
    this.#asked.set(key, (this.#asked.get(key) ?? 0) | bit)
  }

  /**
   * Bit i is set if expression i may match, clear if it cannot. Case counts for letters beyond ASCII: give such
   * texts in the case of the expressions.
   */
  of(text: string): number {
    if (!this.#isReady) this.#prepare()
    const threes = this.#threes
    const fours = this.#fours
    let found = this.#always
    let code = 0
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      if (unit < 128) code = ((code << 6) | classes[unit]) & fourUnits
      else {
        code = ((code << 6) | 32 | (unit & 31)) & fourUnits
        if (isForeignUnit(unit)) found |= this.#foreign
      }
      const four = Math.imul(code, 0x9e3779b1) >>> 16
      if (((fours[four >> 5] >>> (four & 31)) & 1) !== 0) found |= this.#asked.get(code) ?? 0
      const three = Math.imul(code & threeUnits, 0x9e3779b1) >>> 16
      if (((threes[three >> 5] >>> (three & 31)) & 1) !== 0) found |= this.#asked.get((code & threeUnits) | isThree) ?? 0
    }
    return found
  }
}

function classOf(unit: number): number {
  return unit < 128 ? classes[unit] : 32 | (unit & 31)
}

/** Beyond Latin letters, and no typographic sign. */
function isForeignUnit(unit: number): boolean {
  return unit >= 0x370 && (unit < 0x2000 || unit > 0x20ff)
}

function isForeign(sign: string): boolean {
  return isForeignUnit(sign.charCodeAt(0))
}
