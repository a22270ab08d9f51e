/**
 * What a page looks like to somebody who has only a part of it: cuttings, and its content alone.
 *
 * Without them the judge learns that every text begins with a menu, and a clean article would lose its ends.
 */
import {createHash} from 'node:crypto'

/** @typedef {{id: string, url: string, type: string, text: string, labels: string}} Text */

const least = 10
const most = 45

/** @param {Text} page @returns {Generator<Text>} */
export function* variantsOf(page) {
  const lines = numbered(page)
  const seed = createHash('sha256').update(`variants:${page.id}`).digest()
  const count = page.labels.length
  for (let k = 0; k < 2 && count > least * 2; k++) {
    const length = least + seed[k * 4] % (most - least + 1)
    const from = Math.floor(seed.readUInt16LE(k * 4 + 1) / 65536 * Math.max(1, count - length))
    yield only(page, lines, number => number >= from && number < from + length)
  }
  if (seed[20] % 2 === 0) yield only(page, lines, number => page.labels[number] === 'C' || page.labels[number] === 'M')
}

/** Each line with its number among those that hold something, −1 for the others. @param {Text} page */
function numbered({text}) {
  let number = 0
  return text.split('\n').map(line => ({line, number: /[^\s\u001c-\u001f\u0085]|\ufeff/u.test(line) ? number++ : -1}))
}

/** @param {Text} page @param {{line: string, number: number}[]} lines @param {(number: number) => boolean} isWanted @returns {Text} */
function only(page, lines, isWanted) {
  const kept = lines.filter(({number}) => number < 0 || isWanted(number))
  const text = kept.filter(({number}, i) => number >= 0 || (i > 0 && kept[i - 1].number >= 0)).map(({line}) => line).join('\n')
  return {...page, text, labels: [...page.labels].filter((_, number) => isWanted(number)).join('')}
}
