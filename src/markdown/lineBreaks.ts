/** Hard breaks of lines: a backslash, or two spaces where it would be read as part of what stands before it. */

/**
 * A backslash would become part of an address that GFM makes a link of.
 *
 * @param sign what stands before the line end whatever comes before it; left to this module if undefined
 */
export function withBreaks(line: string, sign: string | undefined): string {
  if (sign !== undefined) return line.replaceAll('\n', () => `${sign}\n`)
  if (!/:\/\/|www\./iu.test(line)) return line.replaceAll('\n', '\\\n')
  const lines = line.split('\n')
  return lines.map((each, i) => (i === lines.length - 1 ? each : each + (endsInAddress(each) ? '  \n' : '\\\n'))).join('')
}
const addressStart = /(?:https?:\/\/|www\.)[^\s<]/iu

/** Is there an address in the last word, other than the target of a link? */
function endsInAddress(line: string): boolean {
  const word = lastWord(line)
  if (!addressStart.test(word)) return false
  const target = line.lastIndexOf('](')
  return target < line.length - word.length || !closesLink(line, target) || addressStart.test(line.slice(line.lastIndexOf(')') + 1))
}

/** Does the bracket at this offset close one that is no text? */
function closesLink(line: string, at: number): boolean {
  let open = 0
  for (let i = 0; i < at; i++) {
    if (line[i] === '\\') i++
    else if (line[i] === '[') open++
    else if (line[i] === ']' && open > 0) open--
  }
  return open > 0
}

/** What stands behind the last white space or tag. */
function lastWord(line: string): string {
  return line.slice(Math.max(line.lastIndexOf(' '), line.lastIndexOf('<')) + 1)
}
