/** Which regions hold what readers wrote under a page: told by names and schema.org types, once a page. */
import type {Page, Region} from '../page/page.ts'
import {classWords} from './classWords.ts'

/** Words of a class, id or role that name comments, in the languages templates are written in. */
const words = new Set('comment comments commentlist commentary commentaires comentarios comentários kommentar kommentare commenti reacties reply replies disqus livefyre'.split(' '))
/** Beside one of these the name is of a control or a count, not of the comments. */
const controls = new Set('form count link button btn respond box icon closed off no add leave'.split(' '))
/** Regions named so that hold more than this share of the page's blocks are the page: a thread, a social site. */
const maxShare = 0.9

/** 1 for regions in which comments stand. */
export function commentRegions(page: Page): Uint8Array {
  const {regions} = page
  const out = new Uint8Array(regions.length)
  for (let r = 0; r < regions.length; r++) {
    const {parent, from, to, tag} = regions[r]
    if (parent >= 0 && out[parent] === 1) out[r] = 1
    else if (tag !== 'body' && tag !== 'main' && to - from <= maxShare * page.blocks.length && holdsComments(regions[r])) out[r] = 1
  }
  return out
}

function holdsComments({classes, attrs}: Region): boolean {
  const type = attrs['itemtype']
  if (type !== undefined && type.endsWith('/Comment')) return true
  if (attrs['itemprop'] === 'comment') return true
  const id = attrs['id']
  return classes.some(namesComments) || (id !== undefined && namesComments(id))
}

function namesComments(name: string): boolean {
  let found = false
  for (const word of classWords(name)) {
    if (controls.has(word)) return false
    found ||= words.has(word)
  }
  return found
}
