/** Which regions hold what readers wrote under a page: told by names and schema.org types, once a page. */
import {noAttrs} from '../page/builder.ts'
import type {PageType} from '../page/judgement.ts'
import type {Attrs, Page} from '../page/page.ts'
import {NameWords} from './nameWords.ts'

/** Words of a class, id or role that name comments, in the languages templates are written in. */
const words = new Set('comment comments commentlist commentary commentaires comentarios comentários kommentar kommentare commenti komentarze yorumlar reacties reply replies disqus livefyre'.split(' '))
/** The same for what customers wrote about a product. */
const reviewWords = new Set('review reviews bewertungen rezensionen avis opiniones recensioni reseñas'.split(' '))
/** Beside one of these the name is of a control or a count, not of the comments. */
const controls = new Set('form count counter link links button btn respond box icon closed off no add leave recent latest newest widget popular'.split(' '))
/** The same of reviews: an editor's review, its score, its stars are none of the customers'. */
const reviewControls = new Set([...controls, ...'score rating stars star summary editor editorial expert article post body title'.split(' ')])
/** Regions named so that hold more than this share of the page's blocks are the page: a thread, a social site. */
const maxShare = 0.9
const maxReviewShare = 0.6

/** A name of more words is the slug of a heading: `how-to-reply-to-review-comments`. */
const maxParts = 4

const isComment = 1
const isReview = 2

const telling = new NameWords([...words, ...reviewWords])

interface Marked {
  /** Per region `isComment`, `isReview` or 0. */
  readonly regions: Uint8Array
  /** What each bound of a type gives, made when asked; index `isComment` or `isReview`. */
  readonly byBound: (Uint8Array | 'none' | undefined)[]
}

const known = new WeakMap<Page, Marked | 'none'>()

/**
 * Per block 1 where it is a comment, on the page of a product also where it is a customer's review, else 0;
 * undefined if the page has neither. Elsewhere reviews are the content: an editor's review, a customer's praise.
 */
export function commentKinds(page: Page, type: PageType | undefined): Uint8Array | undefined {
  let marked = known.get(page)
  if (marked === undefined) {
    const regions = commentRegions(page)
    known.set(page, marked = regions === undefined ? 'none' : {regions, byBound: []})
  }
  if (marked === 'none') return undefined
  const bound = type === 'product' ? isReview : isComment
  const kinds = marked.byBound[bound] ??= blocksOf(page, marked.regions, bound) ?? 'none'
  return kinds === 'none' ? undefined : kinds
}

/** 1 for the blocks whose region is marked with the bound or less; undefined if there is none. */
function blocksOf({columns: {region}}: Page, marked: Uint8Array, bound: number): Uint8Array | undefined {
  let out: Uint8Array | undefined
  for (let i = 0; i < region.length; i++) {
    const r = region[i]
    if (r < 0 || marked[r] === 0 || marked[r] > bound) continue
    out ??= new Uint8Array(region.length)
    out[i] = 1
  }
  return out
}

/** Undefined if the page has none, as most do. Names are asked first: nearly all regions are told by these to be nothing. */
function commentRegions(page: Page): Uint8Array | undefined {
  const {regions, columns: {regionClass, regionParent}} = page
  let out: Uint8Array | undefined
  let title: number | undefined
  const byClass: (number | undefined)[] = []
  for (let r = 0; r < regionClass.length; r++) {
    const parent = regionParent[r]
    if (out !== undefined && parent >= 0 && out[parent] > 0) {
      out[r] = out[parent]
      continue
    }
    const {classes, attrs} = regions[r]
    const id = regionClass[r]
    let kind = id === 0 ? 0 : byClass[id] ??= kindOfNames(classes)
    if (kind === 0 && attrs !== noAttrs) kind = kindOfAttrs(attrs)
    if (kind === 0) continue
    title ??= page.blocks.findIndex(block => block.level === 1)
    if (holdsPage(page, r, {kind, title})) continue
    out ??= new Uint8Array(regions.length)
    out[r] = kind
  }
  return out
}

/** Is the region the page itself? What holds the title is, whatever its name counts or allows. */
function holdsPage({regions, blocks}: Page, r: number, {kind, title}: {readonly kind: number; readonly title: number}): boolean {
  const {from, to, tag} = regions[r]
  const share = (to - from) / blocks.length
  return tag === 'body' || tag === 'main' || share > (kind === isReview ? maxReviewShare : maxShare) || (from <= title && title < to)
}

function kindOfAttrs(attrs: Attrs): number {
  const type = attrs['itemtype']
  const prop = attrs['itemprop']
  if (prop === 'comment' || type?.endsWith('/Comment') === true) return isComment
  if (prop === 'review' || prop === 'reviews' || type?.endsWith('/Review') === true) return isReview
  const id = attrs['id']
  return id === undefined ? 0 : kindOfName(id)
}

function kindOfNames(names: readonly string[]): number {
  let found = 0
  for (let i = 0; i < names.length; i++) {
    const kind = kindOfName(names[i])
    if (kind === isComment) return isComment
    if (kind === isReview) found = isReview
  }
  return found
}

function kindOfName(name: string): number {
  const parts = telling.read(name)
  if (parts === undefined || parts.length > maxParts) return 0
  if (parts.some(part => words.has(part)) && !parts.some(part => controls.has(part))) return isComment
  return parts.some(part => reviewWords.has(part)) && !parts.some(part => reviewControls.has(part)) ? isReview : 0
}
