/** The command line, read: what is asked for, or a Failure that names what is allowed. */
import {parseArgs} from 'node:util'
import type {JobOptions} from '../batch/options.ts'
import {declaredContainer} from '../batch/sources/format.ts'
import type {From} from '../batch/sources/format.ts'
import {printable} from '../explain/printable.ts'
import type {Options} from '../options.ts'
import {Failure, exit} from '../exit.ts'
import {isCommand} from './commands.ts'
import type {CommandName} from './commands.ts'
import {keyOf, readConfig} from './config.ts'
import type {Value} from './config.ts'
import {flags} from './flags.ts'
import type {AskedFormat, Flag} from './flags.ts'
import {nearest} from './nearest.ts'

export interface Request {
  readonly command: 'clean' | CommandName
  readonly inputs: readonly string[]
  /** Options of the library, as given: defaults are the library's. */
  readonly options: Options
  /** Options of jobs and sources, as given. */
  readonly job: JobOptions
  /** Flags that only the command has, by their names in `commandTable`. */
  readonly own: Readonly<Record<string, Value>>
  /** What every input is, as declared: a page of some kind, or records. */
  readonly from?: From
  readonly to?: AskedFormat
  readonly output?: string
  readonly engine: 'boildown' | 'classic'
  readonly force: boolean
  readonly explain: boolean
  readonly keepInput: boolean
  readonly quiet: boolean
  readonly help: boolean
  readonly version: boolean
}

/** @throws {Failure} exit code 2, on anything that is not understood. */
export function readArguments(argv: readonly string[]): Request {
  const values = new Map<Flag, Value>()
  const words: {text: string; literal: boolean}[] = []
  let literal = false
  for (const token of tokens(argv)) {
    if (token.kind === 'option-terminator') literal = true
    else if (token.kind === 'positional') words.push({text: token.value, literal})
    else take(token, values)
  }
  const command = commandOf(words)
  const inputs = words.map(word => word.text)
  const config = [...values].find(([{name}]) => name === 'config')?.[1]
  if (config === undefined) return request(command, inputs, values)
  const given = readConfig(String(config))
  return request(command, inputs.length > 0 ? inputs : given.inputs, new Map([...given.values, ...values]))
}

function tokens(argv: readonly string[]): Token[] {
  const options = Object.fromEntries(flags.map(({name, short, row}) =>
    [name, {type: row.type === 'boolean' ? 'boolean' as const : 'string' as const, ...(short && {short})}]))
  // Not strict: its messages do not say what is allowed, ours do.
  return parseArgs({args: [...argv], options, strict: false, allowPositionals: true, tokens: true}).tokens as Token[]
}

type Token =
  | {readonly kind: 'option'; readonly name: string; readonly rawName: string; readonly value?: string; readonly inlineValue?: boolean}
  | {readonly kind: 'positional'; readonly value: string}
  | {readonly kind: 'option-terminator'}

function take(token: Extract<Token, {kind: 'option'}>, values: Map<Flag, Value>): void {
  const plain = flags.find(flag => flag.name === token.name)
  const negated = token.name.startsWith('no-') ? flags.find(flag => flag.name === token.name.slice(3) && flag.row.type === 'boolean') : undefined
  const flag = plain ?? negated
  if (!flag) throw unknownFlag(token.rawName)
  if (flag.row.type === 'boolean') {
    if (token.inlineValue) throw usage(`${token.rawName} takes no value`)
    values.set(flag, plain !== undefined)
    return
  }
  const value = token.value
  if (value === undefined) throw usage(`${token.rawName} needs a value${allowed(flag)}`)
  if (!token.inlineValue && /^-./u.test(value)) throw usage(`${token.rawName} needs a value, and "${printable(value)}" looks like a flag: write ${token.rawName}=VALUE`)
  values.set(flag, valued(flag, value, values.get(flag)))
}

function valued(flag: Flag, value: string, before: Value | undefined): Value {
  const {row} = flag
  switch (row.type) {
    case 'choice': {
      if (row.choices.includes(value)) return value
      const near = nearest(value, row.choices)
      throw usage(`--${flag.name}: "${printable(value)}" is not allowed${near ? `, did you mean ${near}?` : ''}${allowed(flag)}`)
    }
    case 'count':
      if (/^[0-9]{1,15}$/u.test(value) && Number(value) > 0) return Number(value)
      throw usage(`--${flag.name}: "${printable(value)}" is not allowed${allowed(flag)}`)
    case 'share':
      if (/^(?:0|1|0?\.[0-9]{1,9}|0\.0|1\.0{1,9})$/u.test(value)) return Number(value)
      throw usage(`--${flag.name}: "${printable(value)}" is not allowed${allowed(flag)}`)
    case 'strings':
      return [...(before as readonly string[] | undefined ?? []), value]
    default:
      return value
  }
}

function allowed({row}: Flag): string {
  if (row.type === 'choice') return `; allowed: ${row.choices.join(', ')}`
  return row.type === 'count' ? '; allowed: a whole number above 0' : row.type === 'share' ? '; allowed: a number from 0 to 1' : ''
}

function unknownFlag(rawName: string): Failure {
  const names = flags.flatMap(({name, row}) => row.type === 'boolean' ? [`--${name}`, `--no-${name}`] : [`--${name}`])
  const near = nearest(rawName, names)
  const known = near ? `, did you mean ${near}?` : `; known: ${flags.map(({name}) => `--${name}`).join(' ')}`
  return usage(`unknown flag ${printable(rawName)}${known}`)
}

function usage(message: string): Failure {
  return new Failure(exit.usage, `${message} (boildown --help shows all flags)`)
}

/** Takes the command off the words, if the first one is one. After `--` everything is a file. */
function commandOf(words: {text: string; literal: boolean}[]): Request['command'] {
  const first = words[0]
  if (!first || first.literal) return 'clean'
  if (first.text !== 'clean' && !isCommand(first.text)) return 'clean'
  words.shift()
  return first.text as Request['command']
}

function request(command: Request['command'], inputs: readonly string[], values: ReadonlyMap<Flag, Value>): Request {
  const options: Record<string, unknown> = {}
  const own: Record<string, Value> = {}
  const job: Record<string, Value> = {}
  const ofCommand: Record<string, Value> = {}
  for (const [flag, value] of values) {
    if (flag.of && !flag.of.some(name => name === command)) throw usage(`--${flag.name} belongs to boildown ${flag.of.join(' and boildown ')}`)
    if (flag.of) ofCommand[keyOf(flag)] = value
    else if (flag.option) set(options, flag.option, value)
    else if (flag.job !== undefined) job[flag.job] = value
    else own[flag.name] = value
  }
  const from = options['from'] as From | undefined
  // The library knows pages only.
  if (from !== undefined && declaredContainer(from) !== 'page') delete options['from']
  const to = own['to'] as AskedFormat | undefined
  if (command === 'explain') refuseForExplain(own)
  return {
    command, inputs, options, job, own: ofCommand,
    ...(from !== undefined && {from}),
    ...(to !== undefined && {to}),
    ...(own['output'] !== undefined && {output: own['output'] as string}),
    engine: own['engine'] === 'classic' ? 'classic' : 'boildown',
    force: own['force'] === true,
    explain: own['explain'] === true,
    keepInput: own['keep-input'] === true,
    quiet: own['quiet'] === true,
    help: own['help'] === true,
    version: own['version'] === true,
  }
}

function refuseForExplain({to, output}: Readonly<Record<string, Value>>): void {
  if (to !== undefined) throw usage('explain writes text for people; --to does not apply')
  if (typeof output !== 'string') return
  if (/[/\\]$/u.test(output)) throw usage('explain writes to stdout or to one file, not into a folder')
}

function set(options: Record<string, unknown>, [name, ...rest]: readonly string[], value: Value): void {
  if (rest.length === 0) options[name] = value
  else set((options[name] ??= {}) as Record<string, unknown>, rest, value)
}
