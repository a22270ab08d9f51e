/** The shipped judge on pages of our own, and what the pass makes of a judgement. */
import {describe, expect, it} from 'vitest'
import {readHtml} from '../src/input/html.ts'
import {createJudge} from '../src/judge/judge.ts'
import {loadJudge} from '../src/judge/load.ts'
import {model} from '../src/judge/shipped.model.ts'
import {settle} from '../src/options.ts'
import type {Judgement} from '../src/page/judgement.ts'
import {Ledger} from '../src/page/ledger.ts'
import {measure} from '../src/page/measure.ts'
import {mainContent} from '../src/passes/mainContent.ts'

const sentence = 'When the water boils, lower the egg into it with a spoon, and set the clock to six minutes, because a soft egg waits for nobody.'
const article = `<title>How to boil an egg | Kitchen</title><body><header><nav class="main-nav"><ul><li><a href="/">Home</a><li><a href="/recipes">Recipes</a><li><a href="/contact">Contact us</a></ul></nav></header>
<main><article class="post"><h1>How to boil an egg</h1><div class="entry-content">${`<p>${sentence} It was so in the days of my grandmother, and it is so today.</p>`.repeat(1)}<p>${sentence.replace('six', 'nine')} That makes it hard.</p>
<h2>What you need</h2><p>You need a pot, some water, and an egg that is not older than two weeks, or it will taste of the fridge it lay in.</p></div></article></main>
<aside class="sidebar"><h3>Popular posts</h3><ul><li><a href="/a">Ten ways to fry an egg</a><li><a href="/b">The best pans</a></ul></aside>
<footer class="site-footer"><p>© 2024 Kitchen. All rights reserved. <a href="/privacy">Privacy policy</a></p></footer>`

const judge = await loadJudge()

function texts(html: string, wanted: (p: number, threshold: number) => boolean): string[] {
  const page = readHtml(html, {url: 'https://kitchen.example/2024/05/how-to-boil-an-egg'})
  const {probability, threshold} = judge.judge(page)
  return page.blocks.filter((_, i) => probability[i] >= 0 && wanted(probability[i], threshold)).map(block => block.text)
}

describe('the shipped judge', () => {
  it('tells an article from what stands around it', () => {
    const kept = texts(article, (p, threshold) => p >= threshold)
    expect(kept.filter(text => text.includes('egg')).length).toBeGreaterThanOrEqual(3)
    expect(kept.some(text => /Contact us|Privacy|Popular|pans/u.test(text))).toBe(false)
  })
  it('says what type of page it is and how good the answer may be', () => {
    const {type, types, score, model: hash} = judge.judge(readHtml(article))
    expect(type).toBe('article')
    expect([...types.values()].reduce((sum, share) => sum + share)).toBeCloseTo(1)
    expect(score).toBeGreaterThan(0.7)
    expect(hash).toMatch(/^[0-9a-f]{12}$/u)
  })
  it('keeps nothing where there is nothing', () => {
    const shell = readHtml('<title>App</title><body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript>')
    const {probability, threshold} = judge.judge(shell)
    expect([...probability].every(p => p < threshold)).toBe(true)
    expect(judge.judge(readHtml('')).probability).toHaveLength(0)
  })
  it('keeps no state between pages', () => {
    const first = judge.judge(readHtml(article)).probability
    judge.judge(readHtml('<p>Something else.'.repeat(300)))
    expect(judge.judge(readHtml(article)).probability).toEqual(first)
  })
  it('names the three features that moved a block most', () => {
    const page = readHtml(article)
    const judged = judge.judge(page)
    judge.judge(readHtml('<p>Another page in between.'))
    const causes = judged.causes(page.blocks.findIndex(block => block.text.startsWith('When the water')))
    expect(causes).toHaveLength(3)
    expect(causes.every(({name, meaning, odds}) => name !== '' && meaning !== '' && odds !== 0)).toBe(true)
    expect(Math.abs(causes[0].odds)).toBeGreaterThanOrEqual(Math.abs(causes[2].odds))
  })
  it('refuses a model made for other features', () => {
    expect(() => createJudge({...model, columns: ['words', model.columns[1]]})).toThrow(RangeError)
  })
})

describe('the pass', () => {
  const html = '<script src="/app.js"></script><div class="comments"><p>One comment here.</p></div><img src="a.png"><p>Two and <a href="/x">some</a> more.<select><option>x</select>'
  const page = readHtml(html)
  const given = (probability: readonly number[], threshold = 0.4): Judgement => ({
    probability: Float32Array.from(probability), threshold, score: 0.9, type: 'article', types: new Map(), model: '0', causes: () => [],
  })
  const run = (judgement: Judgement, favor: 'precision' | 'balanced' | 'recall' = 'balanced', of = page): Ledger => {
    const ledger = new Ledger(of)
    ledger.pass = 'mainContent'
    mainContent.run(of, ledger, {settings: settle({favor}), measure: measure(of), selected: [], judgement})
    return ledger
  }
  const kinds = page.blocks.map(({kind}) => kind)

  it('keeps what lies above the threshold, with the probability as value', () => {
    expect(kinds).toEqual(['paragraph', 'image', 'paragraph', 'paragraph'])
    const ledger = run(given([0.1, -1, 0.9, -1]))
    expect([0, 1, 2, 3].map(i => ledger.alive(i))).toEqual([false, true, true, false])
    expect(ledger.reason(2)).toMatchObject({rule: 'judged-content', strength: 'likely', value: expect.closeTo(0.9)})
    expect(ledger.reason(0)).toMatchObject({rule: 'judged-boilerplate', strength: 'weak', role: 'comment'})
  })
  it('moves the threshold by what the caller favors', () => {
    expect(run(given([0.45, -1, 0.9, -1]), 'precision').alive(0)).toBe(false)
    expect(run(given([0.45, -1, 0.9, -1])).alive(0)).toBe(true)
    expect(run(given([0.35, -1, 0.9, -1]), 'recall').alive(0)).toBe(true)
  })
  it('judges no page without a link: it has nothing around its content', () => {
    const ledger = run(given([0.01, 0.01]), 'balanced', readHtml('<p>Hello.<p>World.'))
    expect([ledger.alive(0), ledger.reason(0)?.rule]).toEqual([true, 'no-links'])
  })
  it('leaves nothing of a page without content, whatever is favored', () => {
    const ledger = run(given([0.3, -1, 0.3, -1], 2), 'recall')
    expect([0, 1, 2, 3].some(i => ledger.alive(i))).toBe(false)
  })
  it('writes running text that stands there twice once', () => {
    const twice = readHtml(`<p>${sentence}<div><p><a href="/x">Between.</a></div><p>${sentence}<pre>${sentence}</pre>`)
    const ledger = run(given([0.9, 0.9, 0.9, 0.9]), 'balanced', twice)
    expect(twice.blocks.map((_, i) => ledger.alive(i))).toEqual([true, true, false, true])
    expect(ledger.reason(2)).toMatchObject({rule: 'copy', role: 'duplicate'})
  })
})
