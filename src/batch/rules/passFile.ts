/**
 * A pass of the user's own, from a module that is named by its path. It is the user's code and runs with the
 * rights of the program: it is never looked for, and never taken from a package name or from an input folder.
 */
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {Failure, exit} from '../../exit.ts'
import {printable} from '../../explain/printable.ts'
import type {Pass} from '../../page/pass.ts'
import {passes as builtIn} from '../../passes.ts'
import {readOwn, sha256, type OwnFile} from './rulesFile.ts'

export interface PassFile {
  readonly passes: readonly Pass[]
  readonly source: OwnFile
}

/** Thrown on a page by a pass that is not ours: the row says whose fault it is. */
export class PassFailed extends Error {}

/**
 * Load the passes a module has as its default export: one, or an array of them.
 *
 * @throws {Failure} exit code 2: the file is no module, or what it exports is no pass.
 */
export async function readPassFile(file: string): Promise<PassFile> {
  const name = `--pass ${printable(file)}`
  if (!/\.m?js$/iu.test(file)) throw new Failure(exit.usage, `${name}: must be the path of a module (.mjs, .js)`)
  const bytes = await readOwn(file)
  let exported: unknown
  try {
    exported = ((await import(pathToFileURL(path.resolve(file)).href)) as {default?: unknown}).default
  } catch (error) {
    throw new Failure(exit.usage, `${name}: cannot be loaded: ${printable(String(error).slice(0, 500))}`, error)
  }
  const passes = Array.isArray(exported) ? exported as unknown[] : [exported]
  if (passes.length === 0 || !passes.every(isPass)) throw new Failure(exit.usage, `${name}: its default export is no pass; allowed: {name, about, run(page, ledger, context)}, or an array of them`)
  const taken = new Set(builtIn.map(pass => pass.name))
  for (const pass of passes) {
    if (taken.has(pass.name)) throw new Failure(exit.usage, `${name}: the name ${printable(pass.name)} is taken by another pass`)
    taken.add(pass.name)
  }
  return {passes: passes.map(pass => guarded(pass, file)), source: {option: 'pass', file, sha256: sha256(bytes)}}
}

function isPass(value: unknown): value is Pass {
  if (typeof value !== 'object' || value === null) return false
  const {name, run, origins} = value as Partial<Pass>
  return typeof name === 'string' && name !== '' && typeof run === 'function'
    && (origins === undefined || (Array.isArray(origins) && origins.every(origin => ['html', 'markdown', 'text'].includes(origin as string))))
}

function guarded(pass: Pass, file: string): Pass {
  return {
    name: pass.name, about: String(pass.about ?? ''), ...(pass.origins !== undefined && {origins: pass.origins}),
    run(page, ledger, context) {
      try {
        pass.run(page, ledger, context)
      } catch (error) {
        throw new PassFailed(`the pass ${printable(pass.name)} of ${printable(file)} failed: ${printable(String(error).slice(0, 500))}`, {cause: error})
      }
    },
  }
}
