/** What most people use: Readability on a linkedom document, turndown for the Markdown. */
import {Readability} from '@mozilla/readability'
import {parseHTML} from 'linkedom'
import TurndownService from 'turndown'

/** @returns {Promise<import('./engine.js').Engine>} */
export async function start() {
  const turndown = new TurndownService({headingStyle: 'atx', codeBlockStyle: 'fenced', bulletListMarker: '-', emDelimiter: '*'})
  return html => {
    const article = new Readability(parseHTML(html).document).parse()
    return {
      markdown: turndown.turndown(article?.content ?? ''),
      title: article?.title ?? null, author: article?.byline ?? null, date: article?.publishedTime ?? null,
    }
  }
}
