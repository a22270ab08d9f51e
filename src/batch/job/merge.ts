/** The counts, errors and rejections of parts, added up. */
import path from 'node:path'
import {Failure, exit} from '../../exit.ts'
import {printable} from '../../explain/printable.ts'
import {addCounts, noCounts} from './counts.ts'
import type {Counts} from './counts.ts'
import type {Files} from './files.ts'
import {replaceFile} from './files.ts'
import {layoutOf} from './layout.ts'
import type {Part} from './layout.ts'
import {stats} from './results.ts'

interface Manifest { readonly boildown: string; readonly model: string; readonly options: Readonly<Record<string, unknown>>; readonly part?: Part; readonly complete: boolean }
interface PartFiles { readonly folder: string; readonly part: Part; readonly manifest: Manifest }

/**
 * @param folders - output folders that hold parts; each part in one of them.
 * @param target - folder that gets `_stats.json` and the other files of a whole job.
 * @throws {Failure} exit code 66: a part is missing or not done; 73: the parts are not of one job.
 */
export function mergeParts(files: Files, folders: readonly string[], target: string): Counts {
  const parts = folders.flatMap(folder => partsOf(files, folder)).sort((a, b) => a.part.index - b.part.index)
  refuseIncomplete(parts, folders)
  refuseDifferent(parts)
  const layouts = parts.map(({folder, part}) => layoutOf(folder, part))
  const total = layouts.map(({stats: file}) => parsed<Counts>(files, file)).reduce<Counts>(addCounts, noCounts)
  const whole = layoutOf(target)
  files.makeFolder(target)
  replaceFile(files, whole.errors, Buffer.concat(layouts.map(({errors}) => files.read(errors) ?? Buffer.alloc(0))))
  replaceFile(files, whole.rejected, Buffer.concat(layouts.map(({rejected}) => files.read(rejected) ?? Buffer.alloc(0))))
  replaceFile(files, whole.stats, `${JSON.stringify(stats(total), undefined, 2)}\n`)
  const [{manifest}] = parts
  const options = withoutPart(manifest.options)
  replaceFile(files, whole.manifest, `${JSON.stringify({boildown: manifest.boildown, model: manifest.model, options, parts: layouts.map(({manifest: file}) => path.relative(target, file))}, undefined, 2)}\n`)
  return total
}

function partsOf(files: Files, folder: string): PartFiles[] {
  const found = files.list(folder).flatMap((name): PartFiles[] => {
    const [, index, of] = /^_manifest\.([0-9]{1,9})-of-([0-9]{1,9})\.json$/u.exec(name) ?? []
    if (index === undefined || of === undefined) return []
    return [{folder, part: {index: Number(index), of: Number(of)}, manifest: parsed<Manifest>(files, path.join(folder, name))}]
  })
  if (found.length === 0) throw new Failure(exit.input, `${printable(folder)}: holds no parts of a job (--shard I/N)`)
  return found
}

function refuseIncomplete(parts: readonly PartFiles[], folders: readonly string[]): void {
  const [{part: {of}}] = parts
  const indexes = parts.map(({part}) => part.index)
  const missing = Array.from({length: of}, (_, i) => i + 1).filter(index => !indexes.includes(index))
  const where = folders.map(folder => printable(folder)).join(', ')
  if (missing.length > 0) throw new Failure(exit.input, `${where}: of ${of} parts these are missing: ${missing.slice(0, 20).join(', ')}${missing.length > 20 ? ' …' : ''}`)
  const open = parts.filter(({manifest}) => !manifest.complete).map(({part}) => part.index)
  if (open.length > 0) throw new Failure(exit.input, `${where}: these parts are not done: ${open.slice(0, 20).join(', ')}; run them again, they go on where they stopped`)
}

function refuseDifferent(parts: readonly PartFiles[]): void {
  const kinds = new Set(parts.map(({part, manifest: {boildown, model, options}}) => JSON.stringify([part.of, boildown, model, withoutPart(options)])))
  const twice = parts.find(({part}, i) => parts.findIndex(other => other.part.index === part.index) !== i)
  if (kinds.size > 1) throw new Failure(exit.output, 'the parts were made with other options, another version or another number of parts')
  if (twice) throw new Failure(exit.output, `part ${twice.part.index} of ${twice.part.of} is there twice`)
}

function withoutPart(options: Manifest['options']): Manifest['options'] {
  return Object.fromEntries(Object.entries(options).filter(([name]) => name !== 'shard'))
}

function parsed<T>(files: Files, file: string): T {
  const text = files.read(file)?.toString('utf8')
  if (text === undefined) throw new Failure(exit.input, `${printable(file)}: no such file`)
  try {
    return JSON.parse(text) as T
  } catch (error) {
    throw new Failure(exit.data, `${printable(file)}: is not JSON`, error)
  }
}
