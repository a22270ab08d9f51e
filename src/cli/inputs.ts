/** Inputs: what the words of the command line stand for, as a list of files in a fixed order. */
import {readdir, stat} from 'node:fs/promises'
import path from 'node:path'
import {printable} from '../explain/printable.ts'
import {Failure, exit, systemReason} from './exit.ts'

/** One file, or stdin. */
export interface Source {
  /** As messages and rows name it. */
  readonly name: string
  /** undefined is stdin. */
  readonly file: string | undefined
  /** Records, one JSON object a line, not a page. */
  readonly records: boolean
}

export interface Found {
  readonly sources: readonly Source[]
  readonly failures: readonly Failure[]
  /** What folders and globs hold besides pages, counted by ending. */
  readonly skipped: ReadonlyMap<string, number>
  /** Absolute path of the deepest folder that holds every input: output trees start there. */
  readonly base: string
}

const pageEndings: ReadonlySet<string> = new Set(['.html', '.htm', '.xhtml', '.txt', '.md', '.markdown'])
const recordEndings: ReadonlySet<string> = new Set(['.ndjson', '.jsonl'])

/** Endings that are refused, and the way out. */
const refused: readonly {readonly what: string; readonly endings: readonly string[]; readonly wayOut: string}[] = [
  {what: 'a web archive', endings: ['.mhtml', '.mht', '.webarchive'], wayOut: 'save the page as HTML instead'},
  {what: 'a PDF file', endings: ['.pdf'], wayOut: 'convert it first: pdftotext FILE - | boildown'},
  {
    what: 'an Office file', endings: ['.doc', '.docx', '.odt', '.rtf', '.xls', '.xlsx', '.ods', '.ppt', '.pptx', '.odp', '.epub'],
    wayOut: 'convert it first: pandoc FILE -t html | boildown',
  },
  {what: 'compressed', endings: ['.gz', '.zip', '.xz', '.zst', '.bz2', '.7z', '.tar', '.tgz', '.warc'], wayOut: 'unpack it first'},
  {what: 'an image', endings: ['.png', '.jpg', '.jpeg', '.gif', '.webp', '.avif', '.ico', '.svg'], wayOut: 'name the page that shows it'},
]

/** @param asRecords - every input is records (`-f ndjson`); undefined: the ending says. */
export async function findInputs(words: readonly string[], asRecords?: boolean): Promise<Found> {
  const found = {sources: [] as Source[], failures: [] as Failure[], skipped: new Map<string, number>(), asRecords}
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
  return {...found, base: commonFolder(roots)}
}

interface Finding { sources: Source[]; skipped: Map<string, number>; asRecords: boolean | undefined }

/** Adds the sources of one word; returns the folders they stand in. */
async function expand(word: string, found: Finding): Promise<string[]> {
  if (word === '-') {
    found.sources.push({name: 'stdin', file: undefined, records: found.asRecords === true})
    return []
  }
  refuseAddress(word)
  const state = await stat(word).catch((error: unknown) => error as Error)
  if (!(state instanceof Error) && state.isDirectory()) {
    const before = found.sources.length
    await walk(word, found)
    if (found.sources.length === before) throw new Failure(exit.input, `${printable(word)}: no page in this folder (looked for ${[...pageEndings].join(' ')})`)
    return [path.resolve(word)]
  }
  if (state instanceof Error) return expandGlob(word, state, found)
  refuseByName(word)
  found.sources.push(source(word, found.asRecords))
  return [path.dirname(path.resolve(word))]
}

function refuseAddress(word: string): void {
  if (!/^[a-z][a-z0-9+.-]{1,20}:\/\//iu.test(word)) return
  const quoted = `'${printable(word).replaceAll("'", '%27')}'`
  throw new Failure(exit.usage, `no network address is opened; use: curl -sL ${quoted} | boildown --url ${quoted}`)
}

function refuseByName(file: string): void {
  const ending = path.extname(file).toLowerCase()
  const row = refused.find(({endings}) => endings.includes(ending))
  if (row) throw new Failure(exit.data, `${printable(file)}: is ${row.what}, which boildown does not read; ${row.wayOut}`)
}

function source(file: string, asRecords: boolean | undefined): Source {
  return {name: file, file, records: asRecords ?? recordEndings.has(path.extname(file).toLowerCase())}
}

/** Pages of a folder and the folders in it, by name. Links to folders are not followed: they may lead in circles. */
async function walk(folder: string, found: Finding): Promise<void> {
  const entries = await readdir(folder, {withFileTypes: true}).catch((error: unknown) => {
    throw new Failure(exit.input, `${printable(folder)}: cannot be read: ${systemReason(error)}`, error)
  })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const file = path.join(folder, entry.name)
    const isFolder = entry.isDirectory()
    if (entry.name.startsWith('.')) skip(found, isFolder ? 'hidden folders' : 'hidden files')
    else if (isFolder && entry.name.endsWith('_files')) skip(found, '*_files/ folders')
    else if (isFolder) await walk(file, found)
    else if (!isPage(entry.name) || !await isReadableFile(file)) skip(found, path.extname(entry.name).toLowerCase() || 'without ending')
    else found.sources.push(source(file, found.asRecords))
  }
}

/** A link counts as what it leads to; pipes and sockets would block. */
async function isReadableFile(file: string): Promise<boolean> {
  return stat(file).then(state => state.isFile(), () => false)
}

function isPage(name: string): boolean {
  return pageEndings.has(path.extname(name).toLowerCase())
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
    else if (!isPage(file) && !recordEndings.has(ending)) skip(found, ending || 'without ending')
    else {
      found.sources.push(source(file, found.asRecords))
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
