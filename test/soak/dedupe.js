/**
 * Near copies: every text of a labelled set once more with one word in twenty edited. How many of the copies are found,
 * and is what is found one?
 *
 *     npm run build && node test/soak/dedupe.js [--data DIR] [--set wcxb-dev] [--edits 0.05] [--least 50]
 *
 * Passes at a recall of .95 and a precision of .99. Texts of fewer words than `--least` are left out: of few words one
 * edit is a lot.
 */
import {parseArgs} from 'node:util'
import {dist} from '../../bench/engines/dist.js'
import {dataFolder, pages} from '../../bench/sets.js'

const [{NearTwins}, {shingles, wordHashes}, {sketchOf}] = await Promise.all(['twins', 'shingles', 'sketch'].map(name => dist(`batch/dedupe/${name}.js`)))
const {values} = parseArgs({options: {data: {type: 'string'}, set: {type: 'string', default: 'wcxb-dev'}, edits: {type: 'string', default: '0.05'}, least: {type: 'string', default: '50'}}})
const rate = Number(values.edits)
let state = 1
/** 0 to 1, the same row in every run. */
function random() {
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9 | 0
  return ((state ^ (state >>> 12)) >>> 0) / 2 ** 32
}

/** @type {string[][]} */
const texts = []
for await (const {gold} of pages(values.set, dataFolder(values.data))) {
  const words = String(gold.text ?? '').split(/\s+/u).filter(word => word !== '')
  if (words.length >= Number(values.least)) texts.push(words)
}
const vocabulary = texts.flatMap(words => words.filter((_, i) => i % 97 === 0))
const copies = texts.map(words => words.flatMap(word => {
  if (random() >= rate) return [word]
  const other = vocabulary[Math.floor(random() * vocabulary.length)]
  const kind = random()
  return kind < 1 / 3 ? [] : kind < 2 / 3 ? [other] : [word, other]
}))

/** @type {Map<number, Uint8Array[]>} */
const held = new Map()
const parts = {
  add(/** @type {number} */ part, /** @type {Uint8Array} */ bytes) {
    const before = held.get(part)
    if (before) before.push(bytes)
    else held.set(part, [bytes])
  },
  read: (/** @type {number} */ part) => Buffer.concat(held.get(part) ?? []),
}
const all = [...texts, ...copies].map(words => words.join(' '))
const near = new NearTwins(parts, all.length)
const began = process.cpuUsage()
const sets = all.map((text, page) => {
  const found = shingles(wordHashes(text))
  near.add(sketchOf(found), page)
  return new Set(found)
})
const twins = near.twins(() => false)
const {user} = process.cpuUsage(began)

/** Overlap of two sets of shingles, counted. @param {Set<number>} a @param {Set<number>} b */
function jaccard(a, b) {
  let both = 0
  for (const shingle of a) if (b.has(shingle)) both++
  return both / (a.size + b.size - both)
}

let found = 0
let right = 0
let low = 0
for (const [page, twin] of twins) {
  const isPlanted = page >= texts.length
  if (isPlanted) found++
  // Of texts that a set holds twice each copy has two twins.
  const real = jaccard(sets[page], sets[twin])
  if ((isPlanted && twin === page - texts.length) || real >= 0.5) right++
  else if (real < 0.4) low++
}
const recall = found / copies.length
const precision = right / twins.size
const overlaps = copies.map((_, i) => jaccard(sets[i], sets[i + texts.length])).sort((a, b) => a - b)
console.log(`${texts.length} texts, ${copies.length} copies with ${rate * 100} % of the words edited: true overlap ${overlaps[Math.floor(overlaps.length / 20)].toFixed(2)} (5 %), ${overlaps[overlaps.length >> 1].toFixed(2)} (median)`)
console.log(`recall ${recall.toFixed(4)}, precision ${precision.toFixed(4)} of ${twins.size} (overlap below .4: ${low}); ${(user / 1000 / all.length).toFixed(2)} ms of CPU a page, comparing included`)
process.exitCode = recall >= 0.95 && precision >= 0.99 ? 0 : 1
