/** Files of the tree: one a page. */
import {documentEndings, documentWriter} from '../sinks/document.ts'
import type {DocumentFormat} from '../sinks/document.ts'
import {recordPath} from '../sinks/recordPath.ts'
import type {Description} from './description.ts'
import type {PlannedShard} from './plan.ts'
import type {WriteFile} from './sink.ts'

export interface Branch { readonly format: DocumentFormat; readonly shard: PlannedShard }

/** Pages that are files keep their relative path; records have one made of their address. */
export async function treeWriter({options}: Description, {format, shard}: Branch): Promise<WriteFile> {
  const write = await documentWriter(format, {frontMatter: options.frontMatter !== false})
  return page => {
    const content = page.result.markdown === '' ? '' : write(page)
    if (content === '') return undefined
    const path = shard.targets?.[page.index] ?? recordPath(page.item.facts.url ?? page.result.metadata.url, page.at, documentEndings[format])
    return {path, content}
  }
}
