/** HTML of which every piece that is not written here is escaped. */

/** Markup that is safe: made by `html`, never from a page. */
export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Value = string | number | Markup | readonly Markup[]

/** Template tag: strings put in are escaped, in text and in quoted attributes alike. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(strings.map((text, i) => i === 0 ? text : markupOf(values[i - 1]) + text).join(''))
}

function markupOf(value: Value): string {
  if (value instanceof Markup) return value.text
  if (typeof value === 'number') return number(value)
  if (typeof value === 'string') return escaped(value)
  return value.map(({text}) => text).join('')
}

const entities: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;'}

/** Controls (but tab and line feed) and direction overrides become U+FFFD: they could make a name look like another. */
export function escaped(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, '\ufffd').replace(/\p{Surrogate}/gu, '\ufffd').replace(/[&<>"'`]/gu, sign => entities[sign])
}

/** 1234567 → 1,234,567 */
export function number(value: number): string {
  return value.toLocaleString('en-US', {maximumFractionDigits: 2})
}
