/** Fenced code. */
import type {Page} from '../page/page.ts'

const classed = /^(?:language|lang|highlight-source|highlight-text|brush:)[-_:]?([\p{L}\p{N}+#._-]{1,30})$/u
const attributes = ['data-lang', 'data-language', 'data-highlight-language', 'language'] as const

/** Language of the code in this region: named by the region itself or by one of the two around it, '' if not. */
export function languageOf(page: Page, region: number): string {
  let at = region
  // Lines of code may be regions of their own; the pre is what carries the language.
  while (at >= 0 && page.regions[at].tag !== 'pre') at = page.regions[at].parent
  for (let up = 0; up < 3 && at >= 0; up++, at = page.regions[at].parent) {
    const {classes, attrs} = page.regions[at]
    for (const name of attributes) if (attrs[name] !== undefined && /^[\p{L}\p{N}+#._-]{1,30}$/u.test(attrs[name])) return attrs[name].toLowerCase()
    for (const name of classes) {
      const match = classed.exec(name)
      if (match !== null) return match[1].toLowerCase()
    }
  }
  return ''
}

/** @param sign three of '`' or '~'; more are used if the code holds that many */
export function fenced(code: string, language: string, sign: string): string {
  let longest = 2
  for (const [run] of code.matchAll(sign.startsWith('`') ? /`{3,}/gu : /~{3,}/gu)) longest = Math.max(longest, run.length)
  const fence = sign[0].repeat(longest + 1)
  return `${fence}${language}\n${code}\n${fence}`
}
