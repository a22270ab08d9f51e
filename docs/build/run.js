/** `npm run docs`: docs/rules.md from the tables, docs/api/ from the doc comments. */
import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {reference} from './rules.js'
import {sections} from './sections.js'

const root = new URL('../../', import.meta.url)
const path = (/** @type {string} */ name) => fileURLToPath(new URL(name, root))

/** Kept apart: they need a compiler of their own. */
const tools = {typedoc: '0.28.20', 'typedoc-plugin-markdown': '4.14.1', typescript: '5.9.3', '@types/node': '20'}

writeFileSync(path('docs/rules.md'), reference(await sections(name => import(new URL(`dist/rules/${name}.js`, root).href))))

const folder = path('.cache/docs')
if (!existsSync(`${folder}/node_modules/typedoc`)) {
  mkdirSync(folder, {recursive: true})
  writeFileSync(`${folder}/package.json`, '{"private": true}\n')
  run('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', ...Object.entries(tools).map(([name, version]) => `${name}@${version}`)])
}
rmSync(path('docs/api'), {recursive: true, force: true})
run(process.execPath, [`${folder}/node_modules/typedoc/bin/typedoc`, '--options', path('docs/build/typedoc.json')])

/** @param {string} program @param {readonly string[]} args */
function run(program, args) {
  const {status} = spawnSync(program, args, {cwd: path('.'), stdio: 'inherit', shell: process.platform === 'win32' && program === 'npm'})
  if (status !== 0) process.exit(status ?? 1)
}
