/** Sizes of inputs, or why there is none. */
import {stat} from 'node:fs/promises'
import {Failure, exit, systemReason} from '../../exit.ts'
import {printable} from '../../explain/printable.ts'

export async function sizeOf({name, file}: {readonly name: string; readonly file: string}): Promise<number | Failure> {
  try {
    const state = await stat(file)
    return state.isFile() ? state.size : new Failure(exit.input, `${printable(name)}: is no file; a job reads files, so that it can go on where it stopped`)
  } catch (error) {
    return new Failure(exit.input, `${printable(name)}: cannot be read: ${systemReason(error)}`, error)
  }
}

export function isFailure(value: unknown): value is Failure {
  return value instanceof Failure
}
