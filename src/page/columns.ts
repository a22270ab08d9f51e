/** The page as numbers: filled block by block and region by region while the page is built. */
import {classOf, stop, wide, word} from './scripts.ts'
import type {Columns, Mark} from './page.ts'

type Draft = {-readonly [K in keyof Columns]: number[]}

export function newColumns(): Draft {
  return {length: [], words: [], wide: [], linked: [], stops: [], region: [], regionTag: [], regionClass: [], regionParent: []}
}

export function pushRegion(columns: Draft, tag: number, classId: number, parent: number): void {
  columns.regionTag.push(tag)
  columns.regionClass.push(classId)
  columns.regionParent.push(parent)
}

/** Part of a word, character without spaces, stop: a bit each. */
const oneOf = new Uint8Array(4)
oneOf[word] = 1
oneOf[wide] = 2
oneOf[stop] = 4

export function pushBlock(columns: Draft, text: string, marks: readonly Mark[], region: number): void {
  let words = 0
  let wideCharacters = 0
  let stops = 0
  let before = 0
  // Counted without a branch: no processor foresees where a word ends.
  for (let i = 0; i < text.length; i++) {
    const is = oneOf[classOf(text.charCodeAt(i))]
    words += is & ~before & 1
    wideCharacters += (is >> 1) & 1
    stops += is >> 2
    before = is
  }
  let linked = 0
  for (const mark of marks) if (mark.kind === 'link') linked += mark.to - mark.from
  columns.length.push(text.length)
  columns.words.push(words)
  columns.wide.push(wideCharacters)
  columns.linked.push(linked)
  columns.stops.push(stops)
  columns.region.push(region)
}

export function columnsOf(columns: Draft): Columns {
  return {
    length: new Int32Array(columns.length), words: new Int32Array(columns.words), wide: new Int32Array(columns.wide),
    linked: new Int32Array(columns.linked), stops: new Int32Array(columns.stops), region: new Int32Array(columns.region),
    regionTag: new Int16Array(columns.regionTag), regionClass: new Int32Array(columns.regionClass),
    regionParent: new Int32Array(columns.regionParent),
  }
}
