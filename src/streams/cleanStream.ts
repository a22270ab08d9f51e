/** A web stream that cleans rows. */
import {rowCleaner, type RowIn, type StreamOptions} from './cleanAll.ts'
import type {RowOut} from '../rows/write.ts'

/**
 * A `TransformStream` of rows, for `pipeThrough` and for Node's `pipeline`: rows in (docs/row.schema.json), rows out, in
 * order. A page that cannot be cleaned is a row with `ok: false` and never ends the stream; a slow reader slows the writer.
 *
 * @throws {TypeError} on an unknown or wrong option.
 */
export function cleanStream(options: StreamOptions = {}): TransformStream<RowIn, RowOut> {
  const {atOnce, clean} = rowCleaner(options)
  let inHand = 0
  let last: Promise<void> = Promise.resolve()
  let freed: () => void = () => undefined
  return new TransformStream<RowIn, RowOut>({
    async transform(row, controller) {
      const before = last
      const answer = clean(row)
      inHand++
      last = given(controller, answer, before).finally(() => {
        inHand--
        freed()
      })
      // Nobody waits for it before its turn, and what goes wrong must be heard even if nothing more comes in.
      last.catch(error => controller.error(error))
      while (inHand >= atOnce) await Promise.race([last, new Promise<void>(resolve => { freed = resolve })])
    },
    flush: () => last,
  }, {highWaterMark: 1}, {highWaterMark: 1})
}

/** In their order, whichever is there first. */
async function given(controller: TransformStreamDefaultController<RowOut>, answer: Promise<RowOut>, before: Promise<void>): Promise<void> {
  const [row] = await Promise.all([answer, before])
  controller.enqueue(row)
}
