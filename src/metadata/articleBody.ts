/** The text of the page's article as its JSON-LD gives it. */
import type {Page} from '../page/page.ts'
import {jsonLdNodes, jsonLdTexts, stringOf} from './jsonLd.ts'

/** Words are not counted: a shorter body is a teaser. Chosen. */
const minLength = 400

/** The longest `articleBody`, '' if there is none or only a teaser. Data that does not name one is not parsed. */
export function articleBodyOf(page: Page): string {
  if (!jsonLdTexts(page).some(text => text.includes('articleBody'))) return ''
  let longest = ''
  for (const node of jsonLdNodes(page)) {
    const body = stringOf(node['articleBody']) ?? ''
    if (body.length > longest.length) longest = body
  }
  return longest.length < minLength ? '' : longest
}
