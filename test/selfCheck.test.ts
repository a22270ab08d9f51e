/** The self-check: the declared body comes back, other large deletions are reported, shells say why they are empty. */
import {describe, expect, it} from 'vitest'
import type {Judgement} from '../src/page/judgement.ts'
import {Ledger} from '../src/page/ledger.ts'
import {measure} from '../src/page/measure.ts'
import type {Page} from '../src/page/page.ts'
import {clean, parse} from '../src/index.ts'
import {articleBodyOf} from '../src/metadata/articleBody.ts'
import {settle} from '../src/options.ts'
import {coverageOf} from '../src/passes/coverage.ts'
import {deletionProblem} from '../src/passes/deletionProblem.ts'
import {deletions} from '../src/passes/deletions.ts'
import {mainContent} from '../src/passes/mainContent.ts'
import {selfCheck} from '../src/passes/selfCheck.ts'

const vocabulary = 'water bridge ferry harbour winter stone market lantern barley orchard mason signal quarry meadow chapel timber saddle copper willow engine'.split(' ')
/** A sentence of its own for each number and subject. */
const said = (n: number, of: string): string => `On day ${n} the ${of} ${Array.from({length: 14}, (_, k) => vocabulary[(n * 7 + k * (3 + of.length) + of.charCodeAt(0)) % vocabulary.length]).join(' and ')}, all of it.`
const many = (count: number, of: string): string[] => Array.from({length: count}, (_, i) => said(i, of))
const html = (texts: readonly string[]): string => texts.map(text => (text.startsWith('#') ? `<h2>${text.slice(1)}</h2>` : `<p>${text}</p>`)).join('')

function judged(page: Page, p: (text: string) => number): Judgement {
  return {probability: Float32Array.from(page.blocks, ({text}) => p(text)), threshold: 0.5, score: 0.8, type: 'article', types: new Map([['article', 1]]), model: 'none', causes: () => []}
}

function ran(page: Page, judgement: Judgement, articleBody = ''): Ledger {
  const ledger = new Ledger(page)
  for (const pass of [mainContent, selfCheck]) {
    ledger.pass = pass.name
    pass.run(page, ledger, {settings: settle(), measure: measure(page), selected: [], judgement, articleBody: () => articleBody})
  }
  return ledger
}

const read = (texts: readonly string[]): Promise<Page> => parse(`<a href="/">Home</a>${html(texts)}`, {from: 'html'})

describe('deletions', () => {
  it('are measured: words, place, headings, probability', async () => {
    const page = await read([...many(3, 'river'), '#The lake', ...many(4, 'lake'), ...many(3, 'stream'), ...many(5, 'sea')])
    const judgement = judged(page, text => (text.includes('lake') ? 0.3 : text.includes('sea') ? 0.05 : 0.9))
    const found = deletions(page, ran(page, judgement), judgement, 50)
    expect(found.map(({place, headings}) => [place, headings])).toEqual([['inside', 0], ['after', 0]])
    expect(found[0].words).toBeGreaterThan(100)
    expect(found[0].probability).toBeCloseTo(0.3)
    expect(page.blocks.slice(found[0].from, found[0].to).every(({text}) => text.includes('lake'))).toBe(true)
  })

  it('are reported where they look like the body, and only there', async () => {
    const page = await read([...many(3, 'river'), ...many(5, 'lake'), ...many(3, 'stream'), ...many(9, 'sea')])
    const problems = (lake: number, sea: number) => {
      const judgement = judged(page, text => (text.includes('lake') ? lake : text.includes('sea') ? sea : 0.9))
      return deletionProblem(page, ran(page, judgement), judgement)
    }
    expect(problems(0.2, 0.02)).toMatchObject([{code: 'large-deletion', count: 1, message: expect.stringMatching(/^\d+ words of prose were dropped .* between what was kept/u)}])
    expect(problems(0.02, 0.25)).toMatchObject([{message: expect.stringContaining('after what was kept')}])
    expect(problems(0.02, 0.05)).toEqual([])
  })

  it('by the user or of comments and adverts are none', async () => {
    const page = await read([...many(3, 'river'), ...many(5, 'lake'), ...many(3, 'stream')])
    const judgement = judged(page, text => (text.includes('lake') ? 0.4 : 0.9))
    const ledger = ran(page, judgement)
    const lake = page.blocks.findIndex(({text}) => text.includes('lake'))
    for (const why of [{rule: 'remove', strength: 'user'}, {rule: 'advert', strength: 'certain', role: 'advert'}] as const) {
      const other = Ledger.of(page, ledger.decisions)
      other.drop(lake, lake + 5, why)
      expect(deletionProblem(page, other, judgement)).toEqual([])
    }
  })
})

describe('the declared body', () => {
  const texts = [...many(6, 'river'), ...many(6, 'lake'), ...many(6, 'sea')]
  const body = [...many(6, 'river'), ...many(6, 'lake')].join(' ')
  const lakeAndSeaGone = (text: string): number => (text.includes('river') ? 0.9 : 0.02)

  it('comes back where it was dropped, and nothing else with it', async () => {
    const page = await read(texts)
    const ledger = ran(page, judged(page, lakeAndSeaGone), body)
    page.blocks.forEach(({text}, i) => expect(ledger.alive(i), text).toBe(text.includes('river') || text.includes('lake')))
    expect(ledger.reason(7)).toMatchObject({pass: 'selfCheck', rule: 'declared-body'})
  })

  it('stays as judged where enough of it was kept', async () => {
    const page = await read(texts)
    const ledger = ran(page, judged(page, text => (text === said(5, 'lake') || text.includes('sea') ? 0.02 : 0.9)), body)
    expect(ledger.decisions.filter(({pass}) => pass === 'selfCheck')).toEqual([])
  })

  it('is the longest articleBody of the JSON-LD, no teaser', async () => {
    const of = async (json: string): Promise<string> => articleBodyOf(await parse(`<script type="application/ld+json">${json}</script><p>x</p>`, {from: 'html'}))
    expect(await of(JSON.stringify({'@type': 'NewsArticle', 'articleBody': body}))).toBe(body)
    expect(await of('{"@type": "NewsArticle", "articleBody": "Short."}')).toBe('')
    expect(await of('{"@type": "NewsArticle", "articleBody": "' + body)).toBeDefined()
    expect(await of('{"@type": "NewsArticle"}')).toBe('')
  })

  it('is compared by characters where a script writes no spaces', async () => {
    const lines = ['堤防の上を歩くと、川の音がいつもより近くに聞こえた。', '二日目の朝、水は橋の欄干まで届いていた。', '町の人は誰もそんな高さを見たことがなかった。']
    const page = await read(lines)
    const ledger = new Ledger(page)
    ledger.drop(2, 3, {rule: 'x', strength: 'weak'})
    const {kept, onPage, missing} = coverageOf(page, ledger, lines.join(''))
    expect(onPage).toBeGreaterThan(0.8)
    expect(kept).toBeLessThan(onPage)
    expect(missing).toEqual([2])
  })
})

describe('a shell', () => {
  it('is empty, and a problem says that scripts would write it', async () => {
    const {markdown, problems} = await clean('<!doctype html><html><head><title>App</title></head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div><script src="/static/js/main.js"></script></body></html>')
    expect(markdown).toBe('')
    expect(problems.map(({code}) => code)).toEqual(expect.arrayContaining(['no-content', 'needs-scripts']))
    expect((await clean('<!doctype html><title>x</title><body></body>')).problems.map(({code}) => code)).not.toContain('needs-scripts')
  })
})
