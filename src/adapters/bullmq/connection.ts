/** The connection to Redis, whose address may hold a password: it is never said. */
import {Failure, exit} from '../../exit.ts'
import type {Peers, Redis} from './peers.ts'

/** Milliseconds after which Redis is not there, when the program starts. Chosen. */
const patience = 5000
/** Milliseconds between two attempts to reach it, at most. Chosen. */
const retryEvery = 2000

/** @throws {Failure} exit code 2 */
export function checkAddress(address: string | undefined): string {
  if (address === undefined || address === '') throw new Failure(exit.usage, 'queue: REDIS_URL is not set: the address of Redis, as redis://127.0.0.1:6379')
  // The message must not quote it.
  if (!URL.canParse(address) || !/^rediss?:\/\//u.test(address)) throw new Failure(exit.usage, 'queue: REDIS_URL is not an address of Redis: redis://HOST:PORT, or rediss://HOST:PORT')
  return address
}

/** @throws {Failure} exit code 75: nobody answers, or not to us. */
export async function connect(Client: Peers['Redis'], address: string): Promise<Redis> {
  const redis = new Client(address, {
    lazyConnect: true,
    maxRetriesPerRequest: null,
    retryStrategy: times => Math.min(times * 100, retryEvery),
  })
  let last: Error | undefined
  const answers = new Promise<boolean>(resolve => {
    redis.on('ready', () => resolve(true))
    redis.on('error', error => {
      last = error
      if (isRefusal(error)) resolve(false)
    })
    setTimeout(() => resolve(false), patience).unref()
  })
  // It goes on trying by itself, and says why by the event.
  redis.connect().catch(() => undefined)
  if (await answers) return redis
  redis.disconnect()
  throw new Failure(exit.tryAgain, `queue: Redis does not answer${last ? ` (${causeOf(last)})` : ''}; REDIS_URL says where it is looked for`)
}

/** Redis answered, and would answer the same again. */
function isRefusal(error: Error): boolean {
  return /^(?:WRONGPASS|NOAUTH|ERR|NOPERM)\b/u.test(error.message)
}

/** The connection was lost, or could not be made: another one may do. */
export function isOfConnection(error: Error): boolean {
  return /^E[A-Z]{2,20}$/u.test((error as NodeJS.ErrnoException).code ?? '') || /\b(?:Connection is closed|max retries per request|Socket closed)/iu.test(error.message)
}

/** `ECONNREFUSED`, `WRONGPASS`: the code alone, as messages of systems and servers quote addresses. */
export function causeOf(error: Error): string {
  const {code} = error as NodeJS.ErrnoException
  return code ?? /^[A-Z]{2,20}\b/u.exec(error.message)?.[0] ?? error.name
}
