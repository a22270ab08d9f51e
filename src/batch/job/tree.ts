/** Files of the tree: one a page. */
import type {Description, JobFormat} from './description.ts'
import type {PlannedShard} from './plan.ts'
import type {WriteFile} from './sink.ts'

export interface Branch { readonly format: JobFormat; readonly shard: PlannedShard }

export function treeWriter(_description: Description, {shard}: Branch): Promise<WriteFile> {
  return Promise.resolve(({result, at}) => {
    const path = shard.targets?.[at.record]
    return result.markdown === '' || path === undefined ? undefined : {path, content: result.markdown}
  })
}
