/** The engine that cleans, loaded when it is asked for. */
import type {Options} from '../options.ts'
import type {Result} from '../result.ts'
import {Failure, exit} from '../exit.ts'
import type {Request} from './arguments.ts'
import type {Facts} from '../rows/item.ts'

export interface Engine {
  clean(input: string | Uint8Array, facts: Facts): Result | Promise<Result>
}

/** @throws {Failure} exit code 2: an option is wrong (a selector, say), or an optional dependency is missing. */
export async function loadEngine(name: Request['engine'], options: Options): Promise<Engine> {
  try {
    return name === 'classic' ? await (await import('../classic/index.ts')).createCleaner(options) : await (await import('../cleanOnDemand.ts')).cleanOnDemand(options)
  } catch (error) {
    if (error instanceof TypeError || name === 'classic') throw new Failure(exit.usage, (error as Error).message, error)
    throw error
  }
}
