/** The bytes of a page that is a file (or stdin), never more than the limit says. */
import {Failure, exit, systemCode, systemReason} from '../../exit.ts'
import {printable} from '../../explain/printable.ts'
import {foreign} from '../../input/foreign.ts'
import type {Facts, Item} from '../../rows/item.ts'
import {Damage} from './damage.ts'
import {unpacked} from './unpack.ts'
import type {Source} from './inputs.ts'

/**
 * A page with its name as id.
 *
 * @param limit - bytes read at most; one more is read so that the library sees there are more.
 * @throws {Failure} exit code 66 if it cannot be read, 65 if it is no text.
 */
export async function readPage(source: Pick<Source, 'name' | 'file'>, chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Item> {
  const parts: Uint8Array[] = []
  let size = 0
  let input: Buffer
  let damage: Damage | undefined
  try {
    for await (const part of unpacked(chunks)) {
      if (part instanceof Damage) {
        damage = part
        break
      }
      parts.push(part)
      size += part.length
      if (size > limit) break
    }
    input = Buffer.concat(parts).subarray(0, limit + 1)
    if (damage && input.length === 0) throw new Failure(exit.data, damage.reason)
    refuseBinary(input)
  } catch (error) {
    throw named(source.name, error)
  }
  return {id: source.file === undefined ? null : source.name, input, facts: declared(source.file), columns: [], problems: damage ? [{code: 'cut-off', message: `${damage.reason}; what stands before is read`}] : []}
}

/** Only a Markdown ending is believed: crawlers call everything .html, and .txt is often saved HTML. */
function declared(file: string | undefined): Facts {
  return file !== undefined && /\.(?:md|markdown)(?:\.gz|\.zst)?$/iu.test(file) ? {from: 'markdown'} : {}
}

/** The same error with the source named; errors that are neither the system's nor the user's stay as they are. */
export function named(name: string, error: unknown): unknown {
  if (error instanceof Failure) return new Failure(error.code, `${printable(name)}: ${error.message}`, error)
  if (systemCode(error) === undefined) return error
  return new Failure(exit.input, `${printable(name)}: cannot be read: ${systemReason(error)}`, error)
}

function refuseBinary(bytes: Buffer): void {
  const row = foreign(bytes)
    ?? (bytes.subarray(0, 7).toString('latin1') === 'WARC/1.' ? {what: 'a WARC file', wayOut: 'say so with --from warc'} : undefined)
    ?? (bytes.subarray(257, 262).toString('latin1') === 'ustar' ? {what: 'an archive', wayOut: 'unpack it first with tar'} : undefined)
  if (row) throw new Failure(exit.data, `is ${row.what}, which boildown does not read as a page; ${row.wayOut}`)
}
