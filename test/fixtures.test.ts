/**
 * The golden pages: every folder under fixtures/ that holds no further folder is one page.
 *
 * input.html | input.txt | input.md   the page, as bytes
 * expected.md                         its Markdown, written by hand from the page as seen
 * about.md                            what the page is, and which rule it breaks
 * options.json                        options of `clean`; besides them `"again": false` with a `"reason"`
 *
 * `UPDATE_GOLDEN=1` rewrites goldens that changed. It never creates one: a lost golden must fail.
 */
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {clean} from '../src/index.ts'
import type {Options} from '../src/index.ts'

const root = fileURLToPath(new URL('../fixtures', import.meta.url))
const update = process.env['UPDATE_GOLDEN'] === '1'

interface Extras { readonly again?: boolean; readonly reason?: string }

/** Folders without a folder inside, depth first, in name order. */
function leaves(folder: string): string[] {
  const inside = readdirSync(folder, {withFileTypes: true})
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort()
  return inside.length === 0 ? [folder] : inside.flatMap(name => leaves(join(folder, name)))
}

function readOptions(folder: string): {options: Options; extras: Extras} {
  const file = join(folder, 'options.json')
  const {again, reason, ...options} = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Options & Extras
  return {options, extras: {...(again === undefined ? {} : {again}), ...(reason === undefined ? {} : {reason})}}
}

function inputsIn(folder: string): string[] {
  return readdirSync(folder).filter(name => /^input\.(?:html|txt|md)$/u.test(name))
}

/** Lines of a golden that stand outside fences and front matter, where blank lines only part blocks. */
function unfenced(markdown: string): string {
  return markdown
    .replace(/^---\n[\s\S]{0,2000}?\n---\n/u, '')
    .replace(/^([ >]*)(`{3,})[^`\n]{0,80}\n[\s\S]*?\n[ >]*\2$/gmu, '$1fence')
}

const pages = leaves(root)

it('holds at least the goldens the project was begun with', () => {
  expect(pages.length).toBeGreaterThanOrEqual(14)
})

describe.each(pages.map(folder => [relative(root, folder), folder] as const))('%s', (_name, folder) => {
  const golden = join(folder, 'expected.md')
  const {options, extras} = readOptions(folder)

  it('has one input, a golden and a reason to exist', () => {
    expect(inputsIn(folder)).toHaveLength(1)
    expect(existsSync(golden), 'expected.md is missing').toBe(true)
    expect(readFileSync(join(folder, 'about.md'), 'utf8').trim()).not.toBe('')
    if (extras.again === false) expect(extras.reason, '"again": false needs a "reason"').toBeTruthy()
  })

  it('has a golden in the form the writer keeps', () => {
    const expected = readFileSync(golden, 'utf8')
    expect(expected).not.toMatch(/\r|[ \t]$/mu)
    if (expected !== '') expect(expected).toMatch(/[^\n]\n$/u)
    expect(unfenced(expected)).not.toMatch(/\n\n\n/u)
  })

  it('cleans to the golden', async () => {
    const expected = readFileSync(golden, 'utf8')
    const {markdown} = await clean(new Uint8Array(readFileSync(join(folder, inputsIn(folder)[0]))), options)
    if (update && markdown !== expected) writeFileSync(golden, markdown)
    else expect(markdown).toBe(expected)
  })

  it.skipIf(extras.again === false)('loses nothing when the golden is cleaned again', async () => {
    const expected = readFileSync(golden, 'utf8')
    const {markdown} = await clean(expected, {...options, from: 'markdown'})
    expect(markdown).toBe(expected)
  })
})
