/** Parts of a job (`--shard i/n`): every n-th shard of the plan. */
import type {Part} from './layout.ts'
import type {PlannedShard} from './plan.ts'

export function isMine({shard, index}: {readonly shard: PlannedShard; readonly index: number}, part: Part | undefined): boolean {
  // Errors are tried again by the part that had them.
  return part === undefined || shard.isRetry === true || index % part.of === part.index - 1
}
