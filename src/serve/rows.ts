/** Rows in, rows out, while the request is still coming in. */
import type {IncomingMessage, ServerResponse} from 'node:http'
import {once} from 'node:events'
import {lines, type LineAt} from '../batch/sources/lines.ts'
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
  const room = new Room(most * escaping)
  const source = paced(lines(request as AsyncIterable<Uint8Array>, most * escaping), room)
  const rows = inOrder(source, {atOnce: engine.atOnce, work: async (line, signal) => {
    room.openWith(signal)
    return {row: await rowOf(line, engine, signal), bytes: line.bytes}
  }})
  // A line first: an option that is wrong, or bytes that are no lines, are refused as long as nothing is written.
  let next = await rows.next()
  response.writeHead(200, headersOf({type: 'application/x-ndjson'}))
  response.flushHeaders()
  for (; !next.done; next = await rows.next()) {
    if (response.destroyed) return void await rows.return(undefined)
    if (!response.write(next.value.row)) await Promise.race([once(response, 'drain'), once(response, 'close')])
    room.leave(next.value.bytes)
  }
  response.end()
}

/** How much of a request is in hand at once: lines come in as fast as answers go out, and a client may take none. */
class Room {
  readonly #bytes: number
  #held = 0
  #wake = (): void => undefined
  #end: AbortSignal | undefined

  constructor(bytes: number) {
    this.#bytes = bytes
  }

  /** When nobody wants answers any more, nobody waits here: the source could not be closed. */
  openWith(end: AbortSignal): void {
    if (this.#end !== undefined) return
    this.#end = end
    end.addEventListener('abort', () => this.#wake(), {once: true})
  }

  /** Resolves once there is room, or nothing is in hand. */
  async enter(bytes: number): Promise<void> {
    while (this.#held > 0 && this.#held + bytes > this.#bytes && this.#end?.aborted !== true) await new Promise<void>(resolve => { this.#wake = resolve })
    this.#held += bytes
  }

  leave(bytes: number): void {
    this.#held -= bytes
    this.#wake()
  }
}

async function* paced(source: AsyncIterable<LineAt | Damage>, room: Room): AsyncGenerator<LineAt> {
  for await (const line of source) {
    if (line instanceof Damage) continue
    await room.enter(line.bytes)
    yield line
  }
}

async function rowOf(line: Line, engine: Engine, signal: AbortSignal): Promise<string> {
  const item = readRow(line, {keepInput: false})
  if ('error' in item) return `${writeRow(item, item)}\n`
  return `${writeRow(item, await engine.clean(item.input, item.facts, signal))}\n`
}
