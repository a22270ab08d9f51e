/**
 * Tells Markdown that the parser would choke on. micromark is linear on what people write and quadratic, or out
 * of stack, on what nobody does; the bounds below are what it reads in about a second, measured.
 */

/** Code units of one document: the parser holds about 500 bytes of events for each. */
const maxLength = 2_000_000
/** Containers (`>`, list signs) on one line. */
const maxContainers = 48
/** Columns before a list sign: two for each level. */
const maxIndent = 200
/** Sum over all lines of the containers each stands in: a line that goes on a paragraph is looked for in all of them. */
const maxNested = 400_000
/** Lines of one paragraph. */
const maxLines = 8000
/** Quotes started after an empty line: each is searched for from the last. */
const maxQuotes = 2000
/** `*`, `_`, `~` in one paragraph: each closing one looks for its opening one. */
const maxDelimiters = 4000
/** `[` and `]` in one paragraph. */
const maxBrackets = 12_000
/** Characters of one paragraph behind a `[` without its `]`: before each word that could begin an address all that is behind is searched for it. */
const maxUnclosed = 20_000

/** `<!` and `<?` in one paragraph: each looks for its end. */
const maxRaw = 500

/** What the parser would choke on, undefined if nothing. One pass over the text. */
export function markdownHazard(source: string): string | undefined {
  if (source.length > maxLength) return 'length'
  let delimiters = 0
  let brackets = 0
  let raw = 0
  let quotes = 0
  let nested = 0
  let lines = 0
  let depth = 0
  let at = 0
  let wasEmpty = true
  /** `[` that are open, and where the first of them stands. */
  let open = 0
  let openAt = 0
  while (at < source.length) {
    const line = containersAt(source, at)
    if (line.count > maxContainers || (line.count > 0 && line.indent > maxIndent)) return 'nesting'
    if (line.count > 0) depth = line.count
    if ((nested += depth) > maxNested) return 'nesting'
    if (wasEmpty && line.isQuote && ++quotes > maxQuotes) return 'quotes'
    let isEmpty = true
    for (at = line.end; at < source.length; at++) {
      const code = source.charCodeAt(at)
      if (code === 10 || code === 13) break
      if (code === 32 || code === 9) continue
      isEmpty = false
      if (code === 0x2a || code === 0x5f || code === 0x7e) delimiters++
      else if (code === 0x5b) {
        brackets++
        if (open++ === 0) openAt = at
      } else if (code === 0x5d) {
        brackets++
        if (open > 0 && at - openAt > maxUnclosed) return 'links'
        if (open > 0) open--
      }
      else if (code === 0x3c && (source.charCodeAt(at + 1) === 0x21 || source.charCodeAt(at + 1) === 0x3f)) raw++
    }
    if (open > 0 && at - openAt > maxUnclosed) return 'links'
    at++
    if (delimiters > maxDelimiters) return 'emphasis'
    if (brackets > maxBrackets) return 'links'
    if (raw > maxRaw) return 'HTML'
    if (++lines > maxLines) return 'lines'
    wasEmpty = isEmpty
    if (isEmpty) delimiters = brackets = raw = depth = lines = open = 0
  }
  return undefined
}

/** The container signs a line begins with. */
function containersAt(source: string, start: number): {count: number; indent: number; end: number; isQuote: boolean} {
  let at = start
  let count = 0
  let space = 0
  let indent = 0
  let isQuote = false
  for (; at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (code === 32 || code === 9) {
      space += code === 9 ? 4 : 1
      continue
    }
    if (code === 0x3e) isQuote = true
    else {
      const sign = signLength(source, at)
      if (sign === 0) break
      at += sign - 1
    }
    if (count++ === 0) indent = space
  }
  return {count, indent, end: at, isQuote}
}

/** Length of the list sign at `at`, 0 if there is none. */
function signLength(source: string, at: number): number {
  let end = at
  const code = source.charCodeAt(at)
  if (code === 0x2d || code === 0x2a || code === 0x2b) end++
  else {
    while (end - at < 9 && source.charCodeAt(end) >= 0x30 && source.charCodeAt(end) <= 0x39) end++
    const close = source.charCodeAt(end)
    if (end === at || (close !== 0x2e && close !== 0x29)) return 0
    end++
  }
  const after = source.charCodeAt(end)
  return after === 32 || after === 9 ? end - at : 0
}
