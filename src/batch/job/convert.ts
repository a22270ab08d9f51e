/** Rows of a finished shard in another form. */
import {Failure, exit} from '../../exit.ts'
import {printable} from '../../explain/printable.ts'
import {wrapWideNumbers} from '../../rows/numbers.ts'
import {writeParquet} from '../sinks/parquet.ts'
import {fileBytes} from '../sources/bytes.ts'
import {lineCap, lines} from '../sources/lines.ts'
import {unpacked} from '../sources/unpack.ts'

/** @param rows - NDJSON in gzip members, as this program wrote it. */
export async function convertRows(rows: string, target: string): Promise<void> {
  await writeParquet(objects(rows), target)
}

async function* objects(rows: string): AsyncGenerator<Readonly<Record<string, unknown>>> {
  for await (const line of lines(unpacked(fileBytes(rows)), lineCap)) {
    if ('text' in line && line.text !== undefined) yield JSON.parse(wrapWideNumbers(line.text)) as Record<string, unknown>
    else throw new Failure(exit.output, `${printable(rows)}: is damaged; --force starts the job afresh`)
  }
}
