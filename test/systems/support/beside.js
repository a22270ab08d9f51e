/** The built package beside other people's packages, in a folder that is kept: what a user has who installed both. */
import {spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {Missing, root} from '../system.js'

/** Fixed, so that a test fails by a change of ours and of nobody else. */
export const versions = {
  bullmq: '6.7.0',
  ioredis: '6.0.0',
  '@crawlee/cheerio': '3.18.1',
  '@crawlee/http': '3.18.1',
  '@crawlee/playwright': '3.18.1',
  playwright: '1.65.1',
}

/**
 * A folder with the package as it is built now and with others, installed once.
 * @param {string} name of the folder
 * @param {readonly (keyof typeof versions)[]} others
 * @returns {string} the folder
 * @throws {Missing} if they cannot be installed
 */
export function beside(name, others) {
  const folder = join(root, '.cache', 'beside', name)
  const ours = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const manifest = `${JSON.stringify({private: true, type: 'module', dependencies: {...ours.dependencies, ...Object.fromEntries(others.map(other => [other, versions[other]]))}}, null, 2)}\n`
  const file = join(folder, 'package.json')
  const done = join(folder, 'installed')
  if (!existsSync(done) || readFileSync(done, 'utf8') !== manifest) {
    mkdirSync(folder, {recursive: true})
    writeFileSync(file, manifest)
    const {status, stderr} = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], {cwd: folder, encoding: 'utf8', timeout: 300_000})
    if (status !== 0) throw new Missing(`${others.join(', ')}, which npm could not install: ${(stderr ?? '').trim().slice(-300)}`)
    writeFileSync(done, manifest)
  }
  const target = join(folder, 'node_modules', 'boildown')
  rmSync(target, {recursive: true, force: true})
  for (const part of ['package.json', 'bin', 'dist']) cpSync(join(root, part), join(target, part), {recursive: true})
  return folder
}
