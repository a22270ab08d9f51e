/** A page as a few lines of text, for tests that look at structure. */
import type {Block, Page} from '../src/page/page.ts'

/** One line a block: the tags around it, its kind, its text with marks in angle brackets. */
export function outline(page: Page): string[] {
  return page.blocks.map(block => `${path(page, block.region)}${block.kind === 'paragraph' ? '' : ` ${block.kind}${block.level || ''}`}: ${marked(block)}`)
}

function path(page: Page, region: number): string {
  const tags: string[] = []
  for (let at = region; at >= 0; at = page.regions[at].parent) tags.unshift(page.regions[at].tag)
  return tags.join('>')
}

function marked({text, marks}: Block): string {
  const signs: {at: number; sign: string; order: number}[] = []
  for (const [i, {kind, from, to}] of marks.entries()) if (kind === 'image') signs.push({at: from, sign: '<image/>', order: i}); else signs.push({at: from, sign: `<${kind}>`, order: i}, {at: to, sign: `</${kind}>`, order: -1 - i})
  signs.sort((a, b) => a.at - b.at || a.order - b.order)
  let out = ''
  let done = 0
  for (const {at, sign} of signs) {
    out += text.slice(done, at) + sign
    done = at
  }
  return (out + text.slice(done)).replaceAll('\n', '↵')
}

/** Freeze everything but typed arrays, so that whoever writes to a page is caught. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const part of Object.values(value)) deepFreeze(part)
  return value
}
