/** The flags: the library's options under the same names in kebab case, and what only a command line has. */
import {jobTable} from '../batch/options.ts'
import type {JobRow} from '../batch/optionRow.ts'
import {froms} from '../batch/sources/format.ts'
import {table} from '../options.ts'
import type {Row} from '../options.ts'
import {commandTable} from './commands.ts'
import type {CommandFlagRow, CommandName} from './commands.ts'

export interface Flag {
  /** Without the dashes. */
  readonly name: string
  readonly short?: string
  readonly row: Exclude<Row, {type: 'group'}>
  /** Path of the library option it sets; none for what only the command line has. */
  readonly option?: readonly string[]
  /** Name of the job option it sets (src/batch/options.ts). */
  readonly job?: string
  /** Commands that have it (src/cli/commands.ts); none for flags of cleaning. */
  readonly of?: readonly CommandName[]
  /** How `--help` names the value; the type says it if left out. */
  readonly value?: string
}

/** Options that are no flags, and why. */
export const libraryOnly: Readonly<Record<string, string>> = {
  rules: '--rules names the file they stand in',
  trace: '--explain and the explain command show it',
  hosts: '--hosts names the file they stand in',
  learn: 'rows would depend on those before them: boildown learn and --hosts do it in two steps',
  passes: 'its values are functions',
  hooks: 'its values are functions',
  headers: 'they belong to one page: rows have a column for them',
}

export const formats = ['markdown', 'text', 'html', 'json', 'ndjson', 'parquet'] as const
export type AskedFormat = (typeof formats)[number]
/** What streams write: a Parquet file cannot be written from its beginning to its end. */
export type Format = Exclude<AskedFormat, 'parquet'>

type CommandRow = Flag['row'] & {readonly short?: string; readonly option?: readonly string[]; readonly value?: string}

/** What only the command line has. `from` stands for the library's option and knows one value more. */
export const commandRows = {
  from: {
    type: 'choice', choices: froms, short: 'f', option: ['from'],
    about: 'what the input is; names and content say it if left out',
  },
  to: {type: 'choice', choices: formats, short: 't', about: 'what is written: markdown, or ndjson where records come in (parquet: with -o DIR/ only)'},
  output: {type: 'string', short: 'o', about: 'file to write (.gz: packed); a folder (ends in /) gets the same tree of files'},
  force: {type: 'boolean', initial: false, about: 'overwrite files that exist'},
  explain: {type: 'boolean', initial: false, about: 'say on stderr why each block was kept or dropped'},
  engine: {type: 'choice', choices: ['boildown', 'classic'], initial: 'boildown', about: 'classic: cheerio, Readability and turndown'},
  keepInput: {type: 'boolean', initial: false, about: 'leave the page in the rows written for ndjson'},
  config: {type: 'string', value: 'FILE.json', about: 'JSON file with options and inputs; flags win over it'},
  quiet: {type: 'boolean', initial: false, short: 'q', about: 'say nothing but errors'},
  help: {type: 'boolean', initial: false, short: 'h', about: 'print this'},
  version: {type: 'boolean', initial: false, short: 'V', about: 'print the version'},
} as const satisfies Record<string, CommandRow>

export const commandFlags: readonly Flag[] = Object.entries<CommandRow>(commandRows).map(([name, row]) => flag([name], row))
export const optionFlags: readonly Flag[] = flagsOf(table, []).filter(({name}) => !(name in commandRows))
/** Of jobs and of their sources. */
export const jobFlags: readonly Flag[] = Object.entries<JobRow>(jobTable).map(([job, {value, ...row}]) =>
  ({name: kebab(job), row, job, ...(value !== undefined && {value})}))
/** Of one command or a few. */
export const ownFlags: readonly Flag[] = Object.entries<CommandFlagRow>(commandTable).map(([own, {value, of, ...row}]) =>
  ({name: kebab(own), row, of, ...(value !== undefined && {value})}))
export const flags: readonly Flag[] = [...commandFlags, ...jobFlags, ...ownFlags, ...optionFlags]

function flagsOf(rows: Readonly<Record<string, Row>>, path: readonly string[]): Flag[] {
  return Object.entries(rows).flatMap(([name, row]): Flag[] => {
    const option = [...path, name]
    if (path.length === 0 && name in libraryOnly) return []
    return row.type === 'group' ? flagsOf(row.rows, option) : [flag(option, {...row, option})]
  })
}

function flag(path: readonly string[], {short, option, value, ...row}: CommandRow): Flag {
  return {name: path.map(kebab).join('-'), row: row as Flag['row'], ...(short && {short}), ...(option && {option}), ...(value && {value})}
}

/** contentType → content-type */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/gu, letter => `-${letter.toLowerCase()}`)
}
