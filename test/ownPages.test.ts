/** A set of somebody's own pages: from corrected labels to gold, read as it lies, scored by words. */
import {spawnSync} from 'node:child_process'
import {mkdtempSync, mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {gzipSync} from 'node:zlib'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {scoreSet} from '../bench/score/set.js'
import {pageCount, pages, setsIn} from '../bench/sets.js'
import {goldOfLabels, packGold} from '../train/gold.js'
import {pagesOf} from '../train/sets.js'

let data = ''
beforeAll(() => { data = mkdtempSync(join(tmpdir(), 'own-pages-')) })
afterAll(() => rmSync(data, {recursive: true, force: true}))

const labelled = (lines: readonly string[], facts = 'url: https://bikes.example/a'): string => `---\ntitle: Red bikes\n${facts}\n---\n\n${lines.join('\n')}\n`

/** A set in the folder of sets. */
function set(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = join(data, name)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), {recursive: true})
    writeFileSync(join(folder, path), content)
  }
  return folder
}

const all = async <T>(pages: AsyncIterable<T>): Promise<T[]> => {
  const out: T[] = []
  for await (const page of pages) out.push(page)
  return out
}

describe('corrected labels', () => {
  const lines = ['[-navigation] Shop', '[title] Red bikes', '[content] A red bike rides well.', '[advert] Brought back by hand.', '[-content] Taken out by hand.']
  it('give the lines without a minus, but the title', () => {
    expect(goldOfLabels('a', labelled(lines))).toEqual({
      gold: {id: 'a', url: 'https://bikes.example/a', text: 'A red bike rides well.\nBrought back by hand.'}, blocks: 5, kept: 2,
    })
  })
  it('may have a type, which must be one', () => {
    expect(goldOfLabels('a', labelled(lines, 'url: https://bikes.example/a\ntype: product')).gold.type).toBe('product')
    expect(() => goldOfLabels('a', labelled(lines, 'url: https://bikes.example/a\ntype: shop'))).toThrow('labels/a.md: no type shop; there are article, ')
  })
  it('are read as an editor of another system leaves them', () => {
    expect(goldOfLabels('a', labelled(lines).replaceAll('\n', '\r\n')).gold.text).toBe('A red bike rides well.\nBrought back by hand.')
  })
  it('need an address, and a role in every line', () => {
    expect(() => goldOfLabels('a', lines.join('\n'))).toThrow('labels/a.md: no address')
    expect(() => goldOfLabels('a', labelled(['[content] One', 'two']))).toThrow('labels/a.md, line 7: begins with no role')
  })
})

describe('a set that lies open', () => {
  it('is packed from labels beside its pages, in folders or not', async () => {
    const folder = set('own', {
      'labels/a.md': labelled(['[content] A red bike']), 'labels/blog/b.md': labelled(['[-navigation] Home'], 'url: https://cars.example/b'),
      'html/a.html': '<p>A red bike', 'html/blog/b.html.gz': gzipSync('<p>Home'),
    })
    expect(packGold(folder)).toBe('own: 2 pages of 2 sites, 1 of 2 blocks are content; 0 pages have a type\nwithout any content: blog/b\n')
    expect(setsIn(data)).toEqual(['own'])
    expect(await pageCount('own', data)).toBe(2)
    expect(await all(pages('own', data, new Set([1])))).toEqual([{gold: {id: 'blog/b', url: 'https://cars.example/b', text: ''}, html: '<p>Home'}])
    expect((await all(pagesOf('own', data))).map(({html}) => html)).toEqual(['<p>A red bike', '<p>Home'])
  })
  it('says which labels have no page', () => {
    expect(() => packGold(set('lost', {'labels/a.md': labelled(['[content] A'])}))).toThrow('labels without their page: html/a.html')
  })
  const page = '{"id":"a","url":"https://a.example/","text":"x"}\n'
  it.each([
    ['a page is missing', page, {}, 'wrong: gold without its page: html/a.html'],
    ['an id stands twice', page + page, {'html/a.html': 'x'}, 'wrong/gold.ndjson, line 2: the id a stands there twice'],
    ['a line is no JSON', '{"id":', {'html/a.html': 'x'}, 'wrong/gold.ndjson, line 1: no JSON object with an "id"'],
    ['a page has no text', '{"id":"a"}\n', {'html/a.html': 'x'}, 'wrong: page a has no "text" in its gold'],
  ])('is refused where %s', async (_, gold, files, message) => {
    rmSync(join(data, 'wrong'), {recursive: true, force: true})
    set('wrong', {'gold.ndjson': gold, ...files})
    await expect(all(pagesOf('wrong', data))).rejects.toThrow(message)
  })
})

describe('a set of an own name', () => {
  const gold = new Map([['a', {id: 'a', text: 'a red bike', type: 'product'}]])
  const answers = new Map([['a', {id: 'a', markdown: 'a red car'}]])
  it('is scored by words', () => {
    expect(scoreSet('own', gold, answers)).toMatchObject({f1: 2 / 3, with: null, without: null, by_type: {product: 2 / 3, article: null}})
  })
  it('takes nothing from sets of metadata alone', () => {
    expect(scoreSet('htmldate', gold, answers)).not.toHaveProperty('f1')
  })
})

const python = (path: string, ...argv: string[]): {status: number | null, stdout: string, stderr: string} =>
  spawnSync('python3', ['-B', fileURLToPath(new URL('../train/train.py', import.meta.url)), ...argv], {encoding: 'utf8', env: {...process.env, PYTHONPATH: path}})

describe.skipIf(python('', '--help').status === null)('the trainer without LightGBM (skipped without python3)', () => {
  it('answers --help, and says what to install', () => {
    const broken = set('broken', {'lightgbm.py': 'raise ImportError("No module named lightgbm")'})
    expect(python(broken, '--help')).toMatchObject({status: 0, stdout: expect.stringContaining('--shipped')})
    expect(python(broken)).toMatchObject({status: 1, stderr: expect.stringMatching(/^train: No module named .*: pip install -r train\/requirements\.txt\n$/u)})
  })
})
