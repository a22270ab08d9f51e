/** The plan of a job: its inputs, parted into shards in a fixed order. */
import {createHash} from 'node:crypto'
import type {Failure} from '../../exit.ts'
import type {Shard} from '../shard.ts'
import type {Found, Source} from './inputs.ts'
import {isItem} from './json.ts'
import type {SourceOptions} from './options.ts'
import {named} from './page.ts'
import {isFailure, sizeOf} from './size.ts'
import {split} from './split.ts'
import {ShardNames, shardName} from './shardName.ts'

export interface Plan {
  readonly shards: readonly Shard[]
  /** Inputs that cannot be read, or hold no records of the kind they are said to. */
  readonly failures: readonly Failure[]
  readonly skipped: Found['skipped']
  /** What a user may want to know: a file that only one worker can read. */
  readonly notes: readonly string[]
}

/** Pages that are files, in one shard: fewer if they are large. Chosen: some seconds of work. */
const filesTogether = 256
const bytesTogether = 64_000_000

/**
 * Parts the inputs into shards. What comes out depends on the names and sizes of the inputs alone.
 *
 * @param taken - names of shards that exist: inputs new to a job get others.
 */
export async function planShards({sources, failures, skipped, base}: Found, options: SourceOptions, taken: Iterable<string> = []): Promise<Plan> {
  const names = new ShardNames(taken)
  const plan = {shards: [] as Shard[], failures: [...failures], skipped, notes: [] as string[]}
  let group: Group = {kind: 'files', files: []}
  function close(): void {
    if (group.files.length > 0) plan.shards.push(groupShard(group, plan.shards.length, names))
    group = {kind: group.kind, files: []}
  }
  function gather(kind: Group['kind'], file: Sized): void {
    if (kind !== group.kind) close()
    group = {kind, files: [...group.files, file]}
    if (group.files.length >= filesTogether || bytesOf(group) >= bytesTogether) close()
  }
  for (const source of once(sources)) {
    const size = await sizeOf(source)
    if (isFailure(size)) plan.failures.push(size)
    else if (source.container === 'page') gather('files', {file: source.file, size})
    else if (source.container === 'json' && isItem(source.file)) gather('items', {file: source.file, size})
    else {
      close()
      try {
        const {shards, note} = await split({file: source.file, container: source.container, name: shardName(source.file, base)}, options)
        plan.shards.push(...shards.map(shard => ({...shard, name: names.claim(shard.name)})))
        if (note !== undefined) plan.notes.push(note)
      } catch (error) {
        const failure = named(source.name, error)
        if (!isFailure(failure)) throw failure
        plan.failures.push(failure)
      }
    }
  }
  close()
  return plan
}

interface Sized { readonly file: string; readonly size: number }
/** Small files that are read one after the other. */
interface Group { readonly kind: 'files' | 'items'; readonly files: readonly Sized[] }

function bytesOf({files}: Group): number {
  return files.reduce((sum, {size}) => sum + size, 0)
}
type FileSource = Source & {readonly file: string}

/** A file named twice is read once. Stdin cannot be read by several. */
function once(sources: readonly Source[]): FileSource[] {
  return [...new Map(sources.filter((source): source is FileSource => source.file !== undefined).map(source => [source.file, source])).values()]
}

/** Named after its files: what is added to a folder later makes other shards, and these stay what they are. */
function groupShard(group: Group, before: number, names: ShardNames): Shard {
  const files = group.files.map(({file}) => file)
  const hash = createHash('sha256').update(files.join('\0')).digest('hex').slice(0, 8)
  const name = `${group.kind === 'files' ? 'pages' : 'items'}-${String(before + 1).padStart(5, '0')}-${hash}`
  return {name: names.claim(name), kind: group.kind, files, start: 0, end: files.length, bytes: bytesOf(group)}
}
