/**
 * `--config FILE.json`: the flags of a command line as one JSON object. Names are those of the library's options, of
 * `src/batch/options.ts` and of the other flags in camel case; `inputs` is the list of inputs. Flags win over it.
 */
import {readFileSync} from 'node:fs'
import {Failure, exit, systemReason} from '../exit.ts'
import {printable} from '../explain/printable.ts'
import {flags} from './flags.ts'
import type {Flag} from './flags.ts'
import {nearest} from './nearest.ts'

export type Value = string | boolean | number | readonly string[]
export interface Config { readonly values: ReadonlyMap<Flag, Value>; readonly inputs: readonly string[] }

/** Flags that speak of the command line itself. */
const notInConfig: ReadonlySet<string> = new Set(['config', 'help', 'version'])
/** Flags that name code: a config may come with a corpus, from strangers. */
const onlyOnLine: ReadonlySet<string> = new Set(['pass'])

/** @throws {Failure} exit code 2, naming the file, the entry and what is allowed. */
export function readConfig(file: string): Config {
  const name = `--config ${printable(file)}`
  let content: unknown
  try {
    content = JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/u, ''))
  } catch (error) {
    throw new Failure(exit.usage, `${name}: ${error instanceof SyntaxError ? `is not JSON: ${printable(error.message)}` : `cannot be read: ${systemReason(error)}`}`, error)
  }
  if (!isObject(content)) throw new Failure(exit.usage, `${name}: must hold one object`)
  const {inputs = [], ...rest} = content
  if (!isStrings(inputs)) throw new Failure(exit.usage, `${name}: inputs: must be a list of strings`)
  const values = new Map<Flag, Value>()
  for (const [key, value] of entries(rest, '')) values.set(...entry(name, key, value))
  return {values, inputs}
}

/** Where a flag stands in the object: `markdown.bullet`, `workers`, `keepInput`. */
export function keyOf(flag: Flag): string {
  return flag.option?.join('.') ?? flag.job ?? flag.name.replace(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase())
}

function entry(name: string, key: string, value: unknown): [Flag, Value] {
  const known = flags.filter(flag => !notInConfig.has(flag.name))
  const flag = known.find(each => keyOf(each) === key)
  if (onlyOnLine.has(flag?.name ?? '')) throw new Failure(exit.usage, `${name}: ${key}: names code that is run, and is taken from the command line only: --${key} FILE`)
  if (!flag) {
    const near = nearest(key, known.map(keyOf))
    throw new Failure(exit.usage, `${name}: unknown option ${printable(key.slice(0, 200))}${near ? `, did you mean ${near}?` : ''}`)
  }
  const allowed = wanted(flag, value)
  if (allowed !== undefined) throw new Failure(exit.usage, `${name}: ${key}: ${printable(JSON.stringify(value).slice(0, 80))} is not allowed; allowed: ${allowed}`)
  return [flag, value as Value]
}

/** What is allowed, if the value is not. */
function wanted({row}: Flag, value: unknown): string | undefined {
  switch (row.type) {
    case 'boolean': return typeof value === 'boolean' ? undefined : 'true or false'
    case 'choice': return row.choices.includes(value as string) ? undefined : row.choices.join(', ')
    case 'count': return Number.isSafeInteger(value) && (value as number) > 0 ? undefined : 'a whole number above 0'
    case 'share': return typeof value === 'number' && value >= 0 && value <= 1 ? undefined : 'a number from 0 to 1'
    case 'strings': return isStrings(value) ? undefined : 'a list of strings'
    default: return typeof value === 'string' ? undefined : 'a string'
  }
}

/** Objects in the object are groups of options. */
function entries(object: Readonly<Record<string, unknown>>, prefix: string): [string, unknown][] {
  return Object.entries(object).flatMap(([key, value]): [string, unknown][] =>
    isObject(value) ? entries(value, `${prefix}${key}.`) : [[prefix + key, value]])
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(item => typeof item === 'string')
}
