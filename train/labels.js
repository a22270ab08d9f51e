/**
 * Labels: which blocks of a page are its content, told by aligning them in order with the gold text.
 *
 * Every gold word is used once. Long blocks take their longest runs of unused gold words, those that stand once on
 * the page first; copies follow, the one that fits between its neighbours first; short blocks must stand exactly in
 * the gap between their neighbours' places; whole gold lines that are left over go to blocks that say just that.
 */

/** A character of a script without spaces, or a run of the other letters and digits. */
const word = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]|(?:(?![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff])[\p{L}\p{N}_])+/gu

/** Words in lower case; a character of a script without spaces is a word. @param {string} text @returns {string[]} */
export function wordsOf(text) {
  return text.toLowerCase().match(word) ?? []
}

/** Fewer words make a short block. */
const longWords = 5
/** A run of fewer words is chance. */
const leastRun = 4
/** A shorter one counts as near as this to where the last one ended. */
const nearGold = 12
/** Share of a block's words that must be found for its words to be used up. */
const leastCover = 0.25
/** Gold words among which a short block is looked for where the gap is wide open. */
const openGap = 60
const widestGap = 400

/** The gold as words, which are used, and where each trigram stands. */
class Gold {
  /** @param {string} text */
  constructor(text) {
    /** @type {string[]} */
    this.words = []
    /** @type {[number, number][]} */
    this.lines = []
    for (const line of text.split('\n')) {
      const words = wordsOf(line)
      if (words.length === 0) continue
      this.lines.push([this.words.length, this.words.length + words.length])
      for (const each of words) this.words.push(each)
    }
    this.used = new Uint8Array(this.words.length)
    /** @type {Map<string, number[]>} */
    this.trigrams = new Map()
    for (let i = 0; i + 2 < this.words.length; i++) {
      const key = `${this.words[i]} ${this.words[i + 1]} ${this.words[i + 2]}`
      const places = this.trigrams.get(key)
      if (places === undefined) this.trigrams.set(key, [i])
      else if (places.length < 200) places.push(i)
    }
  }

  /** Longest unused run that continues words[k …]; of equals the one nearest to `expected`. @param {string[]} words @param {number} k @param {number} expected */
  run(words, k, expected) {
    let length = 0
    let at = -1
    for (const place of this.trigrams.get(`${words[k]} ${words[k + 1]} ${words[k + 2]}`) ?? []) {
      let l = 0
      while (k + l < words.length && place + l < this.words.length && words[k + l] === this.words[place + l] && !this.used[place + l]) l++
      if (l < 3) continue
      if (l > length || (l === length && expected >= 0 && Math.abs(place - expected) < Math.abs(at - expected))) {
        length = l
        at = place
      }
    }
    return {length, at}
  }

  /** @param {number} from @param {number} length */
  use(from, length) {
    this.used.fill(1, from, from + length)
  }

  /** First place in from … to where the words stand unused, −1 if none. @param {string[]} words @param {number} from @param {number} to */
  find(words, from, to) {
    for (let at = from; at + words.length <= to; at++) {
      let l = 0
      while (l < words.length && this.words[at + l] === words[l] && !this.used[at + l]) l++
      if (l === words.length) return at
    }
    return -1
  }
}

/**
 * @param {readonly string[]} texts texts of the blocks in order
 * @param {string} goldText
 * @returns {Float32Array} share of each block's words that are gold, 0–1
 */
export function labels(texts, goldText) {
  return new Alignment(texts.map(wordsOf), new Gold(goldText)).run()
}

class Alignment {
  /** @param {string[][]} blocks @param {Gold} gold */
  constructor(blocks, gold) {
    this.blocks = blocks
    this.gold = gold
    this.cover = new Float32Array(blocks.length)
    this.from = new Int32Array(blocks.length).fill(-1)
    this.to = new Int32Array(blocks.length).fill(-1)
    this.keys = blocks.map(words => words.join(' '))
  }

  run() {
    if (this.gold.words.length === 0) return this.cover
    const times = new Map()
    for (const key of this.keys) times.set(key, (times.get(key) ?? 0) + 1)
    const long = this.blocks.map((words, i) => (words.length >= longWords ? i : -1)).filter(i => i >= 0)
    let expected = -1
    for (const i of long) {
      if (times.get(this.keys[i]) > 1) continue
      this.match(i, expected, true)
      if (this.to[i] >= 0) expected = this.to[i]
    }
    const copies = long.filter(i => times.get(this.keys[i]) > 1)
    for (const i of copies) {
      const gap = this.gap(i)
      const start = gap.before >= 0 ? gap.from : -1
      const {cover, at} = this.match(i, start, false)
      if (cover >= 0.6 && at >= gap.from - 5 && at < gap.to + 5) this.match(i, start, true)
    }
    for (const i of copies) if (this.from[i] < 0) this.match(i, -1, true)
    for (let i = 0; i < this.blocks.length; i++) if (this.from[i] < 0) this.matchShort(i)
    this.matchLines()
    return this.cover
  }

  /** Runs of a long block in the gold. @param {number} i @param {number} expected @param {boolean} commit */
  match(i, expected, commit) {
    const words = this.blocks[i]
    /** @type {[number, number][]} */
    const runs = []
    let last = expected
    let found = 0
    for (let k = 0; k + 2 < words.length;) {
      const {length, at} = this.gold.run(words, k, last)
      const enough = length >= leastRun || (length > 0 && length === words.length) || (length >= 3 && last >= 0 && Math.abs(at - last) < nearGold)
      if (!enough) {
        k++
        continue
      }
      found += length
      last = at + length
      runs.push([at, length])
      k += length
    }
    const cover = found / words.length
    if (commit && cover >= leastCover) {
      for (const [at, length] of runs) this.gold.use(at, length)
      this.settle(i, cover, runs[0][0], last)
    }
    return {cover, at: runs.length > 0 ? runs[0][0] : -1}
  }

  /** @param {number} i @param {number} cover @param {number} from @param {number} to */
  settle(i, cover, from, to) {
    this.cover[i] = cover
    this.from[i] = from
    this.to[i] = to
  }

  /** Gold between the nearest blocks that have a place. @param {number} i */
  gap(i) {
    let before = i - 1
    while (before >= 0 && this.to[before] < 0) before--
    let after = i + 1
    while (after < this.blocks.length && this.from[after] < 0) after++
    if (after === this.blocks.length) after = -1
    return {before, after, from: before < 0 ? 0 : this.to[before], to: after < 0 ? this.gold.words.length : this.from[after]}
  }

  /** @param {number} i */
  matchShort(i) {
    const words = this.blocks[i]
    if (words.length === 0 || words.length >= longWords) return
    const {before, after, from, to} = this.gap(i)
    if (before < 0 && after < 0) return
    let low = from
    let high = to
    if (high < low || high - low > widestGap) {
      if (before >= 0 && i - before <= 6) high = Math.min(this.gold.words.length, (low = from) + openGap)
      else if (after >= 0 && after - i <= 6) low = Math.max(0, (high = to) - openGap)
      else return
    }
    const at = this.gold.find(words, low, high)
    const distance = Math.min(before < 0 ? 99 : i - before, after < 0 ? 99 : after - i)
    if (at < 0 || (distance > 25 && words.length < 3)) return
    this.gold.use(at, words.length)
    this.settle(i, 1, at, at + words.length)
  }

  matchLines() {
    /** @type {Map<string, number[]>} */
    const left = new Map()
    this.gold.lines.forEach(([from, to], line) => {
      if (this.gold.used.subarray(from, to).some(used => used === 1)) return
      const key = this.gold.words.slice(from, to).join(' ')
      left.set(key, [...(left.get(key) ?? []), line])
    })
    this.blocks.forEach((words, i) => {
      if (this.from[i] >= 0 || words.length < 2) return
      const line = left.get(this.keys[i])?.shift()
      if (line === undefined) return
      const [from, to] = this.gold.lines[line]
      this.gold.use(from, to - from)
      this.settle(i, 1, from, to)
    })
  }
}
