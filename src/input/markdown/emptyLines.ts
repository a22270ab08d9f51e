/**
 * Markdown without the empty lines that say nothing: the parser takes microseconds for each, and a broken export has
 * millions.
 *
 * Outside of fences one empty line says as much as a hundred. Two are left of each run, so that the text stays one
 * that people may have written; offsets in the short text lead back to the long one.
 */

export interface Shortened {
  readonly text: string
  /** Offset in the text as it came. */
  offsetOf(offset: number): number
}

/** Empty lines that stay of each run. Chosen. */
const left = 2
/** Superfluous lines without which a text is read as it is. Chosen: a hundredth of a second. */
const worthIt = 1000

/** The text without them, undefined where there are too few to care. One pass, and a second one over what is left. */
export function withoutEmptyLines(source: string): Shortened | undefined {
  /** Superfluous stretches in order: from, to. */
  const cuts: number[] = []
  let lines = 0
  for (let at = 0, fence = ''; at < source.length;) {
    const end = lineEnd(source, at)
    if (!isEmpty(source, at, end)) {
      fence = fenceAfter(source.slice(at, Math.min(end, at + 200)), fence)
      at = end
      continue
    }
    let run = 1
    let cut = end
    let to = end
    while (to < source.length) {
      const next = lineEnd(source, to)
      if (!isEmpty(source, to, next)) break
      if (++run === left) cut = next
      to = next
    }
    if (run > left && fence === '') {
      cuts.push(cut, to)
      lines += run - left
    }
    at = to
  }
  return lines < worthIt ? undefined : shortened(source, cuts)
}

function shortened(source: string, cuts: readonly number[]): Shortened {
  const parts: string[] = []
  /** By part: where it starts in the short text, and in the long one. */
  const short: number[] = []
  const long: number[] = []
  let at = 0
  let length = 0
  for (let i = 0; i <= cuts.length; i += 2) {
    const end = i < cuts.length ? cuts[i] : source.length
    parts.push(source.slice(at, end))
    short.push(length)
    long.push(at)
    length += end - at
    at = cuts[i + 1] ?? end
  }
  return {
    text: parts.join(''),
    offsetOf(offset) {
      let low = 0
      let high = short.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if (short[middle] <= offset) low = middle
        else high = middle - 1
      }
      return long[low] + offset - short[low]
    },
  }
}

/** Offset behind the line's end. */
function lineEnd(source: string, at: number): number {
  let end = at
  while (end < source.length) {
    const code = source.charCodeAt(end++)
    if (code === 10) break
    if (code === 13) {
      if (source.charCodeAt(end) === 10) end++
      break
    }
  }
  return end
}

function isEmpty(source: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = source.charCodeAt(i)
    if (code !== 10 && code !== 13 && code !== 32 && code !== 9) return false
  }
  return true
}

/** The fence that is open behind a line, '' if none is; in a quote or an item a fence may be set in. */
function fenceAfter(line: string, open: string): string {
  const sign = /^[\s>*+\-\d.)]{0,60}?(`{3,100}|~{3,100})/u.exec(line)?.[1]
  if (sign === undefined) return open
  if (open === '') return sign
  return sign[0] === open[0] && sign.length >= open.length && /^[\s>]{0,60}[`~]{3,100}\s{0,100}$/u.test(line) ? '' : open
}
