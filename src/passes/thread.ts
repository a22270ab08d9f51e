/** Does a page say that it is a thread: a discussion, or a question with its answers? By schema.org, generator or address. */
import {noAttrs} from '../page/builder.ts'
import type {Page} from '../page/page.ts'

const types = /(?:^|[/#:])(?:DiscussionForumPosting|QAPage|Question)$/u
const typesInData = ['"DiscussionForumPosting"', '"QAPage"'] as const
const generators = /\b(?:phpbb|vbulletin|xenforo|discourse|flarum|invision|mybb|smf|nodebb|vanilla|lemmy)\b/iu
const addresses = /(?:\/\/|\.)forums?\.|\/forums?\/|\/threads?\/|showthread|viewtopic|\/topics?\/|\/t\/[^/]+\/\d|\/questions?\/|\/discussions?\/|\/comments\//iu
/** A page of questions and answers about a thing: every product may have one, and is no thread for that. */
const manyQuestions = 2

export function isThread(page: Page): boolean {
  const {head, source, url, regions} = page
  if (url !== undefined && addresses.test(url)) return true
  if (head.metas.some(({key, content}) => key === 'generator' && generators.test(content))) return true
  for (const {type, from, to} of head.data) {
    if (!type.startsWith('application/ld+json')) continue
    const text = source.slice(from, to)
    if (typesInData.some(name => text.includes(name))) return true
  }
  let questions = 0
  for (const {attrs} of regions) {
    const type = attrs === noAttrs ? undefined : attrs['itemtype']
    if (type === undefined || !types.test(type)) continue
    if (!type.endsWith('Question')) return true
    questions++
  }
  return questions > 0 && questions < manyQuestions
}
