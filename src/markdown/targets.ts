/** Links and images as they are written: targets with their titles, alt texts. */
import {without} from '../page/ledger.ts'
import {escaped, hazards, type Place} from './escape.ts'
import {hookedMark} from './hooks.ts'
import type {Cuts, InlineOptions} from './options.ts'
import type {WrittenMark} from './marks.ts'

/** What stands between the brackets behind the text of a link, undefined if the address is not written. */
export function linkTarget({mark}: WrittenMark, options: InlineOptions): string | undefined {
  const href = mark.attrs['href'] ?? ''
  const address = options.addresses.write(href === '' && options.exact ? '?' : href)
  return address === undefined ? undefined : withTitle(href === '' ? address.replace(/\?$/u, '') : address, mark.attrs['title'], options)
}

function withTitle(address: string, title: string | undefined, options: InlineOptions): string {
  if (!options.exact || title === undefined || title.trim() === '') return address
  const safe = title.replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]+/gu, '').replace(/\s+/gu, ' ').replace(/["\\`<|]/gu, '\\$&').replaceAll('&', '&amp;')
  return `${address} "${safe}"`
}

/** `![alt](src)`, in its link if it has one; its alt text if it must not be shown. */
export function imageText({mark, index}: Pick<WrittenMark, 'mark' | 'index'>, options: InlineOptions, cuts: Cuts): string {
  const alt = without(mark.attrs['alt'] ?? '', cuts.alt(index)).replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]+/gu, '')
  const place: Place = {used: '', inLink: true, inTable: true}
  // What ends a tag, or a code span, may stand in another image.
  const shown = escaped(alt, {from: 0, to: alt.length}, {found: {...hazards(alt, '`'), tag: alt.length}, place})
  if (options.images === 'alt') return hookedMark(options.hooks, shown, {mark, text: ''})
  const address = options.addresses.write(mark.attrs['src'] ?? '')
  const target = address === undefined ? undefined : withTitle(address, mark.attrs['title'], options)
  const plain = target === undefined ? shown : `![${shown}]${options.references?.of(target) ?? `(${target})`}`
  const image = hookedMark(options.hooks, plain, {mark, text: ''})
  const href = mark.attrs['href'] === undefined || options.links !== 'keep' || image === '' ? undefined : options.addresses.write(mark.attrs['href'])
  return href === undefined ? image : `[${image}]${options.references?.of(href) ?? `(${href})`}`
}
