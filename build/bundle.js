/**
 * Second half of `npm run build`: what is imported or started stands in few files. Starting costs a third less than
 * with a file a module.
 *
 * The compiler's modules stay beside them in dist/, for the bench, the training and the fuzz farm, and are not part
 * of the package.
 */
import {mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {build} from 'esbuild'
import {lazyRegexes, regexesAsCalls} from './lazyRegexes.js'

const root = new URL('../', import.meta.url)
const dist = new URL('dist/', root)

/** What the package exports, what its command starts, and the programs that run in processes of their own. */
export function entries() {
  const {exports: exported} = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))
  const found = new Set(['cli/main.js', 'cli/bundleMain.js'])
  for (const target of Object.values(exported)) if (typeof target === 'object') found.add(target.default.replace('./dist/', ''))
  const src = new URL('src/', root)
  for (const file of readdirSync(src, {recursive: true}).map(String).filter(name => name.endsWith('.ts'))) {
    for (const [, program] of readFileSync(new URL(file.replaceAll('\\', '/'), src), 'utf8').matchAll(/programAt\('([^']+)'\)/gu)) found.add(program)
  }
  return [...found].sort()
}

/**
 * The names of characters are what every page of HTML needs of any package: they go in, with their licence. All other
 * packages are loaded where they are asked for.
 * @type {import('esbuild').Plugin}
 */
const inlined = {
  name: 'inlined',
  setup({onResolve}) {
    onResolve({filter: /^[@a-z]/}, ({path, kind}) => (kind === 'entry-point' || path.startsWith('entities/') ? undefined : {path, external: true}))
  },
}

/**
 * Modules whose one function, without arguments, always gives the same: its answer stands in its place.
 * @type {import('esbuild').Plugin}
 */
const answered = {
  name: 'answered',
  setup({onLoad}) {
    onLoad({filter: /[\\/]verdict[\\/]needs\.[jt]s$/}, async ({path}) => {
      const functions = Object.entries(await import(pathToFileURL(path).href))
      return {contents: functions.map(([name, call]) => `export function ${name}() { return ${JSON.stringify(call())} }`).join('\n')}
    })
  },
}

/** What the package is made of. @param {Partial<import('esbuild').BuildOptions>} [options] */
export async function bundled(options) {
  const {outputFiles = []} = await build({
    absWorkingDir: fileURLToPath(root), entryPoints: entries().map(file => `dist/${file}`), outbase: 'dist', outdir: 'dist', allowOverwrite: true, write: false,
    bundle: true, splitting: true, chunkNames: 'chunks/[name]-[hash]', plugins: [inlined, answered], supported: regexesAsCalls, platform: 'node', format: 'esm', target: 'es2022', charset: 'utf8', legalComments: 'none', logLevel: 'warning', ...options,
  })
  return outputFiles.map(({path, text}) => ({path, text: lazyRegexes(text)}))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  rmSync(new URL('chunks/', dist), {recursive: true, force: true})
  const files = await bundled()
  mkdirSync(new URL('chunks/', dist), {recursive: true})
  for (const {path, text} of files) writeFileSync(path, text)
  const licence = readFileSync(new URL('node_modules/entities/LICENSE', root), 'utf8')
  writeFileSync(new URL('chunks/LICENSES.txt', dist), `Parts of this package stand in the files of this folder:\n\nentities\n\n${licence}`)
}
