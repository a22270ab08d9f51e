/** What stands inside a block besides its letters: links, images, line breaks, emphasis; and how it hides. */
import type {HiddenBy, Kind, Mark, MarkKind} from '../page/page.ts'
import type {Group} from './columns.ts'

const hiding: Readonly<Record<HiddenBy, number>> = {no: 0, details: 1, noscript: 2, aria: 3, dialog: 4, attribute: 5, style: 6}
const kinds: Readonly<Record<Kind, number>> = {paragraph: 0, heading: 1, caption: 2, dek: 3, code: 4, image: 5, embed: 6, rule: 7, math: 8}
const flagged: Readonly<Partial<Record<MarkKind, number>>> = {time: 1, code: 2, strong: 4, em: 8, sup: 16, span: 32, link: 64, small: 128, kbd: 2}

/** First signs of addresses: most have another one, and the comparison of the rest is spared. */
const hash = 0x23
const h = 0x68
const j = 0x6a

export const inlineMarks: Group = {
  names: [
    ['links', 'links'],
    ['absolute', 'share of links with an absolute address, 0–1'],
    ['fragment', 'share of links within the page or to a script, 0–1'],
    ['images', 'inline images'],
    ['breaks', 'line breaks'],
    ['time', '1 if a time element occurs'],
    ['code', '1 if inline code occurs'],
    ['strong', '1 if strong text occurs'],
    ['em', '1 if emphasised text occurs'],
    ['sup', '1 if superscript occurs'],
    ['span', '1 if a span occurs'],
    ['small', '1 if small text occurs'],
    ['strongAll', '1 if strong text makes up nine tenths of the block'],
    ['hidden', '0 visible, 1 details, 2 noscript, 3 aria, 4 dialog, 5 attribute, 6 style'],
    ['kind', '0 paragraph, 1 heading, 2 caption, 4 code, 8 math'],
  ],
  filler({scan: {page, block, length}}, at) {
    const seen = newSeen()
    return ({data, stride, step, base}, from, to) => {
      for (let i = from; i < to; i++) {
        let k = (i - base) * stride + (at - 1) * step
        const {marks, text, hidden, kind} = page.blocks[block[i]]
        if (marks.length > 0 || seen.any) look(marks, seen)
        data[k += step] = seen.links
        data[k += step] = seen.links === 0 ? 0 : seen.absolute / seen.links
        data[k += step] = seen.links === 0 ? 0 : seen.fragment / seen.links
        data[k += step] = seen.images
        data[k += step] = breaks(text)
        data[k += step] = seen.flags & 1
        data[k += step] = (seen.flags >> 1) & 1
        data[k += step] = (seen.flags >> 2) & 1
        data[k += step] = (seen.flags >> 3) & 1
        data[k += step] = (seen.flags >> 4) & 1
        data[k += step] = (seen.flags >> 5) & 1
        data[k += step] = (seen.flags >> 7) & 1
        data[k += step] = seen.strong >= 0.9 * length[i] ? 1 : 0
        data[k += step] = hiding[hidden]
        data[k += step] = kinds[kind]
      }
    }
  },
}

interface Seen { any: boolean; links: number; absolute: number; fragment: number; images: number; flags: number; strong: number }

function newSeen(): Seen {
  return {any: false, links: 0, absolute: 0, fragment: 0, images: 0, flags: 0, strong: 0}
}

function look(marks: readonly Mark[], seen: Seen): void {
  seen.any = marks.length > 0
  seen.links = seen.absolute = seen.fragment = seen.images = seen.flags = seen.strong = 0
  for (let m = 0; m < marks.length; m++) {
    const {kind, attrs, from, to} = marks[m]
    if (kind === 'image') seen.images++
    else {
      seen.flags |= flagged[kind] ?? 0
      if (kind === 'strong') seen.strong += to - from
    }
    if (kind !== 'link') continue
    const href = attrs['href']
    if (href === undefined) continue
    seen.links++
    const first = href.charCodeAt(0)
    if (first === hash || (first === j && href.startsWith('javascript:'))) seen.fragment++
    else if (first === h && href.startsWith('http')) seen.absolute++
  }
}

function breaks(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}
