/** Reading the bytes of a page, never more than the limit says. */
import {createReadStream} from 'node:fs'
import {printable} from '../explain/printable.ts'
import {Failure, exit, systemCode, systemReason} from './exit.ts'
import type {Source} from './inputs.ts'

/** Byte stream of a source. */
export function open(source: Source, stdin: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  return source.file === undefined ? stdin : createReadStream(source.file)
}

/**
 * All bytes of a page, or `limit` + 1 of them: enough for the library to see that there are more.
 *
 * @throws {Failure} exit code 66 if it cannot be read, 65 if it is no text.
 */
export async function readPage(source: Source, stdin: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of open(source, stdin)) {
      chunks.push(chunk)
      size += chunk.length
      if (size > limit) break
    }
    const bytes = Buffer.concat(chunks).subarray(0, limit + 1)
    refuseBinary(bytes)
    return bytes
  } catch (error) {
    throw named(source, error)
  }
}

/** The same error with the source named; errors that are neither the system's nor the user's stay as they are. */
export function named(source: Source, error: unknown): unknown {
  if (error instanceof Failure) return new Failure(error.code, `${printable(source.name)}: ${error.message}`, error)
  if (systemCode(error) === undefined) return error
  return new Failure(exit.input, `${printable(source.name)}: cannot be read: ${systemReason(error)}`, error)
}

const signatures: readonly {readonly bytes: string; readonly what: string; readonly wayOut: string}[] = [
  {bytes: '%PDF-', what: 'a PDF file', wayOut: 'convert it first with pdftotext'},
  {bytes: 'PK\x03\x04', what: 'a ZIP archive or Office file', wayOut: 'unpack or convert it first'},
  {bytes: '\x1f\x8b\x08', what: 'compressed', wayOut: 'unpack it first with gunzip'},
  {bytes: '\x28\xb5\x2f\xfd', what: 'compressed', wayOut: 'unpack it first with zstd -d'},
  {bytes: '\x89PNG', what: 'an image', wayOut: 'name the page that shows it'},
  {bytes: '\xff\xd8\xff', what: 'an image', wayOut: 'name the page that shows it'},
]

function refuseBinary(bytes: Buffer): void {
  const start = bytes.subarray(0, 8).toString('latin1')
  const row = signatures.find(signature => start.startsWith(signature.bytes))
  if (row) throw new Failure(exit.data, `is ${row.what}, which boildown does not read; ${row.wayOut}`)
}
