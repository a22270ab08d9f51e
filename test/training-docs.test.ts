/** The commands of docs/training.md are commands still: flags are known, scripts and files are there. */
import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {readArguments} from '../src/cli/arguments.ts'

const root = new URL('../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const commands = [...read('docs/training.md').matchAll(/^```sh\n(.*?)^```/gmsu)]
  .flatMap(([, block]) => block.trim().split('\n')).flatMap(line => line.replace(/\s+#.*$/u, '').split(' && '))
const scripts = Object.keys((JSON.parse(read('package.json')) as {scripts: object}).scripts)

/** What the trainer's own parser, which needs no LightGBM, says; undefined without Python. */
function trainerSays(argv: readonly string[]): string | undefined {
  const program = 'import sys; from options import parser; parser().parse_args(sys.argv[1:])'
  const {error, stderr} = spawnSync('python3', ['-B', '-c', program, ...argv], {cwd: fileURLToPath(new URL('train/', root)), encoding: 'utf8'})
  return error ? undefined : stderr
}

/** What follows `begin` in each command that begins so. */
const after = (begin: string): string[] => commands.filter(command => command.startsWith(begin)).map(command => command.slice(begin.length))

describe('docs/training.md', () => {
  it.each(after('node bin/boildown.js '))('boildown %s', given => {
    expect(() => readArguments(given.split(' '))).not.toThrow()
  })
  it.skipIf(trainerSays([]) === undefined).each(after('npm run train -- '))('train %s (skipped without python3)', given => {
    expect(trainerSays(given.split(' '))).toBe('')
  })
  it.each(after('npm run bench -- '))('bench %s', given => {
    const [name, ...words] = given.split(' ')
    const usage = read('bench/run.js').split('\n').find(line => line.includes(`npm run bench -- ${name} [`)) ?? ''
    expect(words.filter(word => word.startsWith('--')).filter(flag => !usage.includes(`[${flag} `))).toEqual([])
    expect(words).toContain('--data')
  })
  it('runs scripts that are in package.json, and files that are there', () => {
    expect(after('npm run ').map(rest => rest.split(' ')[0]).filter(name => !scripts.includes(name))).toEqual([])
    expect(commands.flatMap(command => command.match(/\b(?:train|bin)\/[\w./-]+/gu) ?? []).filter(path => !existsSync(new URL(path, root)))).toEqual([])
  })
  it('has commands of these kinds and no others', () => {
    expect(commands.filter(command => !/^(?:node (?:bin\/boildown|train\/gold)\.js |npm (?:run |ci$|pack$)|pip install -r train\/)/u.test(command))).toEqual([])
    expect(commands.length).toBeGreaterThan(8)
  })
})
