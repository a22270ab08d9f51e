/** Each folder of `examples/` as a stranger has it: copied into an empty folder, the packed tarball installed, `npm test`. */
import {spawnSync} from 'node:child_process'
import {cpSync, existsSync, readdirSync} from 'node:fs'
import {basename, join} from 'node:path'
import {Missing, check, inTemporaryFolder, root, run} from './system.js'

/** What an example ends with if a program it needs is not on this machine. */
const skipped = 77

export async function test() {
  const asked = process.env.EXAMPLES?.split(',')
  const names = readdirSync(join(root, 'examples')).filter(name => existsSync(join(root, 'examples', name, 'test.js')) && (asked?.includes(name) ?? true))
  check(names.length > 0, 'no example')
  /** @type {string[]} */
  const failed = []
  await inTemporaryFolder(folder => {
    const [{filename}] = JSON.parse(run('npm', ['pack', '--json', '--silent', '--ignore-scripts', '--pack-destination', folder]).replace(/^[^[]*(?=\[\s*\{)/u, ''))
    for (const name of names) {
      const started = performance.now()
      const outcome = tried(join(root, 'examples', name), {folder, tarball: join(folder, filename)})
      if (outcome.startsWith('FAILED')) failed.push(name)
      console.log(`  ${name}: ${outcome} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
    }
  })
  check(failed.length === 0, `examples that failed: ${failed.join(', ')}`)
}

/** @param {string} example @param {{folder: string, tarball: string}} options @returns {string} what became of it */
function tried(example, {folder, tarball}) {
  const app = join(folder, basename(example))
  cpSync(example, app, {recursive: true, filter: source => !/node_modules$|storage$|\/clean$/u.test(source)})
  try {
    run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', tarball], {cwd: app})
  } catch (error) {
    if (error instanceof Missing) throw error
    return `FAILED to install: ${String(error).slice(-1500)}`
  }
  const {status, signal, stdout, stderr} = spawnSync('npm', ['test', '--silent'], {cwd: app, encoding: 'utf8', timeout: 300_000})
  const last = stdout.trim().split('\n').at(-1) ?? ''
  if (status === 0) return `ok: ${last}`
  return status === skipped ? last : `FAILED with ${status ?? signal}:\n${stdout.slice(-2000)}\n${stderr.slice(-3000)}`
}
