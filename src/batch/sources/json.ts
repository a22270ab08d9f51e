/** A `.json` file: one item (Crawlee), an array of them, or lines of them after all. */
import {Failure, systemCode} from '../../exit.ts'
import type {Entry} from '../entry.ts'
import {wrapWideNumbers} from '../../rows/numbers.ts'
import {readObject, unread} from '../../rows/read.ts'
import type {RowReading} from '../../rows/read.ts'
import {fileBytes} from './bytes.ts'
import {undamaged} from './damage.ts'
import {lineCap} from './lines.ts'
import {lineEntries} from './ndjson.ts'
import type {LineReading} from './ndjson.ts'
import {named} from './page.ts'
import {unpacked} from './unpack.ts'
import {Window} from './window.ts'

/** A data set of Crawlee has a file an item, with nine digits for a name. */
export function isItem(file: string): boolean {
  return /(?:^|[/\\])[0-9]{9}\.json$/u.test(file)
}

/** The entries of files that hold one record each. @param first - index of the first one */
export async function* itemEntries(files: readonly string[], first: number, reading: RowReading): AsyncGenerator<Entry> {
  for (const [i, file] of files.entries()) {
    if (i < first && files.length > 1) continue
    // A file that stands alone may come from a longer list.
    const at = {file, offset: 0, record: files.length > 1 ? i : first}
    const entries: Entry[] = []
    try {
      for await (const entry of jsonEntries(fileBytes(file), {file, reading, skip: 0})) if (entries.push(entry) > 1) break
      if (entries.length === 1) yield {...entries[0], at}
      else yield {kind: 'loss', at, item: unread(`holds ${entries.length === 0 ? 'no item' : 'more than one item'}, where a data set of Crawlee holds one`)}
    } catch (error) {
      if (!(error instanceof Failure) && systemCode(error) === undefined) throw error
      yield {kind: 'loss', at, item: unread((named(file, error) as Error).message)}
    }
  }
}

/** Entries of a file that is read whole, up to the size of one line. */
export async function* jsonEntries(chunks: AsyncIterable<Uint8Array>, options: LineReading): AsyncGenerator<Entry> {
  const {file, reading, skip} = options
  const window = new Window(undamaged(unpacked(chunks), []))
  if (await isLines(window)) {
    yield* lineEntries(rest(window), options)
    return
  }
  const view = await window.ahead(lineCap + 1)
  const values = view.length > lineCap ? `longer than ${lineCap} bytes; as NDJSON it could be` : parsed(view.toString('utf8'))
  if (typeof values === 'string') {
    if (skip === 0) yield {kind: 'loss', at: {file, offset: 0, record: 0}, item: unread(values)}
    return
  }
  for (const [i, value] of values.entries()) {
    if (i < skip) continue
    const at = {file, offset: 0, record: i}
    const item = readObject(value, values.length === 1 ? 'the item' : `item ${i + 1}`, reading)
    yield 'error' in item ? {kind: 'loss', at, item} : {kind: 'page', at, item, bytes: Math.round(view.length / values.length)}
  }
}

/** Is its first line a whole object, and not the only one? */
async function isLines(window: Window): Promise<boolean> {
  for (let wanted = 65_536; ; wanted *= 4) {
    const view = await window.ahead(wanted)
    const end = view.indexOf(10)
    if (end < 0 && !window.ended && view.length <= lineCap) continue
    const line = view.subarray(0, end < 0 ? view.length : end).toString('utf8').trim()
    return end >= 0 && line.startsWith('{') && line.endsWith('}') && typeof parsed(line) !== 'string'
  }
}

function parsed(text: string): readonly unknown[] | string {
  try {
    const value = JSON.parse(wrapWideNumbers(text.replace(/^\ufeff/u, ''))) as unknown
    return Array.isArray(value) ? value : [value]
  } catch {
    return 'not JSON (syntax error)'
  }
}

async function* rest(window: Window): AsyncGenerator<Uint8Array> {
  for (let view = await window.ahead(1); view.length > 0; view = await window.ahead(1)) {
    const chunk = Buffer.from(view)
    window.pass(view.length)
    yield chunk
  }
}
