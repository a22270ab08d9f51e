/** When the page was published, and when it was changed. */
import {modifiedLabel, otherLabel, publishedLabel} from '../rules/dates.ts'
import type {Block} from '../page/page.ts'
import {firstHit, type Candidate, type Rule} from './candidate.ts'
import {datesIn, type DateHit} from './dateText.ts'
import {machineDate, type Iso} from './dateValue.ts'
import {stringsOf, type LdNode} from './jsonLd.ts'
import type {Sign} from './signs.ts'
import {after, before, type Reading, type Story} from './story.ts'

export function publishedFrom(story: Story): Candidate<Iso> | undefined {
  if (story.isUnsigned) return undefined
  const hit = firstHit(published, story)
  if (hit === undefined) return undefined
  // What a thread prints at its title may be the date of its last post.
  return (declaredRules.has(hit.rule) && !(story.isThread && hit.rule === 'microdata') ? printed(story, hit.value) : undefined) ?? hit
}

const declaredRules = new Set(['json-ld-article', 'meta', 'microdata'])
const dayLength = 86_400_000

/**
 * The date the page prints at its title or carries in its address, where that knows better: systems stamp pages
 * anew when they build or move them, and a stamp in universal time may be of the next day. A date that is printed
 * as that of a change is none of these.
 */
function printed(story: Story, declared: Iso): Candidate<Iso> | undefined {
  const shown = firstHit(shownRules, story)
  const day = Date.parse(declared.slice(0, 10))
  const days = shown === undefined ? 0 : (Date.parse(shown.value.slice(0, 10)) - day) / dayLength
  if (shown !== undefined && Math.abs(days) > 1) return isSwapped(shown.value, declared) ? undefined : shown
  if (!/T.*(?:Z|[+-]\d\d:\d\d)$/u.test(declared) || (shown !== undefined && days === 0)) return undefined
  if (shown !== undefined) return shown
  const url = firstHit(urlRules, story)
  return url !== undefined && Math.abs(day - Date.parse(url.value.slice(0, 10))) === dayLength ? url : undefined
}

/** 2021-11-01 and 2021-01-11: one date, whose day and month were read the wrong way round. */
function isSwapped(a: Iso, b: Iso): boolean {
  return a.slice(0, 4) === b.slice(0, 4) && a.slice(5, 7) === b.slice(8, 10) && a.slice(8, 10) === b.slice(5, 7)
}

export function modifiedFrom(story: Story): Candidate<Iso> | undefined {
  return firstHit(modified, story)
}

const publishedKeys = [
  'article:published_time', 'og:published_time', 'article:published', 'og:article:published_time', 'og:pubdate', 'datepublished', 'citation_publication_date', 'citation_date', 'citation_online_date', 'parsely-pub-date', 'sailthru.date', 'pubdate', 'publishdate', 'publish-date', 'publish_date',
  'published_date', 'publication_date', 'date.published', 'dc.date.issued', 'dcterms.issued', 'dcterms.created', 'dc.date.created', 'dcterms.date', 'dc.date', 'date', 'article.published', 'article:published_date', 'cxenseparse:recs:publishtime', 'bt:pubdate', 'displaydate', 'rnews:datepublished', 'ptime', 'prism.publicationdate',
  'originalpublicationdate', 'article_date_original', 'created', 'date_published', 'published', 'article:post_date', 'pub_date', 'shareaholic:article_published_time', 'last-published', 'datecreated', 'creation_date', 'artikel:published_time', 'vr:published_time', 'uploaddate', 'video:release_date',
]
const modifiedKeys = ['article:modified_time', 'og:updated_time', 'article:modified', 'datemodified', 'dcterms.modified', 'dc.date.modified', 'last-modified', 'lastmod', 'article:updated_time', 'revised', 'modified', 'updated', 'shareaholic:article_modified_time']

/** What the page prints around its title. */
const shownRules: readonly Rule<Iso, Story>[] = [
  {name: 'time-near-title', source: 'time', confidence: 0.85, find: story => signed(story, 'time', {near: true, changed: false})},
  {name: 'class-near-title', source: 'byline', confidence: 0.8, find: story => signed(story, 'class', {near: true, changed: false})},
  {name: 'text-near-title', source: 'text', confidence: 0.75, find: story => nearTitle(story, false)},
]
const urlRules: readonly Rule<Iso, Story>[] = [{name: 'url', source: 'url', confidence: 0.8, find: fromUrl}]

export const published: readonly Rule<Iso, Story>[] = [
  {name: 'json-ld-article', source: 'json-ld', confidence: 0.9, find: story => ldDate(story.article, 'datePublished')},
  {name: 'meta', source: 'meta', confidence: 0.9, find: story => first(story.sources.metas(...publishedKeys))},
  {name: 'microdata', source: 'microdata', confidence: 0.85, find: story => microdata(story, 'datepublished')},
  ...shownRules,
  ...urlRules,
  {name: 'time-near-title-changed', source: 'time', confidence: 0.7, find: story => signed(story, 'time', {near: true, changed: true})},
  {name: 'class-near-title-changed', source: 'byline', confidence: 0.7, find: story => signed(story, 'class', {near: true, changed: true})},
  {name: 'text-near-title-changed', source: 'text', confidence: 0.7, find: story => nearTitle(story, true)},
  {name: 'json-ld-created', source: 'json-ld', confidence: 0.7, find: story => ldDate(story.article, 'dateCreated') ?? ldDate(story.article, 'uploadDate')},
  {name: 'microdata-created', source: 'microdata', confidence: 0.6, find: story => microdata(story, 'datecreated') ?? microdata(story, 'uploaddate')},
  {name: 'time-far', source: 'time', confidence: 0.6, find: story => story.isThread ? signed(story, 'time', {near: false, changed: false}) : undefined},
  {name: 'text-labelled', source: 'text', confidence: 0.6, find: story => labelled(story, publishedLine)},
]

export const modified: readonly Rule<Iso, Story>[] = [
  {name: 'json-ld-article', source: 'json-ld', confidence: 0.9, find: story => ldDate(story.article, 'dateModified')},
  {name: 'meta', source: 'meta', confidence: 0.85, find: story => first(story.sources.metas(...modifiedKeys))},
  {name: 'microdata', source: 'microdata', confidence: 0.8, find: story => microdata(story, 'datemodified')},
  {name: 'json-ld-page', source: 'json-ld', confidence: 0.7, find: story => pageDate(story, 'dateModified')},
  {name: 'time-near-title', source: 'time', confidence: 0.7, find: story => signed(story, 'time', {near: true, changed: true})},
  {name: 'class-near-title', source: 'byline', confidence: 0.7, find: story => signed(story, 'class', {near: true, changed: true})},
  {name: 'text-near-title', source: 'text', confidence: 0.7, find: story => nearTitle(story, true)},
  {name: 'text-labelled', source: 'text', confidence: 0.7, find: story => labelled(story, changedLine)},
]

function first(texts: readonly string[]): Iso | undefined {
  for (const text of texts) {
    const date = machineDate(text) ?? datesIn(text, '')[0]?.date
    if (date !== undefined) return date
  }
  return undefined
}

function ldDate(node: LdNode | undefined, property: string): Iso | undefined {
  return node === undefined ? undefined : first(stringsOf(node[property]))
}

function pageDate({sources}: Story, property: string): Iso | undefined {
  for (const node of sources.typed(/Page$/u)) {
    const date = ldDate(node, property)
    if (date !== undefined) return date
  }
  return undefined
}

function microdata({sources}: Story, name: string): Iso | undefined {
  for (const {machine, text} of sources.microdata(name)) {
    const date = first([machine, text])
    if (date !== undefined) return date
  }
  return undefined
}

interface Wanted { readonly near: boolean; /** Dates of a change instead of others. */ readonly changed: boolean }

/** Date of `<time>`s or of what a class calls a date. */
function signed(story: Story, kind: 'time' | 'class', {near, changed}: Wanted): Iso | undefined {
  for (const sign of (near ? story.nearSigns : story.signs).dates) {
    if (sign.kind !== kind) continue
    let reading = story.readings.get(sign)
    if (reading === undefined) story.readings.set(sign, reading = readingOf(story, sign))
    if (reading.date !== undefined && reading.isChange === changed) return reading.date
  }
  return undefined
}

function readingOf(story: Story, {block, text, machine, classes}: Sign): Reading {
  const date = (machine === '' ? undefined : machineDate(machine)) ?? (text.length > 120 ? undefined : story.datesIn(text)[0]?.date)
  if (date === undefined) return {date, isChange: false}
  const names = classes.join(' ')
  return {date, isChange: (/updated|modified/iu.test(names) && !/publish|entry-date/iu.test(names)) || isChanged(labelOf(story.sources.page.blocks, block, 80))}
}

/** What stands before a date: in its block, or alone in the block above. */
function labelOf(blocks: readonly Block[], block: number, end: number): string {
  const text = blocks[block].text.slice(0, end)
  const above = blocks[block - 1]?.text ?? ''
  return text.trim().length < 3 && above.length < 30 ? above : text
}

/** Says a text that its date is the one of a change? */
function isChanged(text: string): boolean {
  return modifiedLabel.test(text) && !publishedLabel.test(text)
}

/** A short line around the title with a date in it. */
function nearTitle(story: Story, changed: boolean): Iso | undefined {
  const {title} = story
  const {blocks} = story.sources.page
  for (let turn = 1; turn < after + before; turn++) {
    // First what stands below the title, then what stands above.
    const i = turn < after ? title + turn : title - before + turn - after
    const block = blocks[i]
    if (block === undefined || block.text.length < 6 || story.isElsewhere(i)) continue
    const hit = i > title && i < title + 7 ? dateline(story, block.text) : undefined
    const found = hit ?? (block.text.length > 160 ? undefined : story.datesIn(block.text)[0])
    if (found === undefined || (hit === undefined && !isDateline(block.text, found, i < title ? wordsBefore : wordsAfter))) continue
    if (block.kind === 'heading' && found.to - found.from < block.text.length * 0.5) continue
    if (isChanged(labelOf(blocks, i, found.from)) === changed) return found.date
  }
  return undefined
}

/** A date that opens a paragraph as its dateline: "29.11.2022 – The bill …". */
function dateline(story: Story, text: string): DateHit | undefined {
  if (text.length <= 160 || !/^\d/u.test(text)) return undefined
  const hit = story.datesIn(text.slice(0, 40))[0]
  return hit !== undefined && hit.from === 0 && /^\s?[–—|:„“"-]/u.test(text.slice(hit.to)) ? hit : undefined
}

/** Words a dateline may hold besides its date: above the title stand lists of other pages. Chosen. */
const wordsAfter = 12
const wordsBefore = 5

/** Is the line about the date, and not a sentence with a date in it? */
function isDateline(text: string, {from, to}: DateHit, maxWords: number): boolean {
  const rest = text.slice(0, from) + text.slice(to)
  if (otherLabel.test(rest)) return false
  return rest.trim().split(/\s+/u).length <= maxWords && !/\p{Ll}{3}[.!?]\s+\p{Lu}/u.test(rest)
}

const publishedLine =
  /^(?:first |originally )?(?:published|posted|veröffentlicht|erstellt|eingestellt|publié|publicado|pubblicato|date|datum|post time|artikel vom|beitrag vom|erschienen)\b|^(?:this (?:entry|post|article) was (?:posted|published|written)|dieser (?:beitrag|eintrag|artikel) (?:wurde|erschien)|.{3,120} wurde am .{6,60} (?:gepostet|veröffentlicht|geschrieben|erstellt|publiziert)|cet article a été publié|esta entrada fue publicada|questo articolo è stato pubblicato)/iu
const changedLine = /^(?:last (?:updated?|modified|edited|revised)|updated|stand|zuletzt|letzte (?:aktualisierung|änderung)|aktualisiert|diese seite wurde zuletzt|this page was last (?:edited|modified|updated)|.{0,60}\(last edited|dernière (?:mise à jour|modification)|última (?:actualización|modificación|edição)|ultimo aggiornamento|laatst (?:bijgewerkt|gewijzigd)|senast)/iu

/** A line anywhere that says "Published on", or with `changedLine` "Last updated". */
function labelled(story: Story, line: RegExp): Iso | undefined {
  for (const i of story.yearLines) {
    const {text} = story.sources.page.blocks[i]
    if (!line.test(text) || (line === publishedLine && story.isElsewhere(i))) continue
    const date = story.datesIn(text)[0]?.date
    if (date !== undefined && !otherLabel.test(text)) return date
  }
  return undefined
}

/** `/2024/05/01/` in the address. */
function fromUrl({sources}: Story): Iso | undefined {
  const path = (sources.page.url ?? sources.link('canonical') ?? sources.meta('og:url') ?? '').replace(/^https?:\/\/web\.archive\.org\/web\/\d{4,14}[a-z_]{0,5}\//u, '').replace(/^https?:\/\/[^/]{1,255}/u, '')
  const match = /(?:^|[/_-])((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/u.exec(path)
  return match === null ? undefined : machineDate(`${match[1]}-${match[2]}-${match[3]}`)
}
