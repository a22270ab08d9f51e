/** What a line looks like, and where it stands. */
import type {Named} from '../columns.ts'
import {signs} from '../scan.ts'
import type {Lines} from './lines.ts'

export const ownNames: readonly Named[] = [
  ['words', 'words; a character of a script without spaces counts 0.6'],
  ['length', 'characters'],
  ['stops', 'ends of sentences'],
  ['commas', 'commas a word'],
  ['wordLength', 'characters a word'],
  ['capitals', 'share of capital letters, 0–1'],
  ['digits', 'share of digits, 0–1'],
  ['endsClause', '1 if the last sign ends a sentence or a clause'],
  ['endsSentence', '1 if the last sign ends a sentence'],
  ['startsLower', '1 if the first letter is a small one'],
  ['stopwords', 'share of function words, 0–1'],
  ['stopwordCount', 'function words'],
  ['wide', 'share of characters of scripts without spaces, 0–1'],
  ['pipe', '1 if a sign that separates menu entries occurs'],
  ['copyright', '1 if it speaks of copyright'],
  ['year', '1 if a year of 1900–2099 occurs'],
  ['money', '1 if a price occurs'],
  ['question', '1 if a question mark occurs'],
  ['colon', '1 if a colon occurs'],
  ['list', '1 in a list'],
  ['heading', '1 if it is a heading'],
  ['cell', '1 in a table'],
  ['quote', '1 in a quotation'],
  ['code', '1 if it is code'],
  ['gap', 'line ends before it, 0–4'],
  ['copies', 'lines of the same text on the page'],
  ['earlier', 'how many of them stand before it'],
  ['shared', 'share of its words that running text elsewhere has, 0–1'],
  ['firstSign', 'kind of its first sign: 0 letter, 1 digit, 2 other'],
  ['place', 'lines before it, as a share of all, 0–1'],
  ['fromTop', 'lines before it, at most 200'],
  ['fromEnd', 'lines after it, at most 200'],
  ['wordsBefore', 'words before it, as a share of all, 0–1'],
  ['proseBefore', 'the same of words of running text'],
  ['prose', 'words of running text in it'],
  ['lastProse', 'lines since the running text before it, at most 100'],
  ['nextProse', 'lines to the running text after it, at most 100'],
  ['lastProseWords', 'words of that running text before it'],
  ['nextProseWords', 'words of that running text after it'],
  ['inStretch', 'place between the lines that hold the first and the last tenth of the running text: 0–1 inside, beyond that outside'],
  ['listSize', 'lines of the list, 0 outside of lists'],
  ['listWords', 'words a line of the list'],
  ['runLength', 'lines of the run of short lines it stands in, 0 if it is no short line'],
  ['runPlace', 'lines of that run before it'],
  ['pageLines', 'lines of the page'],
  ['pageWords', 'words of the page'],
  ['pageProse', 'share of them in running text, 0–1'],
  ['pageShort', 'share of lines of at most three words, 0–1'],
  ['pageLists', 'share of lines in lists, 0–1'],
  ['pageEnds', 'share of lines that end a sentence, 0–1'],
]

/** A line of at most so many words that ends no sentence is short. Chosen. */
const shortWords = 7
const far = 100

export function fillOwn(lines: Lines, data: Float32Array, stride: number): void {
  fillText(lines, data, stride)
  fillPlace(lines, data, stride)
}

/** Number of columns that speak of the line alone. */
const textCount = ownNames.findIndex(([name]) => name === 'place')

function fillText(lines: Lines, data: Float32Array, stride: number): void {
  const {scan} = lines
  for (let i = 0; i < scan.n; i++) {
    let k = i * stride
    const w = Math.max(1, scan.words[i])
    const t = Math.max(1, scan.length[i])
    const tokens = Math.max(1, scan.tokens[i])
    const flags = scan.signs[i]
    const kind = scan.page.blocks[scan.block[i]].kind
    data[k++] = scan.words[i]
    data[k++] = scan.length[i]
    data[k++] = scan.stops[i]
    data[k++] = scan.commas[i] / w
    data[k++] = scan.length[i] / w
    data[k++] = scan.capitals[i] / t
    data[k++] = scan.digits[i] / t
    data[k++] = (flags & signs.endsClause) === 0 ? 0 : 1
    data[k++] = (flags & signs.endsSentence) === 0 ? 0 : 1
    data[k++] = (flags & signs.startsLower) === 0 ? 0 : 1
    data[k++] = scan.stopwords[i] / tokens
    data[k++] = scan.stopwords[i]
    data[k++] = scan.wide[i] / t
    data[k++] = (flags & signs.pipe) === 0 ? 0 : 1
    data[k++] = (flags & signs.copyright) === 0 ? 0 : 1
    data[k++] = (flags & signs.year) === 0 ? 0 : 1
    data[k++] = (flags & signs.money) === 0 ? 0 : 1
    data[k++] = (flags & signs.question) === 0 ? 0 : 1
    data[k++] = (flags & signs.colon) === 0 ? 0 : 1
    data[k++] = lines.list[i] < 0 ? 0 : 1
    data[k++] = scan.level[i] > 0 ? 1 : 0
    data[k++] = lines.cell[i]
    data[k++] = lines.quote[i]
    data[k++] = kind === 'code' ? 1 : 0
    data[k++] = lines.gap[i]
    data[k++] = lines.copies[i]
    data[k++] = lines.earlier[i]
    data[k++] = lines.shared[i] / Math.max(1, scan.wordAt[i + 1] - scan.wordAt[i])
    data[k++] = firstSign(scan.page.blocks[scan.block[i]].text)
  }
}

function fillPlace(lines: Lines, data: Float32Array, stride: number): void {
  const {scan} = lines
  const {n} = scan
  const around = surroundings(lines)
  const page = pageShape(lines)
  let words = 0
  let prose = 0
  for (let i = 0; i < n; i++) {
    let k = i * stride + textCount
    data[k++] = i / n
    data[k++] = Math.min(200, i)
    data[k++] = Math.min(200, n - 1 - i)
    data[k++] = words / Math.max(1, lines.totalWords)
    data[k++] = prose / Math.max(1, lines.totalProse)
    data[k++] = scan.prose[i]
    const last = around.last[i]
    const next = around.next[i]
    data[k++] = last < 0 ? far : Math.min(far, i - last)
    data[k++] = next < 0 ? far : Math.min(far, next - i)
    data[k++] = last < 0 ? 0 : scan.prose[last]
    data[k++] = next < 0 ? 0 : scan.prose[next]
    data[k++] = (i - page.tenth) / Math.max(1, page.ninth - page.tenth)
    data[k++] = around.listSize[i]
    data[k++] = around.listWords[i]
    data[k++] = around.run[i]
    data[k++] = around.runPlace[i]
    data[k++] = n
    data[k++] = lines.totalWords
    data[k++] = lines.totalProse / Math.max(1, lines.totalWords)
    data[k++] = page.short / n
    data[k++] = page.lists / n
    data[k++] = page.ends / n
    words += scan.words[i]
    prose += scan.prose[i]
  }
}

function firstSign(text: string): number {
  const unit = text.charCodeAt(0)
  if (unit >= 48 && unit <= 57) return 1
  return (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || unit >= 0xc0 ? 0 : 2
}

interface Surroundings {
  readonly last: Int32Array
  readonly next: Int32Array
  readonly listSize: Float32Array
  readonly listWords: Float32Array
  readonly run: Int32Array
  readonly runPlace: Int32Array
}

function surroundings({scan, list}: Lines): Surroundings {
  const {n, prose, words, signs: flags} = scan
  const last = new Int32Array(n).fill(-1)
  const next = new Int32Array(n).fill(-1)
  for (let i = 1; i < n; i++) last[i] = prose[i - 1] > 0 ? i - 1 : last[i - 1]
  for (let i = n - 2; i >= 0; i--) next[i] = prose[i + 1] > 0 ? i + 1 : next[i + 1]
  const listSize = new Float32Array(n)
  const listWords = new Float32Array(n)
  const run = new Int32Array(n)
  const runPlace = new Int32Array(n)
  for (let i = 0; i < n;) {
    let end = i + 1
    if (list[i] >= 0) {
      let sum = words[i]
      while (end < n && list[end] === list[i]) sum += words[end++]
      listSize.fill(end - i, i, end)
      listWords.fill(sum / (end - i), i, end)
    }
    i = end
  }
  const isShort = (i: number): boolean => words[i] <= shortWords && (flags[i] & signs.endsSentence) === 0
  for (let i = 0; i < n;) {
    let end = i + 1
    if (isShort(i)) {
      while (end < n && isShort(end)) end++
      for (let k = i; k < end; k++) {
        run[k] = end - i
        runPlace[k] = k - i
      }
    }
    i = end
  }
  return {last, next, listSize, listWords, run, runPlace}
}

function pageShape({scan, list, totalProse}: Lines): {tenth: number; ninth: number; short: number; lists: number; ends: number} {
  const {n, prose, words, signs: flags} = scan
  let tenth = 0
  let ninth = n
  let sum = 0
  let short = 0
  let lists = 0
  let ends = 0
  for (let i = 0; i < n; i++) {
    if (sum <= totalProse * 0.1) tenth = i
    if (sum <= totalProse * 0.9) ninth = i
    sum += prose[i]
    if (words[i] <= 3) short++
    if (list[i] >= 0) lists++
    if ((flags[i] & signs.endsSentence) !== 0) ends++
  }
  return {tenth, ninth, short, lists, ends}
}
