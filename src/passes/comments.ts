/**
 * Comments stay where they are the page, and go where they stand below it.
 *
 * On a forum's thread and on questions with answers what readers wrote is the content; below an article, and on the
 * page of a product, it is not: of 130 labelled pages with comments below an article five have them in the gold, of
 * reviews on product pages a twentieth of the words.
 */
import type {Judgement, PageType} from '../page/judgement.ts'
import type {Ledger, Why} from '../page/ledger.ts'
import type {Page} from '../page/page.ts'
import type {Context, Pass} from '../page/pass.ts'
import {commentKinds} from './commentRegions.ts'
import {proseOf} from './prose.ts'
import {isThread} from './thread.ts'

/** Words of prose outside the comments from which there is a text that they stand below. Measured: from 100 to 250 the figure is flat. */
const textWords = 150
/** Share of the page's prose that this text has at least: below it the comments are the page. Chosen. */
const textShare = 0.05
/** Types on whose pages the gold holds what names call comments: notes on code, remarks of an entry. */
const unsettled: ReadonlySet<PageType> = new Set(['documentation', 'listing'])

type Wish = {readonly verdict: 'keep' | 'drop'; readonly why: Why} | undefined

export const comments: Pass = {
  name: 'comments',
  about: 'comments below an article, reviews on the page of a product',
  origins: ['html'],
  run(page, ledger, context) {
    const kinds = commentKinds(page, context.judgement?.type)
    if (kinds === undefined) return
    const wish = wishOf(page, ledger, kinds, context)
    if (wish === undefined) return
    for (let i = 0; i < kinds.length; i++) {
      if (kinds[i] === 0) continue
      if (wish.verdict === 'drop') ledger.drop(i, i + 1, wish.why)
      else if (!ledger.alive(i) && isJudged(ledger, i, context.judgement)) ledger.keep(i, i + 1, wish.why)
    }
  },
}

/** What to do with the comments; undefined where the judge's word on each block holds. */
function wishOf(page: Page, ledger: Ledger, kinds: Uint8Array, {settings, judgement}: Context): Wish {
  const role = 'comment'
  if (settings.comments === 'drop') return {verdict: 'drop', why: {rule: 'comments-unwanted', strength: 'certain', role}}
  if (settings.comments === 'keep') return {verdict: 'keep', why: {rule: 'comments-wanted', strength: 'likely', role}}
  if (judgement === undefined || isThread(page)) return undefined
  const {type} = judgement
  if (unsettled.has(type) || (type === 'forum' && !saysArticle(page))) return undefined
  const words = proseOutside(page, ledger, kinds)
  if (words < Math.max(textWords, textShare * proseOf(page).total)) return undefined
  return {verdict: 'drop', why: {rule: type === 'product' ? 'reviews-of-product' : 'comments-below-text', strength: 'likely', role, value: words}}
}

/** Many comments make a page look like a forum's; that it is an article it says itself. */
function saysArticle({head}: Page): boolean {
  return head.metas.some(({key, content}) => key === 'og:type' && content === 'article')
}

/** Words of prose that live outside the comments. */
function proseOutside(page: Page, ledger: Ledger, kinds: Uint8Array): number {
  const prose = proseOf(page)
  let words = 0
  for (let i = 0; i < kinds.length; i++) if (kinds[i] === 0 && ledger.alive(i)) words += prose.words(i, i + 1)
  return words
}

/** Dropped by the judge alone, or with the block beside it. */
function isJudged(ledger: Ledger, i: number, judgement: Judgement | undefined): boolean {
  const reason = ledger.reason(i)
  return judgement !== undefined && reason?.pass === 'mainContent' && reason.rule !== 'copy' && reason.rule !== 'option'
}
