/** Parquet files, written in row groups: memory holds one of them. */
import {closeSync, openSync, writeSync} from 'node:fs'
import {ByteWriter, ParquetWriter} from 'hyparquet-writer'
import {safeJson} from '../../rows/json.ts'
import {unwrapWideNumbers} from '../../rows/numbers.ts'
import {columns, schema, type Column, type Row} from './parquetSchema.ts'

/** Rows and characters of a row group: whichever is reached first. Readers load a group at once. Chosen. */
const groupRows = 10_000
const groupCharacters = 32_000_000

/**
 * Write rows to a file, in order.
 *
 * @param rows - as they stand in NDJSON shards.
 * @throws what `rows` throws, and system errors; the file is then not a Parquet file.
 */
export async function writeParquet(rows: AsyncIterable<Row> | Iterable<Row>, file: string): Promise<void> {
  const descriptor = openSync(file, 'w')
  try {
    const writer = new ParquetWriter({writer: new DescriptorWriter(descriptor), schema, createdBy: 'boildown', statistics: false})
    let group: unknown[][] = columns.map(() => [])
    let size = 0
    const flush = async (): Promise<void> => {
      if (group[0].length === 0) return
      await writer.write({columnData: columns.map(({name}, i) => ({name, data: group[i]})), rowGroupSize: group[0].length})
      group = columns.map(() => [])
      size = 0
    }
    for await (const row of rows) {
      columns.forEach((column, i) => {
        const value = cell(column, row)
        group[i].push(value)
        size += typeof value === 'string' ? value.length : 8
      })
      if (group[0].length >= groupRows || size >= groupCharacters) await flush()
    }
    await flush()
    await writer.finish()
  } finally {
    closeSync(descriptor)
  }
}

/** null where the value is not what the column holds. Text of an id that is a number has all its digits. */
function cell({type, value: valueOf}: Column, row: Row): unknown {
  const value = valueOf(row) ?? null
  if (value === null) return null
  switch (type) {
    case 'STRING': return typeof value === 'string' ? text(value) : json(value)
    case 'JSON': return json(value)
    case 'DOUBLE': return typeof value === 'number' ? value : null
    case 'INT64': return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : null
  }
}

function json(value: unknown): string {
  return unwrapWideNumbers(safeJson(value))
}

function text(value: string): string {
  const whole = value.replace(/\p{Surrogate}/gu, '\ufffd')
  if (value.length > 500) return whole
  // A number that no double holds was marked when the row was read.
  const quoted = JSON.stringify(value)
  const unwrapped = unwrapWideNumbers(quoted)
  return unwrapped === quoted ? whole : unwrapped
}

/** Bytes gathered before they are written. Chosen. */
const gathered = 1_000_000

/** What is written goes to the disk as it comes. */
class DescriptorWriter extends ByteWriter {
  readonly #descriptor: number

  constructor(descriptor: number) {
    super()
    this.#descriptor = descriptor
  }

  override ensure(size: number): void {
    if (this.index > gathered) this.flush()
    super.ensure(size)
  }

  flush(): void {
    const bytes = new Uint8Array(this.buffer, 0, this.index)
    for (let from = 0; from < bytes.length;) from += writeSync(this.#descriptor, bytes, from)
    this.index = 0
  }

  override finish(): void {
    this.flush()
  }
}
