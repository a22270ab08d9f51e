/** What the report is made of: counted a page at a time where pages are cleaned, added up where the job ends. */
import {blocksOf, clipped, masker, rankOf, sampleOf, type Sample, type Seen} from './sample.ts'
import {Tops, type TopsData} from './tops.ts'

/** As it stands in a journal. */
export interface ReportData {
  readonly pages: number
  readonly blocks: number
  readonly dropped: number
  /** Characters of the pages as read, and as written. */
  readonly charactersIn: number
  readonly charactersOut: number
  readonly words: number
  /** Pages by score: [0, .05), [.05, .1) … [.95, 1]; not all pages have one. */
  readonly scores: readonly number[]
  readonly verdicts: TopsData
  readonly types: TopsData
  readonly languages: TopsData
  readonly problems: TopsData
  readonly hosts: TopsData
  /** Texts of dropped blocks, by the pages they were dropped on. */
  readonly removed: TopsData
  readonly masked: TopsData
  readonly samples: readonly Sample[]
}

export const scoreBins = 20
export const samplesShown = 20
/** Names told apart. Chosen: more are no help to a reader. */
const mostHosts = 5000
const mostRemoved = 5000
const mostOthers = 200
/** Of these so many stand in one journal line: it must stay short. Chosen. */
const hostsALine = 300
const removedALine = 150
/** Blocks looked at a page, and characters by which a block is known. Chosen. */
const maxDropped = 300
const maxKey = 120

const names = ['verdicts', 'types', 'languages', 'problems', 'hosts', 'removed', 'masked'] as const
type Name = (typeof names)[number]
const numbers = ['pages', 'blocks', 'dropped', 'charactersIn', 'charactersOut', 'words'] as const

export class ReportCounts {
  readonly #sums: Record<(typeof numbers)[number], number> = {pages: 0, blocks: 0, dropped: 0, charactersIn: 0, charactersOut: 0, words: 0}
  #scores: number[] = Array.from({length: scoreBins}, () => 0)
  readonly #tops: Readonly<Record<Name, Tops>> = {
    verdicts: new Tops(mostOthers), types: new Tops(mostOthers), languages: new Tops(mostOthers), problems: new Tops(mostOthers),
    hosts: new Tops(mostHosts), removed: new Tops(mostRemoved), masked: new Tops(mostOthers),
  }
  #samples: readonly Sample[] = []
  readonly #above: string

  /** @param above - samples of a higher rank are not wanted: others have enough lower ones. */
  constructor(above = 'g') {
    this.#above = above
  }

  /** Rank that a sample must be below to be among those shown; 'g' is above all. */
  get limit(): string {
    const last = this.#samples.length < samplesShown ? 'g' : this.#samples[samplesShown - 1].rank
    return last < this.#above ? last : this.#above
  }

  /** A page that was cleaned, written or left out. `result.trace` tells what was dropped. */
  add(seen: Seen): void {
    const {item, result, at} = seen
    const {metadata, quality, problems, markdown} = result
    this.#sums.pages++
    this.#sums.charactersIn += item.input.length
    this.#sums.charactersOut += markdown.length
    this.#sums.words += metadata.words ?? 0
    if (quality.score !== null) this.#scores[Math.max(0, Math.min(scoreBins - 1, Math.floor(quality.score * scoreBins)))]++
    this.#tops.verdicts.add(quality.verdict ?? 'not judged')
    this.#tops.types.add(quality.type ?? 'not judged')
    this.#tops.languages.add(languageOf(metadata.detectedLanguage ?? metadata.language))
    this.#tops.hosts.add(clipped(metadata.hostname ?? hostOf(metadata.url), 100))
    for (const code of new Set([...item.problems, ...problems].map(({code}) => code))) this.#tops.problems.add(code)
    for (const [kind, count] of Object.entries((metadata as {readonly pii?: Readonly<Record<string, number>>}).pii ?? {})) if (count > 0) this.#tops.masked.add(kind, count)
    this.#addDropped(seen)
    const rank = rankOf(at)
    if (rank < this.limit) this.#keep([sampleOf(seen, rank)])
  }

  /** Counts of another one, from `data()` or JSON. Order makes no difference but for names that are given up. */
  merge(data: ReportData): void {
    for (const name of numbers) this.#sums[name] += data[name]
    this.#scores = this.#scores.map((count, i) => count + (data.scores[i] ?? 0))
    for (const name of names) this.#tops[name].merge(data[name])
    this.#keep(data.samples)
  }

  tops(name: Name): Tops {
    return this.#tops[name]
  }

  /** @param isPart - one of many lines: rare hosts and blocks are counted, but not named. */
  data(isPart = false): ReportData {
    const tops = Object.fromEntries(names.map(name => [name, this.#tops[name].data(isPart && name === 'hosts' ? hostsALine : isPart && name === 'removed' ? removedALine : undefined)])) as Record<Name, TopsData>
    return {...this.#sums, scores: this.#scores, ...tops, samples: this.#samples}
  }

  #addDropped({result}: Seen): void {
    const hide = masker(result)
    const dropped = new Set<string>()
    for (const {alive, text} of blocksOf(result)) {
      this.#sums.blocks++
      if (alive) continue
      this.#sums.dropped++
      if (dropped.size < maxDropped) dropped.add(clipped(hide(text.replace(/\s+/gu, ' ').trim()), maxKey))
    }
    for (const text of dropped) this.#tops.removed.add(text)
  }

  #keep(samples: readonly Sample[]): void {
    const byRank = new Map([...this.#samples, ...samples].map(sample => [sample.rank, sample]))
    this.#samples = [...byRank.values()].sort((a, b) => (a.rank < b.rank ? -1 : 1)).slice(0, samplesShown)
  }
}

function languageOf(tag: string | null | undefined): string {
  return tag?.split('-')[0].toLowerCase() ?? 'unknown'
}

function hostOf(url: string | null): string {
  return url !== null && URL.canParse(url) ? new URL(url).hostname : 'no address'
}
