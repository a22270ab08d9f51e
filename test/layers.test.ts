/**
 * The layers of src/: data flows input → page → passes → markdown, and the core (everything a browser
 * needs) knows nothing of the folders around it. Read from the import statements, so that a wrong import
 * fails here before anybody builds on it.
 */
import {readFileSync, readdirSync} from 'node:fs'
import {builtinModules} from 'node:module'
import {dirname, join, relative, sep} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'

const root = fileURLToPath(new URL('../src', import.meta.url))

/** Folders that stand around the core, and which of each other they may import; all may import the core. */
const around: Readonly<Record<string, readonly string[]>> = {
  cli: ['batch', 'rows', 'classic', 'adapters', 'pool', 'serve', 'worker', 'processes'],
  adapters: ['batch', 'rows', 'processes', 'worker'],
  batch: ['rows', 'classic', 'processes'],
  pool: ['processes', 'batch'],
  streams: ['rows'],
  serve: ['pool', 'streams', 'rows', 'batch'],
  worker: ['batch', 'rows', 'processes'],
  processes: [],
  rows: [],
  classic: [],
  shims: [],
}
/** Folders that may use Node. */
const onNode = new Set(['worker', 'processes', 'pool', 'serve', 'cli', 'batch', 'adapters', 'classic'])

/** What index.ts passes on beside the core. */
const publicFolders = new Set(['streams', 'rows'])

/** Folders each core folder may import from, besides itself. Folders not named here are free. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  rules: [],
  page: [],
  sites: [],
  input: ['page', 'rules', 'sites'],
  metadata: ['page', 'rules'],
  judge: ['page', 'rules'],
  passes: ['page', 'rules'],
  markdown: ['page', 'rules'],
  explain: ['page', 'rules', 'markdown', 'output'],
}

/** Files at the top of src/ that carry shared types; problem.ts holds values too. */
const typesFor = new Set(['options.ts', 'result.ts', 'problem.ts'])
const valuesFor = new Set(['problem.ts'])

const builtins = new Set(builtinModules)

interface Import { readonly target: string; readonly typeOnly: boolean }

/** Static and dynamic imports and re-exports of a module, comments left out. */
function imports(source: string): Import[] {
  const code = source.replace(/\/\*[^]*?\*\/|^[ \t]*\/\/.*$/gmu, '')
  const found: Import[] = []
  for (const match of code.matchAll(/^[ \t]*(?:import|export)\s+(type\s+)?[^'";=]*?from\s*(['"])([^'"\n]+)\2/gmu)) {
    found.push({target: match[3], typeOnly: match[1] !== undefined})
  }
  for (const match of code.matchAll(/(?:^[ \t]*import\s*|\bimport\s*\(\s*|\brequire\s*\(\s*)(['"])([^'"\n]+)\1/gmu)) {
    found.push({target: match[2], typeOnly: false})
  }
  return found
}

/** What is wrong with the imports of `file` (a path relative to src/, with slashes). */
function violations(file: string, source: string): string[] {
  const folder = folderOf(file)
  const wrong: string[] = []
  for (const {target, typeOnly} of imports(source)) {
    const say = (why: string): void => { wrong.push(`${file} imports ${target}: ${why}`) }
    if (!target.startsWith('.')) {
      if (folder === 'rules') say('rules import nothing')
      if (!onNode.has(folder) && (target.startsWith('node:') || builtins.has(target))) say('no Node built-in here')
      continue
    }
    if (!target.endsWith('.ts')) say('imports name the .ts file')
    const to = join(dirname(file), target).split(sep).join('/')
    const toFolder = folderOf(to)
    if (toFolder === folder) continue
    if (folder === 'rules') say('rules import nothing but rules')
    else if (file === 'index.ts' && publicFolders.has(toFolder)) continue
    else if (toFolder in around && !(folder in around)) say('the core does not know what stands around it')
    else if (toFolder in around && !around[folder].includes(toFolder)) say(`${folder}/ may import ${[...around[folder], 'the core'].join(', ')}`)
    else if (folder in allowed && !allowed[folder].includes(toFolder)
      && !(toFolder === '' && (valuesFor.has(to) || (typeOnly && typesFor.has(to))))) say(`${folder}/ may import ${nameAll(folder)}`)
  }
  return wrong
}

function folderOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.indexOf('/')) : ''
}

function nameAll(folder: string): string {
  return [folder, ...allowed[folder]].map(name => `${name}/`).join(', ') + ' and the types of options.ts, result.ts, problem.ts'
}

/** Imports that lead back to where they come from, types included: files in groups that reach each other. @param graph - files by file */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const reached = new Map([...graph.keys()].map(from => {
    const seen = new Set<string>()
    const open = [...graph.get(from) ?? []]
    for (let at = open.pop(); at !== undefined; at = open.pop()) if (!seen.has(at)) {
      seen.add(at)
      open.push(...graph.get(at) ?? [])
    }
    return [from, seen] as const
  }))
  const groups = [...reached].filter(([from, seen]) => seen.has(from)).map(([from, seen]) => [...seen].filter(to => reached.get(to)?.has(from)).sort().join(' '))
  return [...new Set(groups)].map(group => group.split(' '))
}

const files = readdirSync(root, {recursive: true, withFileTypes: true})
  .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
  .map(entry => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
  .sort()

describe('the rules of the layers', () => {
  const cases: readonly (readonly [file: string, source: string, wrong: number])[] = [
    ['page/a.ts', `import {b} from './b.ts'`, 0],
    ['page/a.ts', `import type {Settings} from '../options.ts'`, 0],
    ['page/a.ts', `import {settle} from '../options.ts'`, 1],
    ['page/a.ts', `import {signs} from '../rules/signs.ts'`, 1],
    ['passes/a.ts', `import type {Pass} from '../page/pass.ts'\nimport {\n  rows,\n} from '../rules/rows.ts'`, 0],
    ['passes/a.ts', `import {render} from '../markdown/render.ts'`, 1],
    ['markdown/a.ts', `export {sniff} from '../input/sniff.ts'`, 1],
    ['rules/a.ts', `import type {Block} from '../page/page.ts'`, 1],
    ['rules/a.ts', `import {parse} from 'entities'`, 1],
    ['rules/a.ts', `import type {Row} from './row.ts'`, 0],
    ['clean.ts', `const {parse} = await import('./classic/index.ts')`, 1],
    ['clean.ts', `import {readFileSync} from 'node:fs'`, 1],
    ['clean.ts', `import 'fs'`, 1],
    ['clean.ts', `// import {readFileSync} from 'node:fs'\n/* import 'fs' */`, 0],
    ['cli/a.ts', `import {readFileSync} from 'node:fs'\nimport {clean} from '../clean.ts'`, 0],
    ['clean.ts', `import {passes} from './passes.js'`, 1],
    ['rows/a.ts', `import type {Result} from '../result.ts'\nimport {settle} from '../options.ts'`, 0],
    ['rows/a.ts', `import {isUtf8} from 'node:buffer'`, 1],
    ['rows/a.ts', `import {run} from '../batch/a.ts'`, 1],
    ['clean.ts', `import {readRow} from './rows/read.ts'`, 1],
    ['batch/a.ts', `import {readRow} from '../rows/read.ts'\nimport {clean} from '../clean.ts'`, 0],
    ['batch/sources/a.ts', `import {Failure} from '../../exit.ts'\nimport type {Entry} from '../entry.ts'`, 0],
    ['batch/a.ts', `import {main} from '../cli/main.ts'`, 1],
    ['adapters/a.ts', `import {readRow} from '../rows/read.ts'`, 0],
  ]
  it.each(cases)('%s: %s', (file, source, wrong) => {
    expect(violations(file, source)).toHaveLength(wrong)
  })
})

describe('circles', () => {
  it('are found', () => {
    expect(circles(new Map([['a', ['b']], ['b', ['c', 'd']], ['c', ['a']], ['d', []]]))).toEqual([['a', 'b', 'c']])
  })
  it('do not stand in src/, but that passes are told the options, and options may name passes', () => {
    const graph = new Map(files.map(file => [file, imports(readFileSync(join(root, file), 'utf8')).filter(({target}) => target.startsWith('.')).map(({target}) => join(dirname(file), target).split(sep).join('/'))]))
    expect(circles(graph)).toEqual([['options.ts', 'page/pass.ts']])
  })
})

describe('src/', () => {
  it('has files', () => {
    expect(files).toContain('page/page.ts')
  })
  it('imports only downwards', () => {
    expect(files.flatMap(file => violations(file, readFileSync(join(root, file), 'utf8')))).toEqual([])
  })
  it('has no code file over 300 lines, tables and models apart', () => {
    const long = files
      .filter(file => !file.startsWith('rules/') && !file.endsWith('.model.ts'))
      .map(file => [file, readFileSync(join(root, file), 'utf8').split('\n').length - 1] as const)
      .filter(([, lines]) => lines > 300)
    expect(long).toEqual([])
  })
})
