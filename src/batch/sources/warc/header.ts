/** Headers of WARC records and of the HTTP messages in them: lines `Name: value`. */

/** Names in lower case. Of several headers with one name the values are joined by a comma, as in HTTP. */
export type Headers = ReadonlyMap<string, string>

/** Bytes of a header block read at most, chosen: CDNs send some 10 KB. */
export const headerCap = 65_536

/** Where the block that begins at `from` ends, and the content behind it begins; undefined if it has no end. */
export function headerEnd(bytes: Buffer, from = 0): {readonly end: number; readonly content: number} | undefined {
  const block = bytes.subarray(from, from + headerCap)
  const strict = block.indexOf('\r\n\r\n', 0, 'latin1')
  const bare = block.subarray(0, strict < 0 ? block.length : strict).indexOf('\n\n', 0, 'latin1')
  if (bare >= 0) return {end: from + bare, content: from + bare + 2}
  return strict < 0 ? undefined : {end: from + strict, content: from + strict + 4}
}

/** The first line, and the headers behind it. */
export function parseHeaders(block: Buffer): {readonly first: string; readonly headers: Headers} {
  const [first, ...lines] = block.toString('utf8').split(/\r?\n/u)
  const headers = new Map<string, string>()
  let last = ''
  for (const line of lines) {
    const colon = line.indexOf(':')
    if ((line.startsWith(' ') || line.startsWith('\t')) && last !== '') headers.set(last, `${headers.get(last)} ${line.trim()}`)
    else if (colon > 0) {
      last = line.slice(0, colon).trim().toLowerCase()
      const value = line.slice(colon + 1).trim()
      const before = headers.get(last)
      headers.set(last, before === undefined ? value : `${before}, ${value}`)
    }
  }
  return {first, headers}
}
