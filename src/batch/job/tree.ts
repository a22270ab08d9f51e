/** Files of the tree: one a page. Pages of files go where their file stood, those of records by host. */
import {documentEndings, documentWriter} from '../sinks/document.ts'
import type {DocumentFormat} from '../sinks/document.ts'
import {recordPath} from '../sinks/recordPath.ts'
import type {Description, JobFormat} from './description.ts'
import type {PlannedShard} from './plan.ts'
import type {WriteFile} from './sink.ts'

export interface Branch { readonly format: JobFormat; readonly shard: PlannedShard }

export async function treeWriter({options}: Description, {format, shard}: Branch): Promise<WriteFile> {
  const document = format as DocumentFormat
  const write = await documentWriter(document, {frontMatter: options.frontMatter !== false})
  return page => {
    const path = shard.kind === 'files' ? shard.targets?.[page.at.record] : recordPath(page.item.facts.url ?? page.result.metadata.url, page.at, documentEndings[document])
    if (path === undefined) return undefined
    const content = write(page)
    return content === '' ? undefined : {path, content}
  }
}
