/** What the page's head says its title is, ready to be compared with headings. */
import type {Page} from '../page/page.ts'
import {wordsOnly} from './words.ts'

/** Signs between a title and the name of its site. */
const separator = /\s[|·•–—:»«›/-]{1,3}\s|\s?[|»›]\s?/u
const maxLength = 400
const maxParts = 6

/** Words (see `wordsOnly`) of every text that may be the title: og:title, twitter:title, `<title>` and its longest part. */
export function titleKeys({head}: Page): ReadonlySet<string> {
  const out = new Set<string>()
  const add = (text: string): void => {
    const key = wordsOnly(text)
    if (key !== '') out.add(key)
  }
  for (const {key, content} of head.metas) if (key === 'og:title' || key === 'twitter:title') add(content.slice(0, maxLength))
  const title = head.title.slice(0, maxLength)
  if (title === '') return out
  add(title)
  const parts = title.split(separator)
  // The site's name stands first or last and is mostly shorter than the title.
  if (parts.length <= maxParts) add(parts.reduce((longest, part) => part.length > longest.length ? part : longest))
  return out
}
