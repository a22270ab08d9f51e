/**
 * What rules wrote, on its way through the writer: each piece is a word that occurs nowhere in the document,
 * and is put in its place when the document is written, with the signs of quotes and items before its lines.
 */

export class Tokens {
  readonly #name: string
  readonly #find: RegExp
  readonly #texts: string[] = []

  /** @param document all text of the document: no word is made that occurs in it */
  constructor(document: string) {
    let name = 'boildown0x'
    for (let i = 1; document.includes(name); i++) name = `boildown${i}x`
    this.#name = name
    this.#find = new RegExp(`${name}(\\d{1,9})x`, 'gu')
  }

  /** A word that stands for this text. */
  of(text: string): string {
    return `${this.#name}${this.#texts.push(text) - 1}x`
  }

  /** A word with nothing behind it: what begins with it does not begin its line. */
  get edge(): string {
    return `${this.#name}x`
  }

  /** Markdown with every word replaced. What is put in is not looked at again. Linear. */
  resolved(markdown: string): string {
    let out = ''
    let done = 0
    let line = 0
    for (const {0: word, 1: index, index: at} of markdown.matchAll(this.#find)) {
      const text = this.#texts[Number(index)]
      out += markdown.slice(done, at)
      if (text.includes('\n')) {
        const end = markdown.lastIndexOf('\n', at)
        if (end >= line) line = end + 1
        const isLast = at + word.length === markdown.length || markdown[at + word.length] === '\n'
        out += inLine(isLast ? text.replace(/(?<!\n)\n+$/u, '') : text, markdown.slice(line, at))
      } else out += text
      done = at + word.length
    }
    return out + markdown.slice(done)
  }
}

/** Several lines of text behind what stands before them in their line. */
function inLine(text: string, before: string): string {
  const containers = /^(?:>[ ]?|[-*+][ ]{1,4}|\d{1,9}[.)][ ]{1,4}|[ ]+|\[\^[^\]\n]{1,99}\]:[ ])*/u.exec(before)?.[0] ?? ''
  const rest = before.slice(containers.length)
  // A row of a table and a heading are one line.
  if (rest.startsWith('|')) return text.trim().replace(/\n+/gu, '<br>')
  if (/^#{1,6} /u.test(rest)) return text.trim().replace(/\n+/gu, ' ')
  const prefix = containers.replace(/\[\^[^\]\n]{1,99}\]:/gu, '   ').replace(/[^> ]/gu, ' ')
  const lines = text.split('\n')
  // What follows in the line needs the whole prefix, white space and all.
  return lines.map((each, i) => (i === 0 ? each : each === '' && i < lines.length - 1 ? prefix.trimEnd() : prefix + each)).join('\n')
}
