/** Paths of the output: whatever addresses, archives and folders are called, nothing is written outside, and nothing twice. */
import {existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {Readable, Writable} from 'node:stream'
import fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {nodeFiles} from '../src/batch/job/files.ts'
import {finishShard} from '../src/batch/job/finish.ts'
import {startAfresh} from '../src/batch/job/folder.ts'
import {noCounts} from '../src/batch/job/counts.ts'
import {appendCheckpoint} from '../src/batch/job/journal.ts'
import {layoutOf} from '../src/batch/job/layout.ts'
import {removeDropped} from '../src/batch/job/leftovers.ts'
import type {Description} from '../src/batch/job/description.ts'
import type {JobPlan} from '../src/batch/job/plan.ts'
import {treeSink} from '../src/batch/job/sink.ts'
import {targets} from '../src/batch/job/targets.ts'
import {documentWriter} from '../src/batch/sinks/document.ts'
import {Inside} from '../src/batch/sinks/inside.ts'
import {recordPath} from '../src/batch/sinks/recordPath.ts'
import {foldedName, safeName, safePath} from '../src/batch/sinks/safeName.ts'
import {main} from '../src/cli/main.ts'
import {clean} from '../src/index.ts'

/** Nothing a file system or a shell could stumble over. */
function complaint(relative: string): string | undefined {
  if (path.isAbsolute(relative) || path.win32.isAbsolute(relative)) return 'absolute'
  if (Buffer.byteLength(relative) > 1000) return 'long'
  for (const part of relative.split('/')) {
    if (part === '' || part === '.' || part === '..') return 'a step'
    if (Buffer.byteLength(part) > 255 - 20) return 'a long part'
    if (/[<>:"\\|?*\u0000-\u001f\u007f-\u009f\u200e\u202e\u2028\ud800-\udfff]/u.test(part)) return 'a forbidden sign'
    if (/[. ]$/u.test(part) || part.startsWith('.')) return 'a dot or space at an end'
    if (/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu.test(part)) return 'a device'
  }
  return undefined
}

describe('names', () => {
  const cases: readonly (readonly [name: string, safe: string])[] = [
    ['page.html', 'page.html'],
    ['Größe & Maß.html', 'Größe & Maß.html'],
    ['..', '__'],
    ['', '_'],
    ['.htaccess', '_htaccess'],
    ['name. .', 'name_'],
    ['CON', 'CON_'],
    ['con.html', 'con_.html'],
    ['console.html', 'console.html'],
    ['LPT1.tar.gz', 'LPT1_.tar.gz'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a_b_c_d_e_f_g_h_i_j'],
    ['a\u0000b\u001b[31mc\u202ed\u2028e', 'a_b_[31mc_d_e'],
    ['e\u0301.html', '\u00e9.html'],
    ['\ud800x', '_x'],
  ]
  it.each(cases)('%j is %j', (name, safe) => {
    expect(safeName(name)).toBe(safe)
  })

  it('that are long keep a beginning, an ending and a hash', () => {
    const long = safeName(`${'日本語'.repeat(100)}.html`)
    expect(Buffer.byteLength(long)).toBeLessThanOrEqual(180)
    expect(long).toMatch(/^日本語.*-[0-9a-f]{16}\.html$/u)
    expect(safeName(`${'日本語'.repeat(100)}x.html`)).not.toBe(long)
  })

  it('are safe, whatever they come from', () => {
    fc.assert(fc.property(fc.oneof(fc.string({unit: 'binary', maxLength: 400}), fc.constantFrom('../../etc/passwd', '/etc/passwd', 'C:\\Windows\\a', '..\\..\\a', 'a/../../b', '//host/share', 'nul', 'a/con/b.')), text => {
      expect(complaint(safePath(text)), text).toBeUndefined()
    }), {numRuns: 2000})
    expect(complaint(safePath('deep/'.repeat(500) + 'page.html'))).toBeUndefined()
  })
})

describe('paths of records', () => {
  const at = {file: 'crawl.warc.gz', offset: 12, record: 3}
  it('have host, fan-out, slug and hash', () => {
    expect(recordPath('https://WWW.Example.org:8080/blog/2024/The%20D%C3%A4m.html?x=1', at, '.md')).toMatch(/^www\.example\.org_8080\/([0-9a-f]{2})\/the-däm-\1[0-9a-f]{14}\.md$/u)
    expect(recordPath(null, at, '.md')).toMatch(/^no-address\/[0-9a-f]{2}\/[0-9a-f]{16}\.md$/u)
    expect(recordPath('https://example.org/', at, '.md')).toMatch(/^example\.org\/[0-9a-f]{2}\/[0-9a-f]{16}\.md$/u)
  })

  it('are other ones for other records of one address, and the same every time', () => {
    const url = 'https://example.org/a'
    expect(recordPath(url, at, '.md')).toBe(recordPath(url, at, '.md'))
    expect(new Set([recordPath(url, at, '.md'), recordPath(url, {...at, offset: 13}, '.md'), recordPath(url, {...at, record: 4}, '.md'), recordPath(url, {...at, file: 'b.warc.gz'}, '.md')]).size).toBe(4)
  })

  it('are safe, whatever the address says', () => {
    const hostile = ['https://../../etc/', 'https://example.org/../../..%2f..%2fetc%2fpasswd', 'https://con/aux', 'file:///etc/passwd', 'https://[::1]/a', 'https://a.org/%00%0a%1b', 'not an address', `https://${'a'.repeat(60)}.org/${'ü'.repeat(3000)}`, 'https://a.org/%E2%80%AE', 'javascript:alert(1)', 'https://a.org/....', 'https://a.org./x']
    for (const url of hostile) expect(complaint(recordPath(url, at, '.md')), url).toBeUndefined()
    fc.assert(fc.property(fc.webUrl({withQueryParameters: true, withFragments: true}), url => complaint(recordPath(url, at, '.md')) === undefined), {numRuns: 500})
    fc.assert(fc.property(fc.string({unit: 'binary', maxLength: 200}), text => complaint(recordPath(`https://example.org/${text}`, at, '.md')) === undefined), {numRuns: 1000})
  })
})

describe('paths of files', () => {
  const base = path.resolve('/in')
  const named = (files: readonly string[], taken: readonly string[] = []): string[] => [...targets(files.map(file => path.join(base, file)), {base, format: 'markdown', taken}).values()]

  it('are the same tree', () => {
    expect(named(['a.html', 'sub/b.htm', 'c.html.gz'])).toEqual(['a.md', 'sub/b.md', 'c.md'])
  })
  it('keep their ending where two would be one', () => {
    expect(named(['a.html', 'a.txt'])).toEqual(['a.html.md', 'a.txt.md'])
  })
  it('are not one on systems that fold case or compose letters', () => {
    const all = named(['A.html', 'a.html', 'Sub/x.html', 'sub/x.html', 'e\u0301.html', '\u00e9.html'])
    expect(new Set(all.map(foldedName)).size).toBe(6)
  })
  it('do not make a file and a folder of one name', () => {
    const all = named(['a.html', 'a.md/b.html'])
    expect(all).toEqual(['a~2.md', 'a.md/b.md'])
    expect(named(['a.md/b.html'], ['a.md'])).toEqual(['a.md~2/b.md'])
  })
  it("are not the job's own", () => {
    expect(named(['report.html', '_stats.html', '.stats.html'])).toEqual(['x-report.md', 'x-_stats.html.md', 'x-_stats.html~2.md'])
  })
  it('are safe and never twice, whatever files are called', () => {
    const name = fc.oneof(fc.string({unit: 'binary', minLength: 1, maxLength: 30}), fc.constantFrom('a', 'A', 'con', 'a.html', 'a.txt', 'A.html', 'a.md', '..', 'b\\c')).filter(part => !/[/\u0000]/u.test(part))
    fc.assert(fc.property(fc.uniqueArray(fc.array(name, {minLength: 1, maxLength: 3}).map(parts => parts.join('/')), {maxLength: 12, selector: file => path.join(base, file)}), files => {
      const all = named(files)
      for (const target of all) expect(complaint(target), target).toBeUndefined()
      expect(new Set(all.map(foldedName)).size).toBe(all.length)
      const folders = new Set(all.flatMap(target => target.split('/').slice(0, -1).map((_, i, parts) => foldedName(parts.slice(0, i + 1).join('/')))))
      for (const target of all) expect(folders.has(foldedName(target)), target).toBe(false)
    }), {numRuns: 500})
  })
})

describe('the output folder', () => {
  let root = ''
  beforeAll(() => { root = mkdtempSync(path.join(tmpdir(), 'boildown-paths-')) })
  afterAll(() => rmSync(root, {recursive: true, force: true}))

  it('is not left through links', () => {
    const out = path.join(root, 'out')
    const elsewhere = path.join(root, 'elsewhere')
    mkdirSync(path.join(out, 'inside'), {recursive: true})
    mkdirSync(elsewhere)
    symlinkSync(elsewhere, path.join(out, 'away'))
    symlinkSync(path.join(out, 'inside'), path.join(out, 'near'))
    symlinkSync(path.join(root, 'nowhere'), path.join(out, 'dangling'))
    const inside = new Inside(out)
    expect(inside.file('near/a.md')).toBe(path.join(out, 'near/a.md'))
    expect(inside.file('new/folder/a.md')).toBe(path.join(out, 'new/folder/a.md'))
    for (const bad of ['away/a.md', 'away/b/c/a.md', '../a.md', '/etc/a.md', 'dangling/a.md']) expect(() => inside.file(bad), bad).toThrow(/outside|leads nowhere/u)
  })

  it('may itself be a link', () => {
    mkdirSync(path.join(root, 'real'))
    symlinkSync(path.join(root, 'real'), path.join(root, 'link'))
    expect(new Inside(path.join(root, 'link')).file('a/b.md')).toBe(path.join(root, 'link', 'a/b.md'))
  })

  it('gets files over links, not through them', async () => {
    const out = path.join(root, 'tree')
    mkdirSync(out)
    writeFileSync(path.join(root, 'victim.txt'), 'untouched')
    symlinkSync(path.join(root, 'victim.txt'), path.join(out, 'a.md'))
    const result = await clean('<main><h1>Dam</h1><p>The river had been rising for three days when the council met.</p></main>', {url: 'https://example.org/', fragment: true})
    const write = await documentWriter('markdown', {frontMatter: true})
    const at = {file: 'in/a\u001b.html', offset: 7, record: 0}
    const page = {item: {id: null, input: '', facts: {}, columns: [], problems: []}, result, at, index: 0}
    const sink = treeSink(nodeFiles, {folder: out, write: each => ({path: 'a.md', content: write(each)})})
    await sink.add(page)
    await sink.checkpoint()
    expect(readFileSync(path.join(root, 'victim.txt'), 'utf8')).toBe('untouched')
    const written = readFileSync(path.join(out, 'a.md'), 'utf8')
    expect(written).toMatch(/^---\n[^]*url: https:\/\/example\.org\/\n[^]*source:\n {2}file: in\/a \.html\n {2}offset: 7\n---\n\n# Dam/u)
    expect(readdirSync(out)).toEqual(['a.md'])
  })

  it('keeps a job inside, whatever links somebody put where its state lies', async () => {
    const out = path.join(root, 'planted')
    const home = path.join(root, 'home')
    mkdirSync(out)
    mkdirSync(home)
    writeFileSync(path.join(home, 'diary'), 'untouched')
    writeFileSync(path.join(root, 'rows.ndjson'), '{"html": "<p>one</p>"}\n')
    symlinkSync(home, path.join(out, '.boildown'))
    let said = ''
    const stderr = new Writable({write: (chunk: Buffer, _encoding, done) => { said += chunk.toString(); done() }})
    for (const more of [[], ['--force']]) {
      expect(await main([path.join(root, 'rows.ndjson'), '-o', `${out}/`, ...more], {stdin: Readable.from([]), stdout: new Writable(), stderr, env: {}})).toBe(73)
    }
    expect(said).toMatch(/outside of/u)
    expect(readdirSync(home)).toEqual(['diary'])
    symlinkSync(path.join(home, 'diary'), path.join(out, 'journal'))
    expect(() => nodeFiles.append(path.join(out, 'journal'))).toThrow(/cannot be written: is a symbolic link/u)
    expect(readFileSync(path.join(home, 'diary'), 'utf8')).toBe('untouched')
  })

  it('is where a plan removes and names files, whatever it says', async () => {
    const out = path.join(root, 'plan')
    const home = path.join(root, 'other')
    mkdirSync(path.join(home, 'letters'), {recursive: true})
    mkdirSync(path.join(out, '.boildown'), {recursive: true})
    symlinkSync(home, path.join(out, 'away'))
    const description = {folder: out, options: {}, job: {}, sources: {keepInput: false, limits: {}} as unknown as Description['sources'], engine: 'boildown', fromStdin: false} as const
    for (const target of ['../other/letters', 'away/letters', path.join(home, 'letters'), '']) {
      const shard = {name: 'a', kind: 'files', files: [], start: 0, end: 0, bytes: 0, inputs: [], targets: [target], dropped: true} as const
      const plan: JobPlan = {identity: {version: '', model: '', hash: '', options: {}} as unknown as JobPlan['identity'], started: '', shards: [shard], besides: {}, fromStdin: false}
      writeFileSync(layoutOf(out).plan, JSON.stringify(plan))
      expect(() => startAfresh(nodeFiles, description), target).toThrow(/outside/u)
      expect(() => removeDropped(nodeFiles, plan, description), target).toThrow(/outside/u)
    }
    const paths = layoutOf(out).shard(0)
    const journal = nodeFiles.append(paths.journal)
    appendCheckpoint(journal, {next: 1, sizes: {rows: 0, errors: 0, rejected: 0}, counts: noCounts, stage: 'read'})
    journal.close()
    writeFileSync(paths.rows, '')
    await expect(finishShard({files: nodeFiles, folder: out, shard: {name: 'away/a', kind: 'ndjson', files: [], start: 0, end: 0, bytes: 0}, paths, form: 'ndjson'})).rejects.toThrow(/outside/u)
    expect(readdirSync(home)).toEqual(['letters'])
    expect(existsSync(paths.rows)).toBe(true)
  })
})
