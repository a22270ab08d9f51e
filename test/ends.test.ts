/** The ends: a site around a text goes, a text without a site passes whole. */
import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {createCleaner} from '../src/index.ts'
import {readText} from '../src/input/text.ts'
import {settle} from '../src/options.ts'
import {Ledger} from '../src/page/ledger.ts'
import {measure} from '../src/page/measure.ts'
import {ends} from '../src/passes/ends.ts'
import {scaffold} from '../src/passes/scaffold.ts'
import {passes} from '../src/passes.ts'

const page = readFileSync(new URL('../fixtures/text-german-news/input.txt', import.meta.url), 'utf8')
const article = [
  'The lock keeper of Harlow', '', 'For forty years Edith Crane opened the gates at six in the morning and closed them when the last boat was through. She kept a book of every boat, and nobody asked her to.',
  '', 'The book is in the library now. It has eleven volumes, and the ink of the first is almost gone.', '', 'What the book says', '',
  'Most lines are short: a name, an hour, the weather. Now and then there is a sentence. “Fog, and a man who sang.” The library has made copies for anyone who asks.', '',
].join('\n')
const poem = 'The gate is shut, the water still,\nThe moon is on the lock,\nA dog is barking on the hill,\nIt has gone nine o’clock.\n\nThe keeper puts her lamp away\nAnd writes the hour down,\nA boat that did not come today\nLies somewhere near the town.\n'
const log = Array.from({length: 30}, (_, i) => `2024-03-12 08:${String(i).padStart(2, '0')}:07 INFO worker-${i % 4} finished batch ${1000 + i} in ${20 + i} ms`).join('\n')
const readme = '# lockbook\n\nReads the books of lock keepers.\n\n## Install\n\n```\nnpm install lockbook\n```\n\n## Usage\n\n- `lockbook read FILE` prints a book\n- `lockbook search NAME` finds a boat\n\n## License\n\nMIT\n'

const chromeOnly = ['Menu', 'Log in', 'Search', 'Subscribe', 'Privacy Policy', 'Terms of Service'].join('\n')

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

describe('ends', () => {
  it.each([['article', article], ['poem', poem], ['log', log]])('a clean %s passes whole', async (_, text) => {
    const cleaner = await createCleaner({from: 'text'})
    expect(letters(cleaner.clean(text).markdown)).toBe(letters(text))
  })

  it('a README passes whole', async () => {
    const cleaner = await createCleaner({from: 'markdown'})
    expect(cleaner.clean(readme).markdown).toBe(readme)
  })

  it('drops more of a site the more precision is asked for, and nothing of the text', async () => {
    const sizes = await Promise.all((['precision', 'balanced', 'recall'] as const).map(async favor => {
      const {markdown} = (await createCleaner({from: 'text', favor})).clean(page)
      expect(markdown, favor).toContain('Seit elf Jahren steht das Stellwerk')
      expect(markdown, favor).toContain('deren Dach erst im Januar wieder undicht war.')
      return markdown.length
    }))
    expect(sizes[0]).toBeLessThanOrEqual(sizes[1])
    expect(sizes[1]).toBeLessThanOrEqual(sizes[2])
  })

  it('judges by itself: without the rules most of the menu goes, and without the judge it is the rules that say why', async () => {
    const only = await createCleaner({from: 'text', trace: true, passes: passes.filter(pass => pass !== scaffold)})
    expect(only.clean(page).markdown).not.toContain('Wirtschaft')
    const rules = await createCleaner({from: 'text', trace: true, passes: passes.filter(pass => pass !== ends)})
    expect(rules.clean(page).trace?.decisions.some(({pass, verdict}) => pass === 'ends' && verdict === 'drop')).toBe(false)
  })

  it('says what it saw of a site', async () => {
    const {trace} = (await createCleaner({from: 'text', trace: true})).clean(article)
    expect(trace?.decisions.find(({pass}) => pass === 'ends')).toMatchObject({rule: 'no-site-around', verdict: 'keep', value: 0})
  })

  it('keeps who wrote it and when, right before the text, whatever the judge says; farther off it does not', () => {
    const lines = ['May 1, 2019', 'Home', 'News', 'Sport', 'Weather', 'By Edith Crane', 'March 3, 2024', article.split('\n')[2]]
    const read = readText(lines.join('\n'))
    const ledger = new Ledger(read)
    const likely = lines.map((_, i) => (i === lines.length - 1 ? 0.9 : 0.02))
    ends.run(read, ledger, {settings: settle({}), measure: measure(read), selected: [], lines: {probability: Float32Array.from(likely), threshold: new Float32Array(lines.length).fill(0.3), overrules: {doubtful: 0.5, sure: 0.9}, unlikely: 0.1, chrome: [1, 2, 3], hasChrome: true, model: ''}})
    expect(read.blocks.map(({text}, i) => (ledger.alive(i) ? text : ''))).toEqual(['', '', '', '', '', ...lines.slice(5)])
  })

  it('says the same of pages in any order', async () => {
    const pages = [page, article, log, poem, readme, `${chromeOnly}\n${article}`]
    const of = async (list: readonly string[]): Promise<string[]> => {
      const cleaner = await createCleaner({trace: true})
      return list.map(each => JSON.stringify([cleaner.clean(each).markdown, cleaner.clean(each).trace?.decisions]))
    }
    expect((await of([...pages].reverse())).reverse()).toEqual(await of(pages))
  })

  it('has no memory: the same page gives the same, whatever came before', async () => {
    const cleaner = await createCleaner({from: 'text'})
    const first = cleaner.clean(page).markdown
    cleaner.clean(log)
    cleaner.clean(article)
    expect(cleaner.clean(page).markdown).toBe(first)
  })
})
