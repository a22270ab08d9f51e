/** Starts the built program in an empty folder of its own, as a user would. */
import {spawn} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'

export const bin = fileURLToPath(new URL('../bin/boildown.js', import.meta.url))
if (!existsSync(new URL('../dist/cli/main.js', import.meta.url))) throw new Error('these tests start the built program: npm run build')

export interface Ended { readonly code: number | null; readonly stdout: string; readonly stderr: string }
export interface Started {
  readonly input?: string | Uint8Array
  readonly nodeFlags?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

export class Folder {
  readonly path = mkdtempSync(path.join(tmpdir(), 'boildown-test-'))

  write(files: Readonly<Record<string, string | Uint8Array>>): this {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(this.path, name)
      mkdirSync(path.dirname(file), {recursive: true})
      writeFileSync(file, content)
    }
    return this
  }

  run(args: readonly string[], {input = '', nodeFlags = [], env = {}}: Started = {}): Promise<Ended> {
    return ended(spawn(process.execPath, [...nodeFlags, bin, ...args], {cwd: this.path, env: {...process.env, ...env}}), input)
  }

  /** A line for the shell, in which `boildown` is the program. */
  shell(line: string, before = ''): Promise<Ended> {
    const shell = `boildown() { "${process.execPath}" "${bin}" "$@"; }; ${before}\n${line}\n`
    return ended(spawn('bash', ['-o', 'pipefail', '-c', shell], {cwd: this.path}), '')
  }

  [Symbol.dispose](): void {
    this.remove()
  }

  remove(): void {
    rmSync(this.path, {recursive: true, force: true})
  }
}

function ended(child: ReturnType<typeof spawn>, input: string | Uint8Array): Promise<Ended> {
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => err.push(chunk))
  // The program may stop reading before everything is sent.
  child.stdin?.on('error', () => undefined)
  child.stdin?.end(input)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => resolve({code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString()}))
  })
}

/** A page every engine finds content in; the words tell pages apart. */
export function page(word: string): string {
  const sentence = `The ${word} keeper walked along the shore every morning, counted the boats, and wrote the number into the old book. `
  return `<!doctype html><html lang="en"><head><title>The ${word} keeper</title></head><body><article><h1>The ${word} keeper</h1>`
    + `<p>${sentence.repeat(3)}</p><p>${sentence.replace('morning', 'evening').repeat(3)}</p></article></body></html>`
}

export function rows(ndjson: string): Record<string, unknown>[] {
  return ndjson.split('\n').filter(line => line !== '').map(line => JSON.parse(line) as Record<string, unknown>)
}
