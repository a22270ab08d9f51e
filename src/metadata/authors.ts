/** Who wrote the page. Better nobody than somebody wrong. */
import {afterOpening, datedOpening} from './authorName.ts'
import {firstHit, type Candidate, type Rule} from './candidate.ts'
import {stringsOf, isNode, type Json} from './jsonLd.ts'
import {authorProp, authorRel, type Sign} from './signs.ts'
import {folded, isPerson} from './siteName.ts'
import {after, before, type Story} from './story.ts'

export function authorsFrom(story: Story): Candidate<readonly string[]> | undefined {
  return story.isUnsigned ? undefined : firstHit(authorRules, story)
}

export const authorRules: readonly Rule<readonly string[], Story>[] = [
  {name: 'citation', source: 'meta', confidence: 0.95, find: story => asWritten(story, 'citation_author', 'bepress_citation_author')},
  {name: 'json-ld-article', source: 'json-ld', confidence: 0.9, find: story => completed(story, names(story, people(story.article?.['author'] ?? story.article?.['creator']), story.isThread))},
  {name: 'meta', source: 'meta', confidence: 0.85, find: story => completed(story, names(story, story.sources.metas(...keys)))},
  {name: 'microdata', source: 'microdata', confidence: 0.85, find: story => near(story, 'itemprop')},
  {name: 'rel-author', source: 'link', confidence: 0.85, find: story => near(story, 'rel')},
  {name: 'byline-class', source: 'byline', confidence: 0.8, find: story => near(story, 'class')},
  {name: 'written-by-meta', source: 'meta', confidence: 0.8, find: writtenBy},
  {name: 'byline-text', source: 'text', confidence: 0.7, find: bylineText},
  {name: 'author-box', source: 'byline', confidence: 0.6, find: authorBox},
  {name: 'name-under-title', source: 'text', confidence: 0.6, find: nameUnderTitle},
  {name: 'account', source: 'meta', confidence: 0.4, find: account},
]

/** Metas that hold authors' names; some hold addresses, which are no names. */
const keys = [
  'author', 'article:author', 'article:author_name', 'og:article:author', 'parsely-author', 'sailthru.author', 'byl', 'dc.creator', 'dcterms.creator', 'dc.contributor', 'article.author', 'authors',
  'cxenseparse:author', 'vr:author', 'rbauthors', 'og:author',
]

/** Values of metas and JSON-LD, as they stand. */
export function declaredAuthors(story: Story): readonly {readonly value: string; readonly source: 'meta' | 'json-ld'; readonly rule: string}[] {
  return [...people(story.article?.['author'] ?? story.article?.['creator']).map(value => ({value, source: 'json-ld' as const, rule: 'json-ld-article'})), ...story.sources.metas(...keys).map(value => ({value, source: 'meta' as const, rule: 'meta'}))]
}

/** A list of names, each as it stands: "Berger, Emery D." is one. */
function asWritten(story: Story, ...metas: readonly string[]): readonly string[] | undefined {
  const found = [...new Set(story.sources.metas(...metas))]
  return found.length === 0 ? undefined : found
}

/** Names in the texts; accounts ("jsmith") are left for later, but where everybody goes by one. */
function names(story: Story, texts: readonly string[], withAccounts = false): readonly string[] | undefined {
  const found: string[] = []
  for (const text of texts.slice(0, 60)) {
    for (const name of story.namesIn(text)) if (!found.includes(name) && (withAccounts || !isAccount(name))) found.push(name)
  }
  return found.length === 0 ? undefined : found
}

/** One word without a capital: the name of a log-in. */
function isAccount(name: string): boolean {
  return /^[a-z0-9._-]+$/u.test(name)
}

/**
 * Systems know one author where the page names several, or an office where the page names a person: the page's
 * own byline wins if it says more.
 */
function completed(story: Story, known: readonly string[] | undefined): readonly string[] | undefined {
  if (known === undefined || known.length > 3) return known
  const isOffice = !known.some(isPerson) && known.some(name => name.includes(' '))
  const shown = bylineText(story) ?? near(story, 'class') ?? (isOffice ? authorBox(story) : undefined)
  if (shown === undefined || !shown.every(isPerson)) return known
  if (isOffice) return shown
  const shownNames = shown.map(folded)
  return shown.length > known.length && known.every(name => shownNames.some(other => other.endsWith(folded(name)))) ? shown : known
}

/** Names of persons in JSON-LD; an organisation is an author only by the name of one. */
function people(value: Json | undefined): readonly string[] {
  const list = Array.isArray(value) ? value : [value]
  return list.flatMap(each => isNode(each) ? stringsOf(each['name'] ?? each['alternateName']) : stringsOf(each))
}

/** Names at the first sign of that kind around the title; where the title is not on the page, the first of all. */
function near(story: Story, kind: Sign['kind']): readonly string[] | undefined {
  const {isTitled} = story
  const isKind = (sign: Sign): boolean => sign.kind === kind
  const close = isTitled || kind === 'class' ? story.nearSigns.authors.filter(isKind) : []
  return fromSigns(story, close) ?? ((isTitled && (kind === 'class' || !story.isArticle)) || !isAnywhere(story, kind) ? undefined : fromSigns(story, story.signs.authors.filter(isKind)))
}

/** May the page hold such a sign? Told without looking at all of it. */
function isAnywhere({sources}: Story, kind: Sign['kind']): boolean {
  if (kind === 'rel') return sources.told.related.some(({mark}) => authorRel.test(mark.attrs['rel']))
  return kind !== 'itemprop' || sources.hasMicrodata(authorProp)
}

/** Names at the first sign that has some, and at its fellows in the same block. */
function fromSigns(story: Story, signs: readonly Sign[]): readonly string[] | undefined {
  for (const sign of signs) {
    const found = story.namesIn(sign.text)
    if (found.length === 0) continue
    const fellows = signs.filter(other => other.block === sign.block && !other.text.includes(sign.text) && !sign.text.includes(other.text))
    return [...new Set([...found, ...fellows.flatMap(other => story.namesIn(other.text))])]
  }
  return undefined
}

/** twitter:label1 "Written by" with twitter:data1. */
function writtenBy(story: Story): readonly string[] | undefined {
  for (const n of ['1', '2']) {
    const label = story.sources.meta(`twitter:label${n}`)
    const data = story.sources.meta(`twitter:data${n}`)
    if (label !== undefined && data !== undefined && /written by|verfasst von|écrit par|escrito por|author|scritto da|geschreven door|autor/iu.test(label)) return names(story, [data])
  }
  return undefined
}

/** The first post may stand below what the forum says of it and of its author. Chosen. */
const afterInThread = 30

/** A short block near the title that begins with "By". */
function bylineText(story: Story): readonly string[] | undefined {
  const {page} = story.sources
  const end = Math.min(page.blocks.length, story.title + (story.isThread ? afterInThread : after))
  for (let i = Math.max(0, story.title - before); i < end; i++) {
    const found = bylineAt(story, i)
    if (found !== undefined) return found
  }
  return undefined
}

function bylineAt(story: Story, i: number): readonly string[] | undefined {
  const {kind, text} = story.sources.page.blocks[i]
  if ((kind === 'heading' && text.length > 60) || text.length > 200 || story.isElsewhere(i)) return undefined
  for (const line of text.split(/\n|\s[|•·]\s/u)) {
    const rest = afterOpening(line)
    if (rest === undefined || !(/^\p{Lu}|^\p{Lo}/u.test(rest) || (story.isThread && /^(?:thread starter|(?:started|posted|asked) by)\b/iu.test(line)))) continue
    const isDated = line.length < 160 && datedOpening.test(line)
    const found = story.namesIn(rest).filter(name => !isDated || isPerson(name)).filter(name => /\s|\p{Lo}/u.test(name) || /^(?:(?:posted|written|submitted|started|asked) by|thread starter)\b/iu.test(line))
    if (found.length > 0) return found
  }
  return undefined
}

/** How a text is signed at its end. */
const signature = /^(?:(?:this|the) (?:post|article|story|guide|piece|blog)\s{1,3}(?:was |is )?)?(?:written|posted|article|story|words|published|created|submitted)\s{1,3}by\b|^(?:authors?|autor(?:in|en)?|auteure?|text|texte|texto|escribe)\s{0,2}:|^(?:geschrieben|verfasst|erstellt|eingestellt|veröffentlicht|gepostet)\s{1,3}von\b|^(?:écrit|publié|posté|rédigé) par\b|^(?:escrito|publicado|postado) por\b|^(?:scritto|pubblicato) da\b|^(?:von|by|par|por|door):?\s{1,3}\p{Lu}[\p{L}.'’-]{1,20}\s\p{Lu}[\p{L}'’-]{1,20}(?:\s\p{Lu}[\p{L}'’-]{1,20})?$/iu

/** The box about the author under the text: a class that says so, or "Written by", if all of the page agrees on whom. */
function authorBox(story: Story): readonly string[] | undefined {
  if (!story.isArticle) return undefined
  const {page} = story.sources
  const {title} = story
  const groups = story.signs.authors.filter(({block, text}) => block > title && text.length < 80).map(({text}) => story.namesIn(text).filter(isPerson)).filter(found => found.length > 0)
  for (let i = title + after; i < page.blocks.length; i++) {
    const {text} = page.blocks[i]
    if (text.length >= 120 || !text.split('\n').some(line => signature.test(line))) continue
    const found = bylineAt(story, i)?.filter(name => isPerson(name) || (text.length < 60 && (!name.includes(' ') || text.length < 40)))
    if (found !== undefined && found.length > 0) groups.push(found)
  }
  return groups.length > 0 && new Set(groups.map(group => group.join('\n'))).size === 1 ? groups[0] : undefined
}

/**
 * A bare name under the title, if a date stands beside it, or if the name comes again further down, over the box
 * about the author.
 */
function nameUnderTitle(story: Story): readonly string[] | undefined {
  const {title, isTitled, isArticle} = story
  const {blocks} = story.sources.page
  if (!isTitled) return undefined
  for (let i = title + 1; i < Math.min(blocks.length, title + 5); i++) {
    const parts = blocks[i].text.length > 100 ? [] : blocks[i].text.split(/\n|\s[|•·–—-]\s/u).map(part => part.trim())
    const found = parts.map(part => story.namesIn(part)).find((known, p) => known.length > 0 && known.every(isPerson) && known.join(', ').length >= parts[p].length - 6)
    if (found === undefined || story.isElsewhere(i) || folded(found[0]).split(' ').every(word => folded(blocks[title].text).includes(word))) continue
    const isDatedAt = (at: number): boolean => at > title && (blocks[at]?.text.length ?? 999) < 80 && story.datesIn(blocks[at].text).length > 0
    // A job may stand between the name and the date.
    if (isDatedAt(i) || (isArticle && (isDatedAt(i + 1) || isDatedAt(i - 1) || (blocks[i + 1]?.text.length ?? 999) < 60 && isDatedAt(i + 2)))) return found
    if (isArticle && blocks.some((block, at) => at > i + 5 && block.text === found[0])) return found
  }
  return undefined
}

/** Better the name of a log-in than nobody. */
function account(story: Story): readonly string[] | undefined {
  const texts = [...people(story.article?.['author']), ...story.sources.metas(...keys)]
  const found = texts.flatMap(text => story.namesIn(text)).find(isAccount)
  return found === undefined ? undefined : [found]
}
