/** The block of data a Markdown file may begin with: YAML between `---`, TOML between `+++`. */

/** Longer ones are no data about a page. Chosen. */
const maxLength = 100_000
const fence = /^(---|\+\+\+)[ \t]{0,20}(?:\r\n?|\n)/u
/** What a line of data looks like: `key: value`, `key = value`, a list item, a comment, a table. */
const firstData = /^\s{0,20}(?:["']?[\w$@-][\w $@./-]{0,60}["']?\s{0,8}[:=](?:\s|$)|#|-\s|\[|\{)/u

/**
 * Length of the front matter at the start of the text, its fences and the line end after them included.
 *
 * @returns 0 if there is none: a rule at the top of a text is no fence, unless data follows and the fence closes.
 */
export function frontMatterLength(source: string): number {
  const start = source.charCodeAt(0) === 0xfeff ? 1 : 0
  const head = fence.exec(source.slice(start, start + 64))
  if (head === null) return 0
  const sign = head[1]
  const body = start + head[0].length
  const window = source.slice(body, body + maxLength)
  const close = sign === '---' ? /(?:^|\r\n?|\n)(?:---|\.\.\.)[ \t]{0,20}(?:\r\n?|\n|$)/u : /(?:^|\r\n?|\n)\+\+\+[ \t]{0,20}(?:\r\n?|\n|$)/u
  const end = close.exec(window)
  if (end === null) return 0
  // The end of the window is no end of a line.
  if (end.index + end[0].length === window.length && body + window.length < source.length && !/[\r\n]$/u.test(end[0])) return 0
  if (end.index > 0 && !firstData.test(window.slice(0, 200))) return 0
  return body + end.index + end[0].length
}
