/** Rows in, rows out, while the request is still coming in. */
import type {IncomingMessage, ServerResponse} from 'node:http'
import {once} from 'node:events'
import {lines} from '../batch/sources/lines.ts'
import {Damage} from '../batch/sources/damage.ts'
import type {Options} from '../options.ts'
import type {Pool} from '../pool/index.ts'
import {readRow, type Line} from '../rows/read.ts'
import {writeRow} from '../rows/write.ts'
import {engineOf, type Engine} from '../streams/engine.ts'
import {inOrder} from '../streams/inOrder.ts'
import {headersOf} from './answer.ts'

/** A line is longer than its page by what JSON adds: a tenth as a rule, twice as much is allowed. Chosen. */
const escaping = 2

export interface RowsAsked {
  readonly pool: Pool
  readonly options: Options
  /** Bytes of a page. */
  readonly most: number
}

export async function streamRows(request: IncomingMessage, response: ServerResponse, {pool, options, most}: RowsAsked): Promise<void> {
  const engine = engineOf(options, pool)
  const source = lines(request as AsyncIterable<Uint8Array>, most * escaping)
  const rows = inOrder(source, {atOnce: engine.atOnce, work: (line, signal) => line instanceof Damage ? '' : rowOf(line, engine, signal)})
  // A line first: an option that is wrong, or bytes that are no lines, are refused as long as nothing is written.
  let next = await rows.next()
  response.writeHead(200, headersOf({type: 'application/x-ndjson'}))
  response.flushHeaders()
  for (; !next.done; next = await rows.next()) {
    if (response.destroyed) return void await rows.return(undefined)
    if (!response.write(next.value)) await Promise.race([once(response, 'drain'), once(response, 'close')])
  }
  response.end()
}

async function rowOf(line: Line, engine: Engine, signal: AbortSignal): Promise<string> {
  const item = readRow(line, {keepInput: false})
  if ('error' in item) return `${writeRow(item, item)}\n`
  return `${writeRow(item, await engine.clean(item.input, item.facts, signal))}\n`
}
