/** Which regions hold what readers wrote under a page: told by names and schema.org types, once a page. */
import {noAttrs} from '../page/builder.ts'
import type {PageType} from '../page/judgement.ts'
import type {Attrs, Page} from '../page/page.ts'
import {classWords} from './classWords.ts'

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

const known = new WeakMap<Page, Uint8Array>()

/**
 * Per block 1 where it is a comment, on the page of a product also where it is a customer's review, else 0;
 * undefined if the page has neither. Elsewhere reviews are the content: an editor's review, a customer's praise.
 */
export function commentKinds(page: Page, type: PageType | undefined): Uint8Array | undefined {
  let regions = known.get(page)
  if (regions === undefined) known.set(page, regions = commentRegions(page))
  const from = type === 'product' ? isReview : isComment
  let out: Uint8Array | undefined
  for (let i = 0; i < page.blocks.length; i++) {
    const {region} = page.blocks[i]
    if (region < 0 || regions[region] === 0 || regions[region] > from) continue
    out ??= new Uint8Array(page.blocks.length)
    out[i] = 1
  }
  return out
}

function commentRegions(page: Page): Uint8Array {
  const {regions, columns} = page
  const out = new Uint8Array(regions.length)
  const byClass = new Map<number, number>()
  const title = page.blocks.findIndex(block => block.level === 1)
  for (let r = 0; r < regions.length; r++) {
    const {parent, from, to, tag, classes, attrs} = regions[r]
    if (parent >= 0 && out[parent] > 0) {
      out[r] = out[parent]
      continue
    }
    const share = (to - from) / page.blocks.length
    // What holds the title holds the page, whatever its name counts or allows.
    if (tag === 'body' || tag === 'main' || share > maxShare || (from <= title && title < to)) continue
    const id = columns.regionClass[r]
    let kind = byClass.get(id)
    if (kind === undefined) byClass.set(id, kind = kindOfNames(classes))
    if (kind === 0 && attrs !== noAttrs) kind = kindOfAttrs(attrs)
    if (kind === isComment || share <= maxReviewShare) out[r] = kind
  }
  return out
}

function kindOfAttrs(attrs: Attrs): number {
  const type = attrs['itemtype']
  const prop = attrs['itemprop']
  if (prop === 'comment' || type?.endsWith('/Comment') === true) return isComment
  if (prop === 'review' || prop === 'reviews' || type?.endsWith('/Review') === true) return isReview
  const id = attrs['id']
  return id === undefined ? 0 : kindOfNames([id])
}

function kindOfNames(names: readonly string[]): number {
  let found = 0
  for (const name of names) {
    const parts = classWords(name)
    if (parts.length > maxParts) continue
    if (parts.some(part => words.has(part)) && !parts.some(part => controls.has(part))) return isComment
    if (parts.some(part => reviewWords.has(part)) && !parts.some(part => reviewControls.has(part))) found = isReview
  }
  return found
}
