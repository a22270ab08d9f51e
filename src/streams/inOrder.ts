/** Work on a stream: several at a time, answers in the order of the questions, memory bounded. */

export interface Working<In, Out> {
  /** Pieces in hand at once, answers nobody has taken among them. */
  readonly atOnce: number
  /** @param signal - aborted when nobody wants the answer any more */
  work(piece: In, signal: AbortSignal): Promise<Out> | Out
}

/**
 * One piece more is read than is in hand, and only while somebody takes the answers. An answer is given as soon as it is
 * there and those before it are taken, whether or not more comes in.
 *
 * @throws what the source or `work` throws, after the answers before it.
 */
export async function* inOrder<In, Out>(source: AsyncIterable<In> | Iterable<In>, {atOnce, work}: Working<In, Out>): AsyncGenerator<Out> {
  const given = new AbortController()
  const pieces = iterate(source)
  const inHand: Promise<Out>[] = []
  let reading: Promise<IteratorResult<In>> | undefined
  let isRead = false
  let failure: {readonly error: unknown} | undefined
  try {
    while (!isRead || inHand.length > 0) {
      if (!isRead && !reading && inHand.length < atOnce) reading = handled(pieces.next())
      if ((await first(inHand[0], reading)) === 'answer') {
        yield await (inHand.shift() as Promise<Out>)
        continue
      }
      try {
        const next = await (reading as Promise<IteratorResult<In>>)
        if (next.done) isRead = true
        else inHand.push(handled(Promise.resolve(work(next.value, given.signal))))
      } catch (error) {
        failure = {error}
        isRead = true
      }
      reading = undefined
    }
    if (failure) throw failure.error
  } finally {
    given.abort()
    if (!isRead) await pieces.return?.()
  }
}

/** Which of the two is settled first; both may be missing, not both at once. */
function first(answer: Promise<unknown> | undefined, piece: Promise<unknown> | undefined): Promise<'answer' | 'piece'> {
  const ends = [answer?.then(() => 'answer' as const, () => 'answer' as const), piece?.then(() => 'piece' as const, () => 'piece' as const)]
  return Promise.race(ends.filter(end => end !== undefined))
}

function iterate<T>(source: AsyncIterable<T> | Iterable<T>): AsyncIterator<T> | Iterator<T> {
  return Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]()
}

/** A rejection is looked at when its turn comes: until then it must not count as one that nobody handles. */
function handled<T>(value: Promise<T> | T): Promise<T> {
  const promise = Promise.resolve(value)
  promise.catch(() => undefined)
  return promise
}
