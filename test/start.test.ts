/** What a fresh process pays for its first page, told by what is loaded and made, not by the clock. */
import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {bundled} from '../build/bundle.js'
import {lazyRegexes} from '../build/lazyRegexes.js'

const folder = mkdtempSync(join(tmpdir(), 'boildown-start-'))

/** Counts the expressions that are made by a call: the costly ones are, in the bundle. */
const probe = `
let made = 0
globalThis.RegExp = new Proxy(RegExp, {construct(target, given) { made++; return Reflect.construct(target, given) }})
const {clean} = await import('./index.js')
const atImport = made
const {markdown} = await clean('<!doctype html><title>A boat</title><main><h1>A boat</h1><p>The boat came in from the north, with salt and rope in its hold.</p></main>')
process.stdout.write(JSON.stringify({atImport, made, markdown}))
`

interface Told { readonly atImport: number; readonly made: number; readonly markdown: string }
let told: Told

beforeAll(async () => {
  for (const {path, text} of await bundled({entryPoints: ['src/index.ts'], outbase: 'src', outdir: folder})) {
    mkdirSync(dirname(path), {recursive: true})
    writeFileSync(path, text)
  }
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}')
  writeFileSync(join(folder, 'probe.js'), probe)
  // There is no node_modules here: whatever loads a package fails.
  told = JSON.parse(execFileSync(process.execPath, ['probe.js'], {cwd: folder, encoding: 'utf8'})) as Told
})

afterAll(() => rmSync(folder, {recursive: true, force: true}))

describe('the first page of HTML', () => {
  it('needs no file of any package', () => {
    expect(told.markdown).toContain('The boat came in from the north')
  })
  it('makes few of the costly expressions when the library is imported, and most never', () => {
    // Of some 250.
    expect(told.atImport).toBeLessThan(25)
    expect(told.made).toBeLessThan(90)
    // None at all: they are literals again, which are read with their file.
    expect(told.made).toBeGreaterThan(15)
  })
})

describe('costly expressions', () => {
  const p = String.raw`new RegExp("\\p{L}", "u")`
  it('are made when first asked, by name, in rows and in place', () => {
    expect(lazyRegexes(`var word = ${p};\nword.test(a);\na.replace(word, "");`)).toMatch(/^var word;\nfunction \$word\(\) \{\n {2}return word \?\?= new RegExp.*;\n\}\n\$word\(\)\.test\(a\);\na\.replace\(\$word\(\), ""\);$/u)
    expect(lazyRegexes(`[{ name: "a", find: ${p} }]`)).toContain('{ name: "a", get find() { return ($regex0 ??= new RegExp(')
    expect(lazyRegexes(`a.replace(${p}, "")`)).toContain('a.replace(($regex0 ??= new RegExp(')
  })
  it('stay as they are where sharing one or asking late could be seen, and where they cost little', () => {
    expect(lazyRegexes(`var word = ${p};\nexport { word };`)).toContain('var word = ($regex0 ??= ')
    expect(lazyRegexes(String.raw`const next = new RegExp("\\p{L}", "gu");`)).toBe(String.raw`const next = /\p{L}/gu;`)
    expect(lazyRegexes(String.raw`var word = new RegExp("a\\/b", "u");`)).toBe(String.raw`var word = /a\/b/u;`)
  })
})
