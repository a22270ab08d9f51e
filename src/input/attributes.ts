/** What attributes say of an element: how it hides, and which image is the real one. Shared by all HTML drivers. */
import {noAttrs} from '../page/builder.ts'
import type {Attrs, HiddenBy} from '../page/page.ts'

const invisible = /(?:^|[;\s])(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)/iu

/** @param style the style attribute as written, '' if none */
export function hiddenBy(tag: string, attrs: Attrs, style: string): HiddenBy {
  // Most elements have no attributes to be asked for.
  const hidden = attrs === noAttrs ? undefined : attrs['hidden']
  if (hidden !== undefined && hidden !== 'until-found' && hidden !== 'false') return 'attribute'
  if (style !== '' && invisible.test(style)) return 'style'
  if (attrs !== noAttrs && attrs['aria-hidden'] === 'true') return 'aria'
  if (tag === 'noscript') return 'noscript'
  if (tag === 'dialog' && attrs['open'] === undefined) return 'dialog'
  if (tag === 'details' && attrs['open'] === undefined) return 'details'
  return 'no'
}

/** Attributes that name the real image where `src` holds a placeholder. */
const lazy = ['data-src', 'data-original', 'data-lazy-src'] as const

const placeholder = /(?:^|[/_-])(?:placeholder|blank|spacer|transparent|pixel|lazy|lazyload|loading|1x1|clear|empty)[\w-]{0,20}\.(?:gif|png|svg|jpe?g|webp)(?:\?|$)/iu

/**
 * The attributes of an image with `src` settled; undefined if there is nothing to show: no address, or a
 * tracking pixel.
 */
export function imageOf(attrs: Attrs): Attrs | undefined {
  if (isPixel(attrs['width']) && isPixel(attrs['height'])) return undefined
  const written = attrs['src'] ?? ''
  // A picture that only keeps the room gives way to the one that waits.
  const isInline = hasNoAddress(written)
  const isReal = written !== '' && !isInline && !(lazy.some(name => attrs[name]) && placeholder.test(written))
  const src = (isReal ? undefined : lazyOf(attrs)) ?? (isInline ? '' : written)
  if (src.trim() === '') return undefined
  const kept: Record<string, string> = {src: src.trim()}
  for (const name of ['alt', 'title'] as const) if (attrs[name] !== undefined) kept[name] = oneLine(attrs[name])
  return kept
}

/** White space collapsed, none at the ends. */
export function oneLine(value: string): string {
  // Most values are so already: asked with one look, not rebuilt at every space.
  return (/[^\S ]| \s/u.test(value) ? value.replace(/\s+/gu, ' ') : value).trim()
}

/** The image itself, or nothing, where an address should be. */
function hasNoAddress(written: string): boolean {
  const first = written.charCodeAt(0)
  const lower = first | 0x20
  // Of ASCII only what begins with white space, `a`, `b` or `d` can be such.
  if (first > 0x20 && first < 0x80 && lower !== 0x61 && lower !== 0x62 && lower !== 0x64) return false
  return /^\s{0,9}(?:data|about|blob):/iu.test(written)
}

function lazyOf(attrs: Attrs): string | undefined {
  for (const name of lazy) if (attrs[name]) return attrs[name]
  const candidates = attrs['data-srcset'] ?? attrs['srcset']
  return candidates === undefined ? undefined : widest(candidates)
}

/** The largest candidate of a srcset: the widest, or the densest. */
function widest(srcset: string): string | undefined {
  let best: string | undefined
  let size = -1
  for (const candidate of srcset.slice(0, 20_000).split(/,\s+|,(?=https?:|\/)/u)) {
    const [address, descriptor] = candidate.trim().split(/\s+/u)
    const width = descriptor === undefined ? 1 : Number.parseFloat(descriptor)
    if (address && !address.startsWith('data:') && width > size) {
      best = address
      size = width
    }
  }
  return best
}

function isPixel(size: string | undefined): boolean {
  if (size === undefined) return false
  const first = size.charCodeAt(0)
  return !(first >= 0x32 && first <= 0x39) && /^\s{0,9}[01](?:px)?\s{0,9}$/u.test(size)
}
