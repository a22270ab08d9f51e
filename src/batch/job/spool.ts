/** A pipe cannot be read by several processes, nor twice: what comes is kept in a file until the job is done. */
import type {Handle} from './files.ts'

export async function spool(stdin: AsyncIterable<Uint8Array>, handle: Handle): Promise<void> {
  try {
    for await (const chunk of stdin) handle.write(chunk)
  } finally {
    handle.close()
  }
}
