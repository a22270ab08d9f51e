/** The body of a request, in bounded memory and time. */
import type {IncomingMessage} from 'node:http'
import type {Place} from './admission.ts'
import {Refusal} from './refusal.ts'

/** Milliseconds in which a page must have arrived: on loopback it takes one; a slow sender holds a place. Chosen. */
const patience = 30_000

/** Bytes the request says it has; undefined if it comes in chunks. @throws {Refusal} 413 */
export function declaredLength({headers}: IncomingMessage, most: number): number | undefined {
  const declared = headers['content-length']
  if (declared === undefined) return undefined
  const length = Number(declared)
  if (length > most) throw tooLarge(most)
  return length
}

/** @throws {Refusal} 408, 413, 503 */
export async function readBody(request: IncomingMessage, place: Place, most: number): Promise<Uint8Array> {
  const declared = declaredLength(request, most)
  if (declared !== undefined) place.hold(declared)
  const chunks: Buffer[] = []
  let size = 0
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      clearTimeout(timer)
      request.off('data', take)
      settle()
    }
    const take = (chunk: Buffer): void => {
      size += chunk.length
      try {
        if (size > most) throw tooLarge(most)
        if (declared === undefined) place.hold(chunk.length)
        chunks.push(chunk)
      } catch (error) {
        end(() => reject(error as Error))
      }
    }
    const timer = setTimeout(() => end(() => reject(new Refusal(408, `the page did not arrive within ${patience / 1000} s`))), patience)
    request.on('data', take)
    request.once('end', () => end(() => resolve(Buffer.concat(chunks))))
    request.once('error', error => end(() => reject(error)))
    request.once('close', () => end(() => reject(new Refusal(400, 'the request ended before its body did'))))
  })
}

function tooLarge(most: number): Refusal {
  return new Refusal(413, `a page may have ${most} bytes; boildown serve --max-bytes N allows more`)
}
