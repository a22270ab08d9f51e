/** What is taken of the cleaned pages, and rules and passes of the user's own, from files to the output. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {Readable, Writable} from 'node:stream'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {createAddressFilter, createFilters, filtered, wordsIn, type FilterOptions} from '../src/batch/filters/filters.ts'
import {loadOwn} from '../src/batch/rules/own.ts'
import {main} from '../src/cli/main.ts'
import {clean, createCleaner} from '../src/index.ts'
import type {Options} from '../src/options.ts'

const english = 'The river had been rising for three days when the council met for the first time, and nobody spoke against the dam that they would build. '
const german = 'Der Fluss war drei Tage lang gestiegen, als der Rat zum ersten Mal zusammenkam, und niemand sprach gegen den Damm, den sie bauen wollten. '
function page(text: string, head = ''): string {
  return `<html><head><title>Dam</title>${head}</head><body><main><h1>Dam</h1><p>${text.repeat(3)}</p><p>${text.repeat(2)}</p></main></body></html>`
}

async function asked(options: FilterOptions, html: string, more: Options = {}): Promise<string> {
  const result = await clean(html, more)
  const answer = filtered(createFilters(options), {facts: {...(more.url !== undefined && {url: more.url})}}, result)
  return 'reason' in answer ? answer.reason : 'taken'
}

/** The command line in this process. */
async function program(args: readonly string[], {stdin = ''} = {}): Promise<{code: number; stdout: string; stderr: string}> {
  const out = {stdout: '', stderr: ''}
  const sink = (name: 'stdout' | 'stderr'): NodeJS.WritableStream => new Writable({write(chunk: Buffer, _encoding, done) { out[name] += chunk.toString(); done() }})
  const code = await main(args, {stdin: Readable.from([Buffer.from(stdin)]), stdout: sink('stdout'), stderr: sink('stderr'), env: {}})
  return {code, ...out}
}

describe('filters', () => {
  const url = 'https://blog.example.org/2024/dam'
  const cases: readonly (readonly [about: string, options: FilterOptions, html: string, more: Options, answer: string])[] = [
    ['none', {}, page(english), {}, 'taken'],
    ['the language of the text', {language: ['en']}, page(english), {}, 'taken'],
    ['another language', {language: ['en']}, page(german), {}, 'language de'],
    ['one of a list', {language: ['en,de']}, page(german), {}, 'taken'],
    ['the text, not what the page declares', {language: ['en']}, page(german).replace('<html', '<html lang="en"'), {}, 'language de'],
    ['a declared variant', {language: ['en-GB']}, page(english).replace('<html', '<html lang="en-GB"'), {}, 'taken'],
    ['another variant', {language: ['en-GB']}, page(english).replace('<html', '<html lang="en-US"'), {}, 'language en'],
    ['no language', {language: ['en']}, '<p>1 2 3</p>', {}, 'language unknown'],
    ['no language is allowed', {language: ['unknown']}, '<p>1 2 3</p>', {}, 'taken'],
    ['enough words', {minWords: 100}, page(english), {}, 'taken'],
    ['too few words', {minWords: 1000}, page(english), {}, 'too few words'],
    ['the verdict', {verdict: ['ok']}, page(english), {}, 'taken'],
    ['another verdict', {verdict: ['ok,listing']}, '<main><p>Three short words.</p></main>', {}, 'verdict thin'],
    ['an address', {include: ['*.example.org']}, page(english), {url}, 'taken'],
    ['another address', {include: ['example.org/*']}, page(english), {url}, 'address not included'],
    ['no address', {include: ['*.example.org']}, page(english), {}, 'address unknown'],
    ['the address the page gives', {include: ['*.example.org']}, page(english, `<link rel="canonical" href="${url}">`), {}, 'taken'],
    ['excluded wins', {include: ['*.example.org'], exclude: ['blog.example.org/2024/*']}, page(english), {url}, 'address excluded'],
    ['not excluded', {exclude: ['*.example.net']}, page(english), {url}, 'taken'],
    ['what the publisher reserves', {}, page(english, '<meta name="robots" content="noai">'), {respectOptOut: true}, 'opt-out'],
    ['a low score', {}, page(english), {minQuality: 1}, 'quality'],
    ['a wall', {}, '<title>Access denied</title><h1>Access denied</h1><p>You do not have permission to access this page.</p>', {minQuality: 0.01}, 'verdict error-page'],
  ]
  it('by address say before a page is cleaned what they would say after, if the address is known', async () => {
    for (const [, options, , more, answer] of cases) {
      const early = createAddressFilter(options)(more.url)
      expect(early === undefined || early === answer).toBe(true)
      const isByAddress = /^address (?:not|ex)/u.test(answer)
      expect(early !== undefined, answer).toBe(isByAddress)
    }
    expect(createAddressFilter({include: ['*.example.org']})('HTTP://Blog.Example.ORG/../a')).toBeUndefined()
    expect(createAddressFilter({exclude: ['*.example.org']})('no address')).toBeUndefined()
  })

  it('by address keep a page from being cleaned', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'boildown-filters-'))
    try {
      writeFileSync(path.join(folder, 'fails.mjs'), "export default {name: 'fails', about: 'fails on every page', run() { throw new Error('cleaned') }}")
      const rows = ['https://a.example.org/1', 'https://b.example.net/2'].map(address => JSON.stringify({url: address, html: page(english)})).join('\n')
      const {stdout, stderr} = await program(['-f', 'ndjson', '--exclude', '*.example.org', '--pass', path.join(folder, 'fails.mjs'), '-'], {stdin: rows})
      expect(stdout.trim().split('\n').map(line => (JSON.parse(line) as {url: string}).url)).toEqual(['https://b.example.net/2'])
      expect(stderr).toMatch(/address excluded/u)
    } finally {
      rmSync(folder, {recursive: true})
    }
  })

  it.each(cases)('%s', async (_about, options, html, more, answer) => {
    expect(await asked(options, html, more)).toBe(answer)
  })

  it('mask, and count what they masked', async () => {
    const answer = filtered(createFilters({maskPii: true}), {facts: {}}, await clean(page(`${english} Write to dam@example.org. `)))
    if ('reason' in answer) throw new Error(answer.reason)
    expect(answer.result.markdown).toContain('Write to [email].')
    expect((answer.result.metadata as {pii?: unknown}).pii).toEqual({email: 5, ip: 0, phone: 0, iban: 0, card: 0})
  })

  const wrong: readonly (readonly [options: FilterOptions, message: RegExp])[] = [
    [{language: ['english']}, /--language: "english" is not allowed; allowed: language tags/u],
    [{verdict: ['good']}, /--verdict: "good" is not allowed; allowed: ok, thin/u],
    [{include: ['/blog']}, /--include: '\/blog' is no address pattern; allowed/u],
  ]
  it.each(wrong)('%j says what is allowed', (options, message) => {
    expect(() => createFilters(options)).toThrow(message)
  })

  it('count words of the text, not of addresses', () => {
    expect(wordsIn('---\ntitle: one two three\n---\n\n# Four\n\n[five six](https://e.org/seven-eight-nine) <https://e.org/ten>\n')).toBe(3)
  })
})

describe('rules and passes of the user', () => {
  let folder = ''
  const file = (name: string, content: string): string => {
    const at = path.join(folder, name)
    writeFileSync(at, content)
    return at
  }
  beforeAll(() => { folder = mkdtempSync(path.join(tmpdir(), 'boildown-own-')) })
  afterAll(() => rmSync(folder, {recursive: true, force: true}))

  const upper = "export default {name: 'noDams', about: 'no dams', run(page, ledger) { page.blocks.forEach((block, i) => { if (block.text.startsWith('Dam notice')) ledger.drop(i, i + 1, {rule: 'dam', strength: 'user'}) }) }}"

  it('are loaded with the hash of their bytes', async () => {
    const rules = file('rules.json', '{"*.example.org": {"remove": ".line"}}')
    const pass = file('dams.mjs', upper)
    const own = await loadOwn({rules, pass: [pass]})
    expect(own.files).toMatchObject([{option: 'rules', file: rules}, {option: 'pass', file: pass}])
    expect(own.files.map(({sha256}) => sha256)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/u), expect.stringMatching(/^[0-9a-f]{64}$/u)])
    expect(own.options.passes?.map(({name}) => name)).toEqual(expect.arrayContaining(['noDams', 'emptied', 'selectors']))
    const cleaner = await createCleaner(own.options)
    const html = page(english).replace('</main>', `<p class="line">${english}Line here.</p><p>Dam notice: ${english}</p></main>`)
    const {markdown} = cleaner.clean(html, {url: 'https://www.example.org/'})
    expect(markdown).not.toMatch(/Line here|Dam notice/u)
    expect((await clean(html)).markdown).toMatch(/Line here[^]*Dam notice/u)
  })

  const wrong: readonly (readonly [name: string, content: string, message: RegExp])[] = [
    ['a.json', '{', /a\.json: not JSON/u],
    ['b.json', '{"a.org": {"remove": 1}}', /b\.json\["a\.org"\]\.remove: 1 is not allowed; allowed: a CSS selector/u],
    ['a.mjs', 'export default {}', /a\.mjs: its default export is no pass; allowed: \{name/u],
    ['b.mjs', 'export default {name: "hidden", run() {}}', /b\.mjs: the name hidden is taken/u],
    ['c.mjs', 'throw new Error("no")', /c\.mjs: cannot be loaded: Error: no/u],
    ['d.mjs', 'export default {name: "x", origins: ["pdf"], run() {}}', /is no pass/u],
    ['lodash', '', /lodash: must be the path of a module/u],
  ]
  it.each(wrong)('%s with %j is refused', async (name, content, message) => {
    const at = file(name, content)
    await expect(name.endsWith('.json') ? loadOwn({rules: at}) : loadOwn({pass: [at]})).rejects.toThrow(message)
  })

  it('hold on the command line, and say what they did', async () => {
    const input = file('page.html', page(english).replace('</main>', `<p class="line">${english}Line here.</p></main>`))
    const rules = file('all.json', '{"*": {"remove": [".line"]}}')
    const cleaned = await program([input, '--rules', rules])
    expect(cleaned.code).toBe(0)
    expect(cleaned.stdout).not.toContain('Line here')
    expect((await program(['explain', input, '--rules', rules])).stdout).toContain('*: remove .line (user)')
    const failing = file('failing.mjs', 'export default {name: "failing", run() { throw new Error("boo") }}')
    const failed = await program([input, '--pass', failing])
    expect(failed.code).toBe(2)
    expect(failed.stderr).toMatch(/the pass failing of .*failing\.mjs failed: Error: boo/u)
    expect((await program([input, '--rules', path.join(folder, 'none.json')])).stderr).toMatch(/none\.json: cannot be read: no such file/u)
  })

  it('filters leave pages out of a stream, and say so', async () => {
    const rows = [page(english), page(german), page(`${english} dam@example.org `)].map((html, id) => JSON.stringify({id, html})).join('\n')
    const {code, stdout, stderr} = await program(['-f', 'ndjson', '--language', 'en', '--mask-pii'], {stdin: rows})
    expect(code).toBe(0)
    const out = stdout.trim().split('\n').map(line => JSON.parse(line) as {id: number; markdown: string; pii: {email: number}})
    expect(out.map(({id}) => id)).toEqual([0, 2])
    expect(out[1].markdown).toContain('[email]')
    expect(out.map(({pii}) => pii.email)).toEqual([0, 5])
    expect(stderr).toContain('1 of 3 pages left out: 1 language de')
    expect((await program(['--language', 'tlh'], {stdin: page(english)})).code).toBe(1)
  })
})
