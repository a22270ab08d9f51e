/** The title a page gives itself. */
import type {Page} from '../page/page.ts'

/** What stands between a title and the name of the site. */
const separator = /\s+[|–—·•»:~-]\s+|\s*[|»]\s*/u

/**
 * Title of the page: og:title, else `<title>`, without the site's name where the page says what that is; null if
 * the page has neither.
 */
export function titleOf(page: Page): string | null {
  const written = metaOf(page, 'og:title') || metaOf(page, 'twitter:title') || page.head.title
  if (written === '' || isUnfilled(written)) return null
  return headingIn(page, written) ?? withoutSite(written, metaOf(page, 'og:site_name'))
}

export function metaOf(page: Page, key: string): string {
  return page.head.metas.find(meta => meta.key === key && meta.content !== '')?.content ?? ''
}

/** A template's hole is nobody's title. */
function isUnfilled(text: string): boolean {
  return /^\s*(?:\{\{.{0,100}\}\}|\{[\w.]{1,60}\}|%\w{1,60}%)\s*$/u.test(text)
}

/** The page's heading, where the title is that heading and something more. */
function headingIn(page: Page, written: string): string | undefined {
  const parts = new Set(written.split(separator).map(folded))
  const whole = folded(written)
  for (const block of page.blocks) {
    if (block.kind !== 'heading' || block.level !== 1) continue
    const text = block.text.replaceAll('\n', ' ')
    const name = folded(text)
    if (name !== '' && (parts.has(name) || whole === name || (name.length > 12 && whole.startsWith(name)))) return text
  }
  return undefined
}

function withoutSite(written: string, site: string): string {
  if (site === '') return written
  for (const [from, to] of edges(written)) if (folded(written.slice(from, to)) === folded(site)) return (from === 0 ? written.slice(to) : written.slice(0, from)).replace(/^[\s|–—·•»:~-]+|[\s|–—·•»:~-]+$/gu, '') || written
  return written
}

/** First and last part of a title. */
function edges(written: string): readonly (readonly [number, number])[] {
  const parts = written.split(separator)
  const last = parts[parts.length - 1]
  return parts.length < 2 ? [] : [[written.length - last.length, written.length], [0, parts[0].length]]
}

/** Letters and digits only, lower case: for comparing titles. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}
