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

export function pushBlock(columns: Draft, text: string, marks: readonly Mark[], region: number): void {
  let words = 0
  let wideCharacters = 0
  let stops = 0
  let inWord = false
  for (let i = 0; i < text.length; i++) {
    const is = classOf(text.charCodeAt(i))
    if (is === word) {
      if (!inWord) words++
      inWord = true
      continue
    }
    inWord = false
    if (is === wide) wideCharacters++
    else if (is === stop) stops++
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
    length: Int32Array.from(columns.length), words: Int32Array.from(columns.words), wide: Int32Array.from(columns.wide),
    linked: Int32Array.from(columns.linked), stops: Int32Array.from(columns.stops), region: Int32Array.from(columns.region),
    regionTag: Int16Array.from(columns.regionTag), regionClass: Int32Array.from(columns.regionClass),
    regionParent: Int32Array.from(columns.regionParent),
  }
}
