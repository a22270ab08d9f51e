import {describe, expect, it} from 'vitest'
import {explain} from '../src/explain/explain.ts'
import {clean} from '../src/index.ts'
import {fates} from '../src/explain/fates.ts'
import {Ledger} from '../src/page/ledger.ts'
import type {Block, Page} from '../src/page/page.ts'
import type {Result} from '../src/result.ts'

function block(text: string, more: Partial<Block> = {}): Block {
  return {kind: 'paragraph', level: 0, text, marks: [], region: -1, hidden: 'no', from: -1, to: -1, ...more}
}

/** A result in which `decide` spoke. */
function result(blocks: readonly Block[], decide: (ledger: Ledger) => void): Result {
  const page = {origin: 'html', blocks, regions: [], repairs: [{kind: 'nbsp', count: 3}]} as unknown as Page
  const ledger = new Ledger(page)
  ledger.pass = 'test'
  decide(ledger)
  return {
    markdown: 'x\n',
    comments: null,
    model: null,
    metadata: {title: 'A title', author: null, authors: [], date: null, modified: null, language: null, url: 'https://example.org/', urlSource: 'base'},
    quality: {score: null, verdict: null, type: null, reasons: []},
    problems: [{code: 'unsafe-link', message: 'one link\u001b[2J'}],
    blocks: blocks.map((_, i) => ({role: 'content', alive: ledger.alive(i), kind: ledger.kind(i)})),
    trace: {page, decisions: ledger.decisions, map: [], sniffed: 'starts with <!doctype'},
  }
}

describe('tables of layout', () => {
  it('are named with the evidence', async () => {
    const data = '<table><tr><th>a<th>b<tr><td>c<td>d</table>'
    const html = `<p>x</p><table role=presentation><tr><td>e<td>f</table><table><tr><td>g<tr><td>h</table>${data}<table><tr><td>${data}</table>`
    const explained = explain(await clean(html, {from: 'html', fragment: true, trace: true}))
    expect(explained.match(/^layout .*$/gmu)).toEqual(['layout  table of blocks 1 to 2 role', 'layout  table of blocks 3 to 4 one-column', 'layout  table of blocks 9 to 12 holds-tables'])
  })

  it('are counted where they are many', async () => {
    const explained = explain(await clean('<table role=none><tr><td>a</table>'.repeat(7), {from: 'html', fragment: true, trace: true}))
    expect(explained).toContain('layout  table of block 4 role\n        and 2 more\n')
  })
})

describe('explain', () => {
  const blocks = [block('A title', {kind: 'heading', level: 2}), block('Text {{x}} of the page.'), block('Share this')]
  const explained = explain(result(blocks, ledger => {
    ledger.keep(0, 2, {rule: 'density', strength: 'weak', value: 0.123456})
    ledger.drop(1, 3, {rule: 'share', strength: 'certain', role: 'navigation'})
    ledger.keep(1, 2, {rule: 'asked', strength: 'user'})
    ledger.cut(1, {from: 5, to: 10}, {rule: 'handlebars', strength: 'certain'})
    ledger.retype(0, {kind: 'caption'}, {rule: 'twin', strength: 'likely'})
    ledger.lift(2, 3, {before: 0, rule: 'lead', strength: 'likely'})
    ledger.credit(1, {from: 0, to: 4}, {rule: 'agency', strength: 'likely'})
  }))

  it('says how the page was read', () => {
    expect(explained).toContain('read as html: starts with <!doctype\naddress https://example.org/ (base)\ntitle   A title\nrepair  nbsp × 3\nblocks  3: 2 kept, 1 dropped\n')
  })

  it('gives each block a line with pass, rule, strength, value and role', () => {
    expect(explained).toMatch(/^ {4}0 keep heading 2 {2}test: density \(weak 0\.123\) +"A title"$/mu)
    expect(explained).toMatch(/^ {4}1 keep paragraph {2}test: asked \(user\) +"Text \{\{x\}\} of the page\."$/mu)
    expect(explained).toMatch(/^ {4}2 drop paragraph {2}test: share \(certain\) navigation +"Share this"$/mu)
  })

  it('gives the other decisions below their block', () => {
    expect(explained).toContain('\n           retype to caption  test: twin (likely)\n')
    expect(explained).toContain('overruled: keep  test: density (weak 0.123)\n           overruled: drop  test: share (certain) navigation\n           cut  test: handlebars (certain)  "{{x}}"\n           credit  test: agency (likely)  "Text"\n')
    expect(explained).toContain('\n           lift before block 0  test: lead (likely)\n')
  })

  it('lets no control character through, and paints with what it is given', () => {
    expect(explained).toContain('problem unsafe-link: one link\ufffd[2J\n')
    const hostile = result([block('a\u001b[31m\u202eb'.repeat(100))], () => undefined)
    const mark = (text: string): string => `<${text}>`
    const painted = explain(hostile, {kept: mark, dropped: mark, changed: mark, faint: mark})
    expect(painted).toMatch(/<keep> paragraph {2}\(no decision\)/u)
    expect(painted).not.toMatch(/[\u001b\u202e]/u)
    expect(Math.max(...painted.split('\n').map(line => line.length))).toBeLessThan(130)
  })

  it('names the driver once', () => {
    const {trace, ...rest} = result([], () => undefined)
    const named = explain({...rest, ...(trace && {trace: {...trace, sniffed: 'html: option'}})})
    expect(named).toContain('read as html: option\n')
  })

  it('needs a trace', () => {
    const {trace: _, ...rest} = result([], () => undefined)
    expect(() => explain(rest)).toThrow(TypeError)
  })
})

describe('fates', () => {
  it('agree with the ledger on any decisions', () => {
    const strengths = ['weak', 'likely', 'certain', 'user'] as const
    let seed = 1
    const next = (below: number): number => { seed = (seed * 48271) % 2147483647; return seed % below }
    for (let round = 0; round < 200; round++) {
      const {trace, blocks} = result(Array.from({length: 6}, () => block('x')), ledger => {
        for (let i = 0; i < 8; i++) {
          const from = next(6)
          const say = next(2) === 0 ? ledger.keep : ledger.drop
          say.call(ledger, from, from + next(4), {rule: String(i), strength: strengths[next(4)]})
        }
      })
      const told = fates(trace?.decisions ?? [], 6)
      expect(told.map(({holds}) => holds?.verdict !== 'drop')).toEqual(blocks.map(({alive}) => alive))
    }
  })

  it('list only so many decisions a block', () => {
    const {trace} = result([block('x')], ledger => {
      for (let i = 0; i < 40; i++) ledger.cut(0, {from: 0, to: 1}, {rule: 'r', strength: 'weak'})
    })
    expect(fates(trace?.decisions ?? [], 1)).toMatchObject([{unlisted: 28}])
  })
})

describe('what the names mean', () => {
  it('stands below: features once each, the element beside a landmark', async () => {
    const html = `<script src="/a.js"></script><nav class="main-nav" id="top"><a href="/">Home</a> <a href="/b">News</a></nav><h1>The mill</h1>${Array.from({length: 6}, (_, i) => `<p>The mill ground flour for ${i} villages, and when the river froze, they waited for the thaw.</p>`).join('')}<footer><p>All rights reserved.</p></footer>`
    const explained = explain(await clean(html, {from: 'html', trace: true}))
    const [above, legend] = explained.split('\n\nfeatures: value, and log-odds by which it moved the judge (+ towards content)\n')
    const named = new Set([...above.matchAll(/because: (.*)/gu)].flatMap(([, causes]) => causes.split(', ').map(cause => cause.split(' ')[0])))
    expect(named.size).toBeGreaterThan(2)
    expect(legend.trimEnd().split('\n').map(line => line.trim().split(' ')[0])).toEqual([...named].sort())
    expect(above).toMatch(/landmarks: footer .*\n +element: <footer>|element: <nav id="top" class="main-nav">/u)
  })
})
