/** Elements without content: what each leaves on the page or in its head. Shared by all HTML drivers. */
import type {Builder} from '../page/builder.ts'
import type {ClassList} from '../page/classLists.ts'
import type {Attrs, Head} from '../page/page.ts'
import {imageOf, oneLine} from './attributes.ts'

export function emptyElement(builder: Builder, tag: string, {attrs, classes, at}: {attrs: Attrs; classes: ClassList | string; at: number}): void {
  switch (tag) {
    case 'br':
      builder.lineBreak()
      break
    case 'hr':
      builder.rule(at, at)
      break
    case 'img': {
      builder.counts.images++
      const image = imageOf(attrs)
      if (image !== undefined) builder.image(image, classes, at, at)
      break
    }
    case 'input':
      builder.counts.inputs++
      if ((attrs['type'] ?? '').trim().toLowerCase() === 'checkbox') builder.task(attrs['checked'] !== undefined)
      break
    case 'frame':
      builder.counts.frames++
  }
}

export function headMeta(head: Builder['head'], attrs: Attrs): void {
  const key = attrs['name'] ?? attrs['property'] ?? attrs['itemprop'] ?? attrs['http-equiv']
  // Some parsers' exports write `value` where HTML says `content`.
  const content = attrs['content'] ?? attrs['value'] ?? attrs['charset']
  if (content !== undefined) head.metas.push({key: (key ?? 'charset').trim().toLowerCase(), content: oneLine(content)})
}

export function headLink(head: {links: Head['links'][number][]}, attrs: Attrs): void {
  if (attrs['rel'] === undefined || attrs['href'] === undefined) return
  head.links.push({rel: attrs['rel'].trim().toLowerCase(), href: attrs['href'].trim(), type: attrs['type'] ?? '', hreflang: attrs['hreflang'] ?? ''})
}
