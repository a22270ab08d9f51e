/** Text as HTML, for the HTML driver to read. */

export function escaped(text: string): string {
  return text.replace(/[&<>]/gu, sign => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'))
}

/** Does a string hold markup? */
export function isMarkup(text: string): boolean {
  return /<\/?(?:p|div|br|h[1-6]|ul|ol|li|a|strong|em|b|i|blockquote|figure|img|table|section|article|span|pre|code)(?:\s[^<>]{0,2000})?\/?>/iu.test(text)
}

/** Plain text as paragraphs; a single line end is a break. */
export function paragraphs(text: string): string {
  return text.split(/\n\s{0,99}\n/u).map(each => each.trim()).filter(each => each !== '').map(each => `<p>${escaped(each).replace(/\n/gu, '<br>')}</p>`).join('\n')
}

/** Markup as it is, plain text as paragraphs. */
export function asHtml(text: string): string {
  return isMarkup(text) ? text : paragraphs(text)
}
