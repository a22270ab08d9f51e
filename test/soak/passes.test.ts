/** How the time of passes and of their regular expressions grows: `npm run soak`. */
import {describe, expect, it} from 'vitest'
import {captions} from '../../src/passes/captions.ts'
import {debris} from '../../src/passes/debris.ts'
import {debrisLine} from '../../src/passes/debrisLine.ts'
import {duplicates} from '../../src/passes/duplicates.ts'
import {emptied} from '../../src/passes/emptied.ts'
import {hidden} from '../../src/passes/hidden.ts'
import {isByline, endsWithDate} from '../../src/passes/date.ts'
import {isCodeLine} from '../../src/passes/codeLine.ts'
import {landmarkNamed} from '../../src/passes/landmarkClass.ts'
import {landmarks} from '../../src/passes/landmarks.ts'
import {noticeIn} from '../../src/passes/notice.ts'
import {placeholders} from '../../src/passes/placeholders.ts'
import {readingOf, unfilledIn} from '../../src/passes/unfilled.ts'
import {rescue} from '../../src/passes/rescue.ts'
import {templatePrior} from '../../src/passes/templatePrior.ts'
import {titleBlock} from '../../src/passes/titleBlock.ts'
import {labelPatterns} from '../../src/rules/labels.ts'
import {loadingPatterns} from '../../src/rules/loading.ts'
import {placeholders as rows} from '../../src/rules/placeholders.ts'
import {scripting} from '../../src/rules/scripting.ts'
import type {Pass} from '../../src/page/pass.ts'
import {el, page, prose, run, textPage, type Node} from '../passPages.ts'

const all: readonly Pass[] = [hidden, landmarks, placeholders, debris, captions, titleBlock, duplicates, emptied, rescue]
const caption = 'Afghan children play on the wreckage of an old Soviet armored vehicle in Kabul.'

/** Fastest of three runs, in milliseconds. */
function time(work: () => void): number {
  let best = Infinity
  for (let i = 0; i < 3; i++) {
    const start = performance.now()
    work()
    best = Math.min(best, performance.now() - start)
  }
  return best
}

/** Four times the input takes at most eight times as long; what takes no time at all is not asked. */
function expectLinear(what: string, work: (n: number) => () => void, n: number): void {
  const small = time(work(n))
  const large = time(work(4 * n))
  expect(large, `${what}: ${small.toFixed(1)} ms, then ${large.toFixed(1)} ms`).toBeLessThan(Math.max(8 * small, 40))
}

// Other programs on the machine slow single runs down; a quadratic pass fails every time.
describe('time grows with the input', {retry: 4}, () => {
  const units = ['{', '{{', '{{a', '{{a}', '}', '${', '${a', '[', '[a', '[a_', '[a b="', '[[a.', '[/a-', '%', '%s', '##', '##a', '%%A', '#{', '__', '__A', '_A', '*|', '*|A', '<<a_', '«a_', '<%=', '{%=', '[object A', '[object A]', ' ', 'a ', 'undefined ', 'NaN', '\\', '(', 'x=', 'a(', '<a ', ';', '; ', 'If ', 'loading ', 'javascript ', '. ', '1 ', 'Reuters ', '12.']
  const readers: Record<string, (text: string) => unknown> = {
    unfilledIn, reading: text => readingOf(text, unfilledIn(text)), debrisLine, noticeIn, isCodeLine, landmarkNamed, endsWithDate, isByline: text => isByline(text, 3),
  }
  for (const row of rows) readers[`row ${row.name}`] = text => text.match(row.find)
  for (const row of [...scripting, ...labelPatterns, ...loadingPatterns]) readers[`row ${row.name}`] = text => row.test.test(text)

  it.each(Object.entries(readers))('%s', (name, read) => {
    for (const unit of units) {
      expectLinear(`${name} on ${unit}`, n => {
        const text = unit.repeat(n)
        return () => { read(text) }
      }, 4000)
    }
  })

  const pages: Record<string, (n: number) => (Node | string)[]> = {
    headings: n => Array.from({length: n}, (_, i) => el(`h${1 + i % 6}`, `Part ${i}`)),
    banners: n => Array.from({length: n}, () => [el('header', el('p', el('a', {href: '/'}, 'x'))), el('h1', 'x')]).flat(),
    notices: n => Array.from({length: n}, (_, i) => `Please enable JavaScript ${i}.`),
    hidden: n => Array.from({length: n}, () => [el('div', {by: 'style' as const}, el('p', 'x')), prose(12)]).flat(),
    placeholders: n => Array.from({length: n}, () => '{{ x }} articles'),
    labels: n => Array.from({length: n}, () => 'Published:'),
    copies: n => Array.from({length: n}, () => caption),
    names: n => Array.from({length: n}, (_, i) => el('div', {class: `share-${i} nav x${i}`, id: `id-${i}`}, 'x')),
  }
  it.each(Object.entries(pages))('all passes on a page of %s', (name, make) => {
    expectLinear(name, n => {
      const of = page(make(n))
      return () => { run({...of}, ...all) }
    }, 1000)
  })

  it('the prior on a page of braces', () => {
    expectLinear('prior', n => {
      const of = textPage(Array.from({length: n}, () => '{{ if '.repeat(20)))
      return () => { templatePrior({...of}) }
    }, 500)
  })
})
