/** The package as a promise: where it runs, what it carries, and what importing it loads. */
import {readFileSync, readdirSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'
import {describe, expect, it} from 'vitest'
import {entries} from '../build/bundle.js'

const root = new URL('../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const manifest = JSON.parse(read('package.json')) as {
  type: string
  engines: {node: string}
}

/** Packages that `entry` loads at once (import() does not count), and Node built-ins among them. */
async function loaded(entry: string): Promise<string[]> {
  const {metafile} = await build({
    absWorkingDir: fileURLToPath(root), entryPoints: [entry], bundle: true, platform: 'node', format: 'esm', splitting: true,
    outdir: 'out', write: false, metafile: true, logLevel: 'silent', packages: 'external',
  })
  const seen = new Set<string>()
  const visit = (path: string): void => {
    for (const {path: next, kind, external} of metafile.outputs[path].imports) {
      if (kind === 'dynamic-import' || seen.has(next)) continue
      seen.add(next)
      if (!external) visit(next)
    }
  }
  const start = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint === entry)
  if (!start) throw new Error(`no output for ${entry}`)
  visit(start[0])
  return [...seen].filter(path => !(path in metafile.outputs)).sort()
}

describe('package.json', () => {
  it('is a module for Node 20.19 and 22.12 on', () => {
    expect(manifest).toMatchObject({type: 'module', engines: {node: '^20.19 || >=22.12'}})
  })
  it('carries one htmlparser2: the one cheerio has', () => {
    const lock = JSON.parse(read('package-lock.json')) as {packages: Record<string, {dev?: boolean}>}
    const copies = Object.entries(lock.packages).filter(([path, entry]) => path.endsWith('node_modules/htmlparser2') && !entry.dev)
    expect(copies.map(([path]) => path)).toEqual(['node_modules/htmlparser2'])
  })
})

it('the lock file names no host', () => {
  expect(read('package-lock.json')).not.toMatch(/"resolved": "https?:/u)
})

it('importing the library loads the tokenizer and the entities, nothing else', async () => {
  expect((await loaded('src/index.ts')).filter(name => !/^(?:htmlparser2|entities)(?:\/|$)/u.test(name))).toEqual([])
})

describe('what is packed', () => {
  it('has every program and entry, and of the rest types only', () => {
    const {files} = JSON.parse(read('package.json')) as {files: readonly string[]}
    expect(files.filter(file => file.startsWith('dist/') && file.endsWith('.js'))).toEqual(entries().map(file => `dist/${file}`))
    expect(files).toContain('dist/chunks')
  })
  it('starts no program but through programAt, which knows where it stands', () => {
    const sources = readdirSync(new URL('src', root), {recursive: true}).map(String).filter(name => name.endsWith('.ts'))
    expect(sources.filter(name => !name.endsWith('place.ts') && !name.endsWith('bundle.ts') && read(`src/${name}`).includes('import.meta'))).toEqual([])
  })
})
