/** One shard of a job from its first record to its final name, in whatever process this is. */
import type {Place} from '../entry.ts'
import {Marker} from './attempts.ts'
import {printLine} from '../dedupe/print.ts'
import {dedupeOf, formOf, formatOf} from './description.ts'
import type {Description} from './description.ts'
import {located} from './entries.ts'
import {finishShard} from './finish.ts'
import type {Files} from './files.ts'
import {layoutOf} from './layout.ts'
import type {PlannedShard} from './plan.ts'
import {rowsSink, treeSink} from './sink.ts'
import type {Toolbox} from './tools.ts'
import type {CheckpointAfter, Control, Ended, Work} from './work.ts'
import {workThrough} from './workThrough.ts'

export interface Performance {
  readonly description: Description
  readonly index: number
  readonly shard: PlannedShard
  readonly files: Files
  readonly toolbox: Toolbox
  readonly control: Control
  /** Pages left of `--limit`. */
  readonly limit?: number | undefined
  /** Other than usual, for tests. */
  readonly checkpointAfter?: CheckpointAfter
}

export async function perform({description, index, shard, files, toolbox, control, limit, checkpointAfter}: Performance): Promise<Ended> {
  const paths = layoutOf(description.folder, description.part).shard(index)
  const format = formatOf(description, shard)
  const dedupe = dedupeOf(description)
  const form = formOf(format)
  const tools = await toolbox.tools(format)
  const writeFile = format === 'ndjson' || format === 'parquet' ? undefined : await toolbox.writeFile(format, shard)
  // From here on files are changed, and the mark says by whom.
  if (control.stops()) return 'stopped'
  const marker = new Marker(files, paths.mark)
  try {
    marker.at('saving', 0)
    let path: string | undefined
    const write: typeof writeFile = writeFile && (page => {
      const file = writeFile(page)
      path = file?.path
      return file
    })
    const work: Work = {
      shard, paths, files, tools, control, limit, marker, checkpointAfter,
      carriesPage: description.fromStdin,
      read: from => located(shard, description, from),
      sink: size => write ? treeSink(files, {folder: description.folder, write}) : rowsSink(files, {file: paths.rows, size, ...(tools.line && {line: tools.line})}),
      ...(dedupe && {print: page => printLine({...page, path}, dedupe)}),
    }
    // Copies are known when all pages are.
    const isDecided = dedupe === undefined || files.size(paths.twins) !== undefined
    for (;;) {
      const ended = await workThrough(work)
      if (ended !== 'read' || !isDecided || await finishShard({files, folder: description.folder, shard, paths, form, convert: toolbox.convert})) return ended
      files.remove(paths.journal)
    }
  } finally {
    marker.close()
    files.remove(paths.mark)
  }
}

/** How far a shard is, 0 to 1, by the place of its last record. */
export function share({kind, start, end, bytes}: PlannedShard, {record, offset, read}: Place): number {
  const [done, all] = read !== undefined ? [read, bytes] : kind === 'files' || kind === 'items' ? [record + 1, end - start] : [offset - start, end - start]
  return all <= 0 ? 1 : Math.max(0, Math.min(1, done / all))
}
