/** The inline elements of a page that say something by an attribute: found in one look, for everybody who asks for some. */
import {noAttrs} from '../page/builder.ts'
import type {Mark, Page} from '../page/page.ts'

export interface MarkAt { readonly block: number; readonly mark: Mark }

/** In the page's order. */
export interface ToldMarks {
  /** Links with a `rel`. */
  readonly related: readonly MarkAt[]
  /** Elements with an `itemprop` or a `property`. */
  readonly typed: readonly MarkAt[]
  /** Links to a licence of Creative Commons. */
  readonly deeds: readonly MarkAt[]
}

export function toldMarks({blocks}: Page): ToldMarks {
  const related: MarkAt[] = []
  const typed: MarkAt[] = []
  const deeds: MarkAt[] = []
  for (let block = 0; block < blocks.length; block++) {
    const {marks} = blocks[block]
    for (let m = 0; m < marks.length; m++) {
      const mark = marks[m]
      const {attrs} = mark
      if (attrs === noAttrs) continue
      if (mark.kind === 'link') {
        if (attrs['rel'] !== undefined) related.push({block, mark})
        if (attrs['href']?.includes('creativecommons.org/') === true) deeds.push({block, mark})
      }
      if (attrs['itemprop'] !== undefined || attrs['property'] !== undefined) typed.push({block, mark})
    }
  }
  return {related, typed, deeds}
}
