/** The process of a pool that cleans: one page at a time, with the options it is told. */
import {pathToFileURL} from 'node:url'
import {loadOwn} from '../batch/rules/own.ts'
import {createCleaner, type Cleaner} from '../clean.ts'
import {loadInspector} from '../explain/inspector/inspector.ts'
import type {Options} from '../options.ts'
import {endWithParent, goFirst} from '../processes/expendable.ts'
import type {FromChild, Preparation, Thrown, ToChild} from './messages.ts'

/** Sets of options that cleaners are kept for. Chosen: more than a service is asked for in one breath. */
const kept = 16

let given: Options = {}
const cleaners = new Map<string, Promise<Cleaner>>()
let queue = Promise.resolve()

// A Ctrl-C reaches every process of the terminal; only the parent acts on it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
process.on('disconnect', () => process.exit())
process.on('message', (message: ToChild) => { queue = queue.then(() => take(message)) })
goFirst()
endWithParent()

async function take(message: ToChild): Promise<void> {
  if (message.kind === 'end') return process.disconnect()
  if (message.kind === 'prepare') return prepare(message.preparation)
  const {number, input, facts, options, inspect} = message
  let cleaner: Cleaner
  try {
    cleaner = await cleanerFor(inspect === undefined ? options : {...options, trace: true})
  } catch (error) {
    return say({kind: 'failed', number, error: {...thrown(error), isFault: error instanceof TypeError}})
  }
  try {
    const result = cleaner.clean(input, facts)
    say({kind: 'cleaned', number, result: inspect === undefined ? result : (await loadInspector())(result, inspect)})
  } catch (error) {
    // Of hooks and passes.
    say({kind: 'failed', number, error: thrown(error)})
  }
}

async function prepare({options, module, passFiles}: Preparation): Promise<void> {
  try {
    const own = module === undefined ? {} : await optionsOf(module)
    const passes = passFiles.length === 0 ? {} : (await loadOwn({pass: passFiles})).options
    given = {...own, ...options, ...passes}
    await cleanerFor(undefined)
    say({kind: 'ready'})
  } catch (error) {
    // What the caller names is the caller's: a module that cannot be loaded, a selector that is none.
    say({kind: 'refused', error: {...thrown(error), isFault: true}})
  }
}

/** Its default export: the options, or a function that gives them. */
async function optionsOf(module: string): Promise<Options> {
  const address = /^[a-z]{2,20}:/u.test(module) ? module : pathToFileURL(module).href
  const {default: exported} = await import(address) as {readonly default?: unknown}
  const options: unknown = typeof exported === 'function' ? await (exported as () => unknown)() : exported
  if (typeof options !== 'object' || options === null) throw new TypeError(`option module: ${module} has no options as its default export`)
  return options
}

function cleanerFor(options: Options | undefined): Promise<Cleaner> {
  const key = options === undefined ? '' : JSON.stringify(options)
  const known = cleaners.get(key)
  const cleaner = known ?? createCleaner({...given, ...options})
  // The latest stand last.
  cleaners.delete(key)
  cleaners.set(key, cleaner)
  for (const [old] of cleaners) if (cleaners.size > kept && old !== '') cleaners.delete(old)
  if (!known) cleaner.catch(() => cleaners.delete(key))
  return cleaner
}

function thrown(error: unknown): Thrown {
  if (!(error instanceof Error)) return {message: String(error), name: 'Error', isFault: false}
  return {message: error.message.slice(0, 2000), name: error.name, isFault: false}
}

function say(message: FromChild): void {
  if (process.connected) process.send?.(message)
}
