/** The judge goes over a page a stretch of rows at a time; training has all rows. Both must see the same, to the last bit. */
import {describe, expect, it} from 'vitest'
import {readHtml} from '../src/input/html.ts'
import {addEvidence, measured, ownRows} from '../src/judge/firstRows.ts'
import {createFirstStage} from '../src/judge/firstStage.ts'
import {classProbabilities, probabilities, raw, type Forest} from '../src/judge/forest.ts'
import {createJudge} from '../src/judge/judge.ts'
import {unpack} from '../src/judge/packed.ts'
import {typeRow} from '../src/judge/pageType.ts'
import {KeptColumns, secondRows} from '../src/judge/secondRows.ts'
import {createSecondStage} from '../src/judge/secondStage.ts'
import {SettledForest, settledFrom} from '../src/judge/settledForest.ts'
import {model} from '../src/judge/shipped.model.ts'

const unpacked = unpack(model)

/** A page of many kinds of blocks, each a little different. */
function pageOf(sections: number): string {
  const section = (i: number): string => `<section class="part p${i % 7}"><h${1 + i % 4}>Pier ${i}</h${1 + i % 4}><p>In the year ${1700 + i} the pier was built of oak, and ${i} boats lay there, ${'most of them from the north, '.repeat(i % 5)}they say.</p>`
    + `<ul class="menu">${`<li><a href="/${i}">Boat ${i}</a></li>`.repeat(i % 4)}</ul>${i % 3 === 0 ? `<div><p>${i} t of tar, and <strong>rope</strong>.</p></div>` : ''}</section>`
  return `<title>Pier 3 and others</title><nav><a href="/">Home</a></nav>${Array.from({length: sections}, (_, i) => section(i)).join('')}<footer>© Harbour</footer>`
}

describe.each([1, 40, 127, 700])('a page of %i sections', sections => {
  const page = readHtml(pageOf(sections), {url: 'https://harbour.example/blog/pier'})
  const of = measured(page)
  const {n} = of.scan
  const rows = ownRows(of)
  addEvidence(of, unpacked.tables, rows)
  const whole = probabilities(unpacked.first, rows, n)

  it('has the same probabilities in stretches as from whole rows', () => {
    const columns = new KeptColumns(n)
    const first = createFirstStage(unpacked.first, unpacked.tables)
    const early = first.judge(of, (stretch, from, to) => columns.keep(stretch, from, to))
    expect(early).toEqual(whole)
    const second = secondRows(of, {rows, p: whole})
    expect(createSecondStage(unpacked.second).judge(of, early, columns)).toEqual(probabilities(unpacked.second, second, n))
    // Nothing of a page stays for the next one.
    first.judge(measured(readHtml(pageOf(9))), () => {})
    expect(first.judge(of, () => {})).toEqual(whole)
  })
  it('has the type of its whole rows', () => {
    const shares = classProbabilities(unpacked.type, typeRow(of, rows, whole))
    expect([...createJudge(model).judge(page).types.values()]).toEqual([...shares])
  })
})

it('settles splits by shared values, root or not, for each page anew', () => {
  // x1 ≤ 2 ? (x0 ≤ 5 ? 1 : 2) : 3, and x0 ≤ 1 ? 10 : (x1 ≤ 7 ? 20 : 30), x1 being shared.
  const forest: Forest = {
    trees: 2, classes: 1, root: Int32Array.of(0, 2), column: Int32Array.of(1, 0, 0, 1), threshold: Float32Array.of(2, 5, 1, 7),
    child: Int32Array.of(~2, 1, ~1, ~0, 3, ~3, ~5, ~4), leaf: Float64Array.of(1, 2, 3, 10, 20, 30),
  }
  const shared = new SettledForest(forest, Int32Array.of(0, settledFrom))
  for (const value of [9, 1, 3, 2, 7]) {
    for (const x of [0, 4, 6]) {
      const expected = raw(forest, {data: Float32Array.of(x, value), stride: 2}, 1)
      expect(raw(shared.settled(Float32Array.of(value)), {data: Float32Array.of(x), stride: 1}, 1)).toEqual(expected)
    }
  }
})
