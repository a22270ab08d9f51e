/** Cards of a repeated structure, headings and their sections, copies, options: what is judged together. */
import {describe, expect, it} from 'vitest'
import {Ledger} from '../src/page/ledger.ts'
import {measure} from '../src/page/measure.ts'
import type {Judgement, PageType} from '../src/page/judgement.ts'
import type {Page} from '../src/page/page.ts'
import {parse} from '../src/index.ts'
import {settle} from '../src/options.ts'
import {pooled} from '../src/passes/cards.ts'
import {mainContent} from '../src/passes/mainContent.ts'
import {sections} from '../src/passes/sections.ts'

const said = (of: string): string => `The ${of} was opened in the spring of that year, and people came from far away to see it with their own eyes.`

/** A judgement that says of each block what `p` says of its text. */
function judgementOf(page: Page, p: (text: string) => number, type: PageType = 'article'): Judgement {
  const probability = Float32Array.from(page.blocks, ({text}) => p(text))
  return {probability, threshold: 0.5, score: 0.8, type, types: new Map([[type, 1]]), model: 'none', causes: () => []}
}

function ran(page: Page, judgement: Judgement): Ledger {
  const ledger = new Ledger(page)
  for (const pass of [mainContent, sections]) {
    ledger.pass = pass.name
    pass.run(page, ledger, {settings: settle(), measure: measure(page), selected: [], judgement})
  }
  return ledger
}

const alive = (page: Page, ledger: Ledger): string[] => page.blocks.filter((_, i) => ledger.alive(i)).map(({text}) => text)
const read = (html: string): Promise<Page> => parse(`<a href="/">Home</a>${html}`, {from: 'html'})

describe('cards', () => {
  const cards = Array.from({length: 5}, (_, i) => `<div class="card card-${i}"><h3>Lamp ${i}</h3><p class="teaser">Teaser ${i} of the lamp.</p><span class="more">Read more ${i}</span></div>`).join('')
  const text = (page: Page): string[] => page.blocks.map(block => block.text)

  it('have one verdict a part', async () => {
    const page = await read(cards)
    const judgement = judgementOf(page, line => (line === 'Home' ? 0.01 : line.startsWith('Read') ? 0.1 : line.endsWith('3') || line.startsWith('Teaser 3') ? 0.2 : 0.9))
    const out = pooled(page, judgement.probability)
    const of = (start: string): Set<number> => new Set(page.blocks.flatMap((block, i) => (block.text.startsWith(start) ? [Math.round(out[i] * 1000)] : [])))
    expect(of('Lamp').size).toBe(1)
    expect(of('Teaser').size).toBe(1)
    expect(of('Lamp').has([...of('Read')][0])).toBe(false)
    expect(alive(page, ran(page, judgementOf(page, line => (line === 'Lamp 3' ? 0.3 : line.startsWith('Lamp') ? 0.8 : 0.05), 'collection'))).sort()).toEqual(['Lamp 0', 'Lamp 1', 'Lamp 2', 'Lamp 3', 'Lamp 4'])
    expect(text(page)).toContain('Read more 0')
  })

  it('are at least three, and no paragraphs', async () => {
    const two = await read('<div class="card"><p>One</p></div><div class="card"><p>Two</p></div><p>a</p><p>b</p><p>c</p><p>d</p>')
    const judgement = judgementOf(two, line => line.length / 10)
    expect(pooled(two, judgement.probability)).toBe(judgement.probability)
  })

  it('do not let one long post speak for all', async () => {
    const page = await read(Array.from({length: 4}, (_, i) => `<div class="post"><p>${i === 0 ? said('hall').repeat(30) : `Short answer number ${i} to what was asked above here.`}</p></div>`).join(''))
    const out = pooled(page, judgementOf(page, line => (line.length > 100 ? 0 : 0.9)).probability)
    expect(out[1]).toBeGreaterThan(0.6)
  })

  it('are none where one of them is the text and the others are wrappers around nothing', async () => {
    const page = await read(`<div><p>Log in</p></div><div><p>Share this</p></div><div>${Array.from({length: 12}, (_, i) => `<p>${said(`hall ${i}`)}</p>`).join('')}</div>`)
    const out = pooled(page, judgementOf(page, line => (line.startsWith('The') ? 0.9 : 0.02)).probability)
    expect(out[1]).toBeCloseTo(0.02)
    expect(out[4]).toBeCloseTo(0.9)
  })
})

describe('headings live with their section', () => {
  const html = `<h1>The hall</h1><p>${said('hall')}</p><h2>Its roof</h2><p>${said('roof')}</p><h2>You may like</h2><ul><li><a href="/a">The bridge</a><li><a href="/b">The quay</a></ul><h2>Its doors</h2><p>${said('door')}</p>`
  const p = (line: string): number => (line.startsWith('The hall') || line.includes('opened') ? 0.95 : line === 'Its roof' ? 0.46 : line === 'Its doors' ? 0.1 : line === 'You may like' ? 0.6 : 0.02)

  it('one over kept text stays, one over dropped text goes', async () => {
    const page = await read(html)
    const ledger = ran(page, judgementOf(page, p))
    expect(alive(page, ledger)).toEqual(['The hall', said('hall'), 'Its roof', said('roof'), said('door')])
    const at = (line: string): number => page.blocks.findIndex(({text}) => text === line)
    expect(ledger.reason(at('Its roof'))).toMatchObject({pass: 'sections', rule: 'over-content'})
    expect(ledger.reason(at('You may like'))).toMatchObject({pass: 'sections', rule: 'over-boilerplate'})
  })

  it('one over text that was dropped by a narrow margin is left to the judge', async () => {
    const page = await read(html)
    const ledger = ran(page, judgementOf(page, line => (line.startsWith('The bridge') || line.startsWith('The quay') ? 0.4 : p(line))))
    expect(alive(page, ledger)).toContain('You may like')
    expect(alive(page, ledger)).not.toContain('The quay')
  })

  it('but on lists of things a heading is the thing', async () => {
    const page = await read(html)
    expect(alive(page, ran(page, judgementOf(page, p, 'collection')))).toContain('You may like')
  })
})

describe('what belongs to something else', () => {
  it('a picture follows the text beside it, options follow nobody', async () => {
    const page = await read(`<div class="view"><p>${said('mill')}</p><img src="mill.jpg" alt="The mill"></div><aside><p>Buy now</p><img src="ad.jpg" alt="A mop"></aside><div class="shade"><select><option>Red<option>Blue</select><p>${said('dam')}</p></div>`)
    const probability = Float32Array.from(page.blocks, ({text, region}) => (text === '' || (region >= 0 && page.regions[region].tag === 'option') ? -1 : text.includes('opened') ? 0.9 : 0.02))
    const ledger = ran(page, {...judgementOf(page, () => 0), probability})
    const alts = page.blocks.flatMap((block, i) => (block.kind === 'image' && ledger.alive(i) ? [block.marks[0].attrs['alt']] : []))
    expect(alts).toEqual(['The mill'])
    expect(alive(page, ledger).filter(text => text !== '')).toEqual([said('mill'), said('dam')])
    expect(page.counts.options).toBe(2)
  })

  it('a copy for another screen is written once', async () => {
    const page = await read(`<div class="desktop"><p>${said('mill')}</p></div><div class="mobile"><p>${said('mill')}</p></div>`)
    const ledger = ran(page, judgementOf(page, text => (text === 'Home' ? 0 : 0.9)))
    expect(alive(page, ledger)).toEqual([said('mill')])
  })
})
