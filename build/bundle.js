/**
 * Second half of `npm run build`: what is imported or started stands in few files. Starting costs a third less than
 * with a file a module.
 *
 * The compiler's modules stay beside them in dist/, for the bench, the training and the fuzz farm, and are not part
 * of the package.
 */
import {readFileSync, readdirSync, rmSync} from 'node:fs'
import {build} from 'esbuild'

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

if (process.argv[1] === new URL(import.meta.url).pathname) {
  rmSync(new URL('chunks/', dist), {recursive: true, force: true})
  await build({
    absWorkingDir: new URL('.', root).pathname, entryPoints: entries().map(file => `dist/${file}`), outbase: 'dist', outdir: 'dist', allowOverwrite: true,
    bundle: true, splitting: true, chunkNames: 'chunks/[name]-[hash]', packages: 'external', platform: 'node', format: 'esm', target: 'es2022', charset: 'utf8', legalComments: 'none', logLevel: 'warning',
  })
}
