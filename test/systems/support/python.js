/** Python environments of system tests: the one a variable names, or one made from PyPI that is kept for the next run. */
import {existsSync, mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {homedir} from 'node:os'
import {join} from 'node:path'
import {spawnSync} from 'node:child_process'
import {Missing, run} from '../system.js'

/**
 * @param {string} name of the environment; another list of packages needs another name
 * @param {{variable: string, packages: readonly string[], check: string}} options `variable`: holds the interpreter of an environment to use instead; `check`: a statement that works where all is there
 * @returns {string} its interpreter
 */
export function python(name, {variable, packages, check}) {
  const given = process.env[variable]
  if (given !== undefined) return works(given, check) ? given : missing(`${packages.join(', ')} in ${variable}=${given}`)
  run('python3', ['--version'])
  const folder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'boildown', name)
  const interpreter = join(folder, 'bin', 'python')
  if (existsSync(join(folder, 'complete')) && works(interpreter, check)) return interpreter
  rmSync(folder, {recursive: true, force: true})
  mkdirSync(folder, {recursive: true})
  // Without the venv module of the system, or without a registry, there is nothing to test with.
  const made = spawnSync('python3', ['-m', 'venv', folder], {encoding: 'utf8'})
  if (made.status !== 0) return missing(`python3 -m venv (${`${made.stdout}${made.stderr}`.trim().split('\n')[0]})`)
  const installed = spawnSync(interpreter, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages], {encoding: 'utf8', timeout: 900_000})
  if (installed.status !== 0 || !works(interpreter, check)) return missing(`${packages.join(', ')} from PyPI (${installed.stderr?.trim().split('\n').pop() ?? ''})`)
  writeFileSync(join(folder, 'complete'), '')
  return interpreter
}

/** @param {string} interpreter @param {string} check */
function works(interpreter, check) {
  return spawnSync(interpreter, ['-c', check]).status === 0
}

/** @param {string} what @returns {never} */
function missing(what) {
  throw new Missing(what)
}
