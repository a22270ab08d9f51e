/** The facts of a page. */
import type {Page} from '../page/page.ts'
import {authorsFrom} from './authors.ts'
import {Sources} from './sources.ts'
import {Story} from './story.ts'
import {titleFrom} from './title.ts'
export function metadata(page: Page): {title: string | null; authors: readonly string[]; date: string | null; sources: object} {
  const s = new Sources(page)
  const title = titleFrom(s)
  const story = new Story(s, title?.value)
  const authors = authorsFrom(story)
  return {title: title?.value ?? null, authors: authors?.value ?? [], date: null, sources: {title: title?.rule, author: authors?.rule}}
}
