/** The third step of the classic stack: turndown writes Markdown. */
import {gfm} from '@joplin/turndown-plugin-gfm'
import TurndownService from 'turndown'

/** @returns the function that writes a piece of HTML as Markdown */
export function converter(): (html: string) => string {
  const turndown = new TurndownService({headingStyle: 'atx', codeBlockStyle: 'fenced', bulletListMarker: '-', emDelimiter: '*'})
  turndown.use(gfm)
  turndown.remove(['script', 'style', 'template'])
  return html => turndown.turndown(html)
}
