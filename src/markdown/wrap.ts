/** Lines of a paragraph broken at a width, at spaces where the next word means nothing at the beginning of a line. */

/** A word that cannot begin a block: a letter, a quote, or emphasis right before a letter. */
const harmless = /^(?:["'(“‘«]{0,2}\p{L}|[*_]{1,3}[\p{L}\p{N}]|\p{N}[^.)]{0,40}$)/u

/**
 * No line ends in a backslash: that would be a hard break.
 *
 * @param text inline Markdown; its line breaks stay
 * @param width in UTF-16 code units, 0 for none; a longer word keeps its line
 */
export function wrapped(text: string, width: number): string {
  if (width <= 0 || text.length <= width) return text
  return text.split('\n').map(line => wrappedLine(line, width)).join('\n')
}

function wrappedLine(line: string, width: number): string {
  const out: string[] = []
  let length = 0
  let isCode = false
  // A line of signs alone would be a rule, or make a heading of the line before.
  let hasWords = false
  for (const word of line.split(' ')) {
    const isFirst = length === 0
    if (!isFirst && !isCode && hasWords && length + 1 + word.length > width && harmless.test(word) && !out[out.length - 1].endsWith('\\')) {
      out.push('\n', word)
      length = word.length
      hasWords = false
    } else {
      out.push(isFirst && out.length === 0 ? '' : ' ', word)
      length += word.length + 1
    }
    hasWords ||= /[\p{L}\p{N}]/u.test(word)
    // Code keeps its line, for its spaces are its own.
    if ((word.match(/`/gu)?.length ?? 0) % 2 === 1) isCode = !isCode
  }
  return out.join('')
}
