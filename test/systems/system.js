/** What system tests share: programs, temporary folders, skips with a name. */
import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Thrown where a program or folder a test needs is not on this machine. */
export class Missing extends Error {}

/**
 * Run a program to its end.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{cwd?: string, input?: string, env?: NodeJS.ProcessEnv, code?: number}} [options] `code`: the exit code it must end with, 0 if left out
 * @returns {string} its standard output
 * @throws {Missing} if there is no such program
 */
export function run(program, args, {cwd = root, input = '', env = process.env, code = 0} = {}) {
  const {status, stdout, stderr, error} = spawnSync(program, args, {cwd, input, env, encoding: 'utf8', maxBuffer: 1 << 28, timeout: 600_000})
  if (error && 'code' in error && error.code === 'ENOENT') throw new Missing(program)
  if (error) throw error
  if (status !== code) {
    throw new Error(`${program} ${args.join(' ')} ended with ${status}, not ${code}\n${stdout.slice(-4000)}\n${stderr.slice(-4000)}`)
  }
  return stdout
}

/** A temporary folder for as long as `use` runs. @template T @param {(folder: string) => T | Promise<T>} use */
export async function inTemporaryFolder(use) {
  const folder = mkdtempSync(join(tmpdir(), 'boildown-'))
  try {
    return await use(folder)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** @param {unknown} claim @param {string} message */
export function check(claim, message) {
  if (!claim) throw new Error(message)
}
