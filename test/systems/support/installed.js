/** The package as a stranger gets it: packed, installed into an empty folder, used from there. */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {check, root, run} from '../system.js'

/**
 * Pack the project and install the tarball.
 * @param {string} folder an empty one
 * @returns {string} the folder the package is installed in
 */
export function installed(folder) {
  const packed = join(folder, 'packed')
  const app = join(folder, 'app')
  mkdirSync(packed)
  mkdirSync(app)
  const [{filename}] = JSON.parse(run('npm', ['pack', '--json', '--silent', '--pack-destination', packed]).replace(/^[^[]*(?=\[\s*\{)/u, ''))
  writeFileSync(join(app, 'package.json'), '{"name": "app", "private": true, "type": "module"}\n')
  run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', join(packed, filename)], {cwd: app})
  return app
}

/** The golden document, a real page and a wrong option, through the command line and the library. @param {string} app @param {string} [node] */
export function smoke(app, node = process.execPath) {
  const golden = join(root, 'fixtures', 'foreign-affairs')
  const text = readFileSync(join(golden, 'input.txt'), 'utf8')
  const expected = readFileSync(join(golden, 'expected.md'), 'utf8')
  const cli = join(app, 'node_modules', 'boildown', 'bin', 'boildown.js')
  // A program with a shebang finds its Node in PATH.
  const env = {...process.env, PATH: `${dirname(node)}:${process.env.PATH}`}
  check(run(node, [cli, join(golden, 'input.txt')], {cwd: app, env}) === expected, 'the command line prints another golden document')
  check(run(join(app, 'node_modules', '.bin', 'boildown'), ['-'], {cwd: app, env, input: text}) === expected, 'the linked command prints another golden document from stdin')
  run(node, [cli, '--no-such-option'], {cwd: app, env, code: 2})
  run(node, [cli, 'no-such-file.html'], {cwd: app, env, code: 66})

  writeFileSync(join(app, 'use.js'), library)
  const said = run(node, ['use.js'], {cwd: app, env})
  check(said === 'library works\n', `the library says ${said}`)
}

const library = `
import {clean, createCleaner, cleanAll} from 'boildown'
import assert from 'node:assert/strict'

const page = '<title>Tea</title><nav><a href="/a">Home</a> <a href="/b">Shop</a></nav><main><h1>Tea</h1><p>'
  + 'Green tea is picked early in the year, dried quickly and poured with water that has cooled for a while. '.repeat(6)
  + '<a href="/pots">Pots</a></p></main>'
const url = 'https://example.org/tea'

const once = await clean(page, {url})
assert.match(once.markdown, /Green tea is picked/)
assert.match(once.markdown, /\\]\\(https:\\/\\/example\\.org\\/pots\\)/)
assert.doesNotMatch(once.markdown, /Shop/)

const cleaner = await createCleaner({title: 'drop'})
assert.equal(cleaner.clean(page, {url}).metadata.title, 'Tea')
const fromBytes = await clean(new TextEncoder().encode(page), {url})
assert.equal(fromBytes.markdown, once.markdown)
assert.equal(fromBytes.metadata.encoding, 'utf-8')

let rows = 0
for await (const result of cleanAll([page, page])) rows += result.markdown.includes('Green tea') ? 1 : 0
assert.equal(rows, 2)

await assert.rejects(clean(page, {titel: 'drop'}), TypeError)
console.log('library works')
`
