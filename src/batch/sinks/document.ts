/** A page as a file of its own: Markdown under front matter, plain text, or its row as JSON. */
import {loadFrontMatter} from '../../output/frontMatter.ts'
import {loadHtml} from '../../output/html.ts'
import {plainText} from '../../output/plainText.ts'
import type {Result} from '../../result.ts'
import type {Item} from '../../rows/item.ts'
import {writeRow} from '../../rows/write.ts'
import type {Place} from '../entry.ts'

export interface Page { readonly item: Item; readonly result: Result; readonly at: Place }
/** '' where nothing is to be written. */
export type WriteDocument = (page: Page) => string

export const documentEndings = {markdown: '.md', text: '.txt', html: '.html', json: '.json'} as const
export type DocumentFormat = keyof typeof documentEndings

/** @param frontMatter - facts of the page on top of its Markdown, with where it was read. */
export async function documentWriter(format: DocumentFormat, {frontMatter}: {readonly frontMatter: boolean}): Promise<WriteDocument> {
  switch (format) {
    case 'json': return ({item, result}) => `${writeRow(item, result, true)}\n`
    case 'text': {
      const plain = await plainText()
      return ({result}) => plain(result.markdown)
    }
    case 'html': {
      const write = await loadHtml()
      return ({result: {markdown, metadata}}) => markdown === '' ? '' : write(markdown, {document: true, title: metadata.title, language: metadata.language})
    }
    case 'markdown': {
      const write = frontMatter ? await loadFrontMatter() : undefined
      // A Markdown file may have brought front matter of its own.
      return ({result, at}) => result.markdown === '' || write === undefined || result.markdown.startsWith('---\n') ? result.markdown : `${write(result.metadata, {file: at.file, offset: at.offset})}\n${result.markdown}`
    }
  }
}
