/** The child program of a pool, built for tests: children are started by Node, which reads no TypeScript. */
import {mkdtempSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {build} from 'esbuild'

/** @returns where it is, and what takes it away again */
export async function buildPoolChild(): Promise<{readonly program: URL; remove(): void}> {
  // Inside the project, so that packages are found.
  const folder = mkdtempSync(fileURLToPath(new URL('../node_modules/.pool-', import.meta.url)))
  await build({
    entryPoints: [fileURLToPath(new URL('../src/pool/poolChild.ts', import.meta.url))], outdir: folder, outExtension: {'.js': '.mjs'},
    bundle: true, splitting: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'silent',
  })
  return {program: pathToFileURL(join(folder, 'poolChild.mjs')), remove: () => rmSync(folder, {recursive: true, force: true})}
}
