/** The verdict: every row with its examples, and pages of every kind, of which none may be called something it is not. */
import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {createCleaner} from '../src/index.ts'
import {verdicts} from '../src/rules/verdicts.ts'

describe('every row', () => {
  it('has a name of its own, and examples of both kinds', () => {
    expect(new Set(verdicts.map(({name}) => name)).size).toBe(verdicts.length)
    for (const {name, hits, leaves} of verdicts) expect(Math.min(hits.length, leaves.length), name).toBeGreaterThan(0)
  })
  it.each(verdicts.map(row => [row.name, row] as const))('%s', (_, {find, hits, leaves}) => {
    for (const text of hits) expect(find.test(text), text).toBe(true)
    for (const text of leaves) expect(find.test(text), text).toBe(false)
  })
})

interface Labelled { readonly id: string; readonly verdict: string; readonly status?: number; readonly html: string }

/** `pages` were at hand when the rows were written, `heldOut` were written before them, `later` after the first figures, `third` after the rows of vendors (first recall: bot-check .6, consent-wall .8, login-wall .7). */
function pagesOf(name: string): Labelled[] {
  return readFileSync(new URL(`verdicts/${name}.ndjson`, import.meta.url), 'utf8').trim().split('\n').map(line => JSON.parse(line) as Labelled)
}

describe('verdicts of pages', async () => {
  const cleaner = await createCleaner({from: 'html'})
  const verdict = ({html, status}: Labelled): string | null => cleaner.clean(html, status === undefined ? {} : {status}).quality.verdict
  it.each(['pages', 'heldOut', 'later', 'third'])('are right on %s', name => {
    const wrong = pagesOf(name).filter(page => verdict(page) !== page.verdict).map(page => `${page.id}: ${page.verdict}, not ${verdict(page)}`)
    expect(wrong).toEqual([])
  })
  it('cover every kind', () => {
    const all = ['pages', 'heldOut', 'later'].flatMap(pagesOf)
    expect(all.length).toBeGreaterThanOrEqual(120)
    for (const kind of ['bot-check', 'consent-wall', 'login-wall', 'paywall', 'error-page', 'parked', 'app-shell']) expect(all.filter(page => page.verdict === kind).length, kind).toBeGreaterThanOrEqual(10)
  })
  it('say what spoke for them', () => {
    const {quality} = cleaner.clean('<title>Just a moment...</title><h1>shop.example</h1><p>Verifying you are human. This may take a few seconds.</p>')
    expect(quality.reasons[0]).toBe('challenge-title: just a moment')
    expect(cleaner.clean(`<title>A walk</title><h1>A walk</h1><p>${'We walked on for an hour, and it rained. '.repeat(12)}</p>`).quality).toMatchObject({verdict: 'ok', reasons: []})
  })
  it('are none for fragments', () => {
    expect(cleaner.clean('<p>Page not found</p>', {fragment: true}).quality).toEqual({score: null, verdict: null, type: null, reasons: []})
  })
})
