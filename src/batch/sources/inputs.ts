/** Inputs: what the words of the command line stand for, as a list of files in a fixed order. */
import {readdir, stat} from 'node:fs/promises'
import path from 'node:path'
import {Failure, exit, systemReason} from '../../exit.ts'
import {printable} from '../../explain/printable.ts'
import type {NamedFields} from '../../rows/columns.ts'
import type {PresetName} from '../../rows/presets.ts'
import {containerOf, declaredContainer, refusal, searched} from './format.ts'
import type {Container, From} from './format.ts'

/** One file, or stdin. */
export interface Source {
  /** As messages and rows name it. */
  readonly name: string
  /** undefined is stdin. */
  readonly file: string | undefined
  readonly container: Container
  /** It holds records, not one page. */
  readonly records: boolean
}

export interface Found {
  readonly sources: readonly Source[]
  readonly failures: readonly Failure[]
  /** What folders and globs hold besides pages and records, counted by ending. */
  readonly skipped: ReadonlyMap<string, number>
  /** Absolute path of the deepest folder that holds every input: output trees start there. */
  readonly base: string
}

/** What the command line says of all inputs. */
export interface Declared {
  readonly from?: From | undefined
  readonly preset?: PresetName | undefined
  readonly fields?: NamedFields | undefined
}

/** Without `from` and `preset` the ending of a name says what a file is. */
export async function findInputs(words: readonly string[], declared: Declared = {}): Promise<Found> {
  const found: Finding = {sources: [], failures: [], skipped: new Map(), declared}
  const roots: string[] = []
  if (words.filter(word => word === '-').length > 1) throw new Failure(exit.usage, 'stdin (-) can be read only once')
  for (const word of words) {
    try {
      roots.push(...await expand(word, found))
    } catch (error) {
      if (!(error instanceof Failure) || error.code === exit.usage) throw error
      found.failures.push(error)
    }
  }
  return {sources: found.sources, failures: found.failures, skipped: found.skipped, base: commonFolder(roots)}
}

interface Finding { readonly sources: Source[]; readonly failures: Failure[]; readonly skipped: Map<string, number>; readonly declared: Declared }

/** Adds the sources of one word; returns the folders they stand in. */
async function expand(word: string, found: Finding): Promise<string[]> {
  if (word === '-') {
    found.sources.push(stdinSource(found.declared))
    return []
  }
  refuseAddress(word)
  const state = await stat(word).catch((error: unknown) => error as Error)
  if (!(state instanceof Error) && state.isDirectory()) {
    const before = found.sources.length
    await walk(word, found)
    if (found.sources.length === before) throw new Failure(exit.input, `${printable(word)}: no page in this folder (looked for ${searched.join(' ')})`)
    return [path.resolve(word)]
  }
  if (state instanceof Error) return expandGlob(word, state, found)
  refuseByName(word)
  found.sources.push(source(word, found.declared))
  return [path.dirname(path.resolve(word))]
}

function refuseAddress(word: string): void {
  if (!/^[a-z][a-z0-9+.-]{1,20}:\/\//iu.test(word)) return
  const quoted = `'${printable(word).replaceAll("'", '%27')}'`
  throw new Failure(exit.usage, `no network address is opened; use: curl -sL ${quoted} | boildown --url ${quoted}`)
}

function refuseByName(file: string): void {
  const why = refusal(file)
  if (why !== undefined) throw new Failure(exit.data, `${printable(file)}: ${why}`)
}

/** A file with an ending nobody knows is taken for a page: its bytes say what kind. */
function source(file: string, declared: Declared): Source {
  const container = declaredBy(declared, file) ?? containerOf(file) ?? 'page'
  return {name: file, file, container, records: container !== 'page'}
}

/** An archive stays one whatever is said of the records in it; `.json` under `ndjson` may be an array. */
function declaredBy(declared: Declared, file: string): Container | undefined {
  const {from, preset} = declared
  const said = from === undefined ? undefined : declaredContainer(from)
  if (said !== undefined) return said === 'ndjson' && containerOf(file) === 'json' ? 'json' : said
  if (preset === 'warc' || preset === 'wet') return 'warc'
  return speaksOfRecords(declared) && containerOf(file) === undefined ? 'ndjson' : undefined
}

/** Columns are what records have. */
function speaksOfRecords({from, preset, fields = {}}: Declared): boolean {
  return from === 'ndjson' || preset !== undefined || Object.values(fields).some(name => name !== undefined)
}

function stdinSource(declared: Declared): Source {
  const {from, preset} = declared
  const container = from !== undefined ? declaredContainer(from) : preset === 'warc' || preset === 'wet' ? 'warc' : speaksOfRecords(declared) ? 'ndjson' : 'page'
  if (container === 'parquet' || container === 'wacz') {
    throw new Failure(exit.usage, `${container === 'wacz' ? 'WACZ' : 'Parquet'} is read from its end, which a pipe has last: save it to a file and name that`)
  }
  return {name: 'stdin', file: undefined, container, records: container !== 'page'}
}

/** Pages of a folder and the folders in it, by name. Links to folders are not followed: they may lead in circles. */
async function walk(folder: string, found: Finding): Promise<void> {
  const entries = await readdir(folder, {withFileTypes: true}).catch((error: unknown) => {
    throw new Failure(exit.input, `${printable(folder)}: cannot be read: ${systemReason(error)}`, error)
  })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  const isJob = entries.some(({name}) => manifest.test(name))
  for (const entry of entries) {
    const file = path.join(folder, entry.name)
    const isFolder = entry.isDirectory()
    if (isJob && reports.test(entry.name)) skip(found, 'reports of a job')
    else if (entry.name.startsWith('.')) skip(found, isFolder ? 'hidden folders' : 'hidden files')
    else if (isFolder && entry.name.endsWith('_files')) skip(found, '*_files/ folders')
    else if (isFolder) await walk(file, found)
    else if (!isSearched(entry.name, found.declared) || !await isReadableFile(file)) skip(found, path.extname(entry.name).toLowerCase() || 'without ending')
    else found.sources.push(source(file, found.declared))
  }
}

/** What a job, or a part of one, writes beside its pages: none of it is one. Named alone they are read. */
const manifest = /^_manifest(?:\.\d{1,9}-of-\d{1,9})?\.json$/u
const reports = /^(?:_errors|_rejected|_manifest|_stats|report)(?:\.\d{1,9}-of-\d{1,9})?\.(?:ndjson|json|html)$/u

/** A link counts as what it leads to; pipes and sockets would block. */
async function isReadableFile(file: string): Promise<boolean> {
  return stat(file).then(state => state.isFile(), () => false)
}

/** `.json` is what web sites are full of: it counts only if records are asked for. */
function isSearched(name: string, declared: Declared): boolean {
  const container = containerOf(name)
  return container !== undefined && (container !== 'json' || speaksOfRecords(declared))
}

function skip(found: Finding, what: string): void {
  found.skipped.set(what, (found.skipped.get(what) ?? 0) + 1)
}

async function expandGlob(word: string, missing: Error, found: Finding): Promise<string[]> {
  const {glob, isDynamicPattern} = await import('tinyglobby')
  if (!isDynamicPattern(word)) {
    throw new Failure(exit.input, `${printable(word)}: cannot be read: ${systemReason(missing)}`, missing)
  }
  const files = await glob(word, {onlyFiles: true, followSymbolicLinks: false, expandDirectories: false})
  const folders: string[] = []
  for (const file of files.sort()) {
    const ending = path.extname(file).toLowerCase()
    if (file.split('/').slice(0, -1).some(part => part.endsWith('_files'))) skip(found, 'in *_files/ folders')
    else if (!isSearched(file, found.declared)) skip(found, ending || 'without ending')
    else {
      found.sources.push(source(file, found.declared))
      folders.push(path.dirname(path.resolve(file)))
    }
  }
  if (folders.length === 0) throw new Failure(exit.input, `${printable(word)}: no page matches this pattern`)
  return folders
}

function commonFolder(folders: readonly string[]): string {
  if (folders.length === 0) return process.cwd()
  let common = folders[0].split(path.sep)
  for (const folder of folders) {
    const parts = folder.split(path.sep)
    const differs = common.findIndex((part, i) => part !== parts[i])
    if (differs >= 0) common = common.slice(0, differs)
  }
  return common.join(path.sep) || path.sep
}
