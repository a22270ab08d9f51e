/** The title a page gives itself, without the site's name. */
import {decodeHTML} from 'entities/decode'
import type {Page} from '../page/page.ts'
import {allHits, firstHit, type Candidate, type Rule} from './candidate.ts'
import {folded} from './siteName.ts'
import {Sources} from './sources.ts'
import {isUnfilled} from './unfilled.ts'

export {folded} from './siteName.ts'

/** What stands between a title and the name of the site. */
const separator = /\s+[|–—·•»«›:~∣│⋅⎪/-]+\s+|\s*[|»›│⎪]\s*|\s+::\s+|:\s+/u
const separators = new RegExp(separator, 'gu')
/** Titles are short: longer ones are texts in the wrong place. Chosen. */
const maxLength = 300

/** @returns the title, null if the page gives none. */
export function titleOf(page: Page): string | null {
  return titleFrom(new Sources(page))?.value ?? null
}

export function titleFrom(sources: Sources): Candidate<string> | undefined {
  return firstHit(rules, titlesOf(sources))
}

/** What every rule finds. */
export function titleHits(sources: Sources): readonly Candidate<string>[] {
  return allHits(rules, titlesOf(sources))
}

/** Titles as written in the page's several places, '' where there is none. */
interface Titles {
  readonly isSite: (text: string) => boolean
  readonly title: string
  readonly graph: string
  readonly headings: readonly string[]
}

function titlesOf(sources: Sources): Titles {
  const {page} = sources
  const {isSite} = sources
  const headings: string[] = []
  for (const {kind, level, text, hidden} of page.blocks) {
    if (kind === 'heading' && level === 1 && hidden === 'no' && text.length <= maxLength && !isUnfilled(text) && folded(text) !== '') headings.push(plain(text))
  }
  return {isSite, headings, title: isUnfilled(page.head.title) ? '' : decoded(page.head.title), graph: decoded(sources.meta('og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'title') ?? '')}
}

/** Titles are often escaped twice. */
function decoded(text: string): string {
  return /&[#\w]{2,10};/u.test(text) ? decodeHTML(text) : text
}

/** A heading without line breaks and the sign of its own anchor. */
function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/\s?[¶§#🔗]$/u, '').trim()
}

const rules: readonly Rule<string, Titles>[] = [
  {name: 'heading-in-title', source: 'heading', confidence: 0.9, find: headingInTitle},
  {name: 'title-in-heading', source: 'title', confidence: 0.8, find: titleInHeading},
  {name: 'heading-like-title', source: 'heading', confidence: 0.7, find: headingLikeTitle},
  {name: 'title-without-site', source: 'title', confidence: 0.75, find: ({title, graph, isSite}) => shortest(title, graph, isSite)},
  {name: 'heading', source: 'heading', confidence: 0.5, find: ({headings}) => headings[0]},
]

/** The heading that the page's title is, alone or with something more. */
function headingInTitle({headings, title, graph, isSite}: Titles): string | undefined {
  let best: {text: string; score: number} | undefined
  for (const text of headings) {
    if (isSite(text)) continue
    const score = Math.max(likeness(text, title), likeness(text, graph))
    // Of two parts the longer one is the title, the other the site.
    if (score > (best?.score ?? 0) || (score === 2 && best?.score === 2 && text.length > best.text.length)) best = {text, score}
  }
  return best?.text
}

/** How surely a heading is the title: 3 the whole, 2 a part of it, 1 its beginning; 0 not at all. */
function likeness(heading: string, title: string): number {
  const name = folded(heading)
  const whole = folded(title)
  if (name === '' || whole === '') return 0
  if (name === whole) return 3
  // A run is no longer than the whole, and part of it.
  if (whole.includes(name) && runsOf(title).some(run => folded(run) === name)) return 2
  return name.length > 12 && (whole.startsWith(`${name} `) || (whole.length > 12 && name.startsWith(`${whole} `))) ? 1 : 0
}

/** Beginnings and ends of a title, cut at its separators. */
function runsOf(title: string): readonly string[] {
  const cuts = cutsOf(title)
  return cuts.flatMap(({from, to}) => [title.slice(0, from), title.slice(to)]).concat(cuts.slice(1).map(({from}, i) => title.slice(cuts[i].to, from)))
}

function cutsOf(title: string): readonly {readonly from: number; readonly to: number}[] {
  return [...title.slice(0, maxLength).matchAll(separators)].map(match => ({from: match.index, to: match.index + match[0].length}))
}

/** The title, where the heading is that title after a kicker ("Thread: …") or before a count ("… (87)"). */
function titleInHeading({headings, title, graph, isSite}: Titles): string | undefined {
  const bare = shortest(title, graph, isSite)
  const name = folded(bare ?? '')
  if (bare === undefined || name.length < 8) return undefined
  const holds = headings.some(heading => {
    const whole = folded(heading)
    return whole.endsWith(` ${name}`) || (whole.startsWith(`${name} `) && /^\s*(?:[([|+]|[-–—]\s*$)/u.test(heading.slice(bare.length)))
  })
  return holds ? bare : undefined
}

/** The only heading of its rank, if it shares most of its words with the title. */
function headingLikeTitle({headings, title, graph, isSite}: Titles): string | undefined {
  if (headings.length !== 1 || isSite(headings[0])) return undefined
  return Math.max(sharedWords(headings[0], title), sharedWords(headings[0], graph)) >= 0.5 ? headings[0] : undefined
}

/** Words in both, as a share of the shorter one's, 0–1. */
function sharedWords(a: string, b: string): number {
  const left = new Set(folded(a).split(' '))
  const right = new Set(folded(b).split(' '))
  if (left.has('') || right.has('')) return 0
  let both = 0
  for (const word of left) if (right.has(word)) both++
  return both / Math.min(left.size, right.size)
}

/** Of `<title>` and og:title, each without the site's name, the shorter if it begins the longer; else og:title. */
function shortest(title: string, graph: string, isSite: (text: string) => boolean): string | undefined {
  const a = withoutSite(title, isSite)
  const b = withoutSite(graph, isSite)
  if (a === '' || b === '') return a || b || undefined
  if (isSite(b) && !isSite(a)) return a
  return folded(b).startsWith(folded(a)) ? a : b
}

/** A title without the site's name at its end or beginning. */
function withoutSite(written: string, isSite: (text: string) => boolean): string {
  let title = written
  for (let round = 0; round < 3; round++) {
    const cuts = cutsOf(title)
    const last = cuts[cuts.length - 1]
    if (last === undefined) return title
    if (isSite(title.slice(last.to))) title = title.slice(0, last.from)
    else if (isSite(title.slice(0, cuts[0].from))) title = title.slice(cuts[0].to)
    else if (round > 0 && /\//u.test(title.slice(last.from, last.to))) title = title.slice(0, last.from)
    else if (/[|»›│⎪]/u.test(title.slice(last.from, last.to)) && title.length - last.to < last.from) title = title.slice(0, last.from)
    else return title
  }
  return title
}
