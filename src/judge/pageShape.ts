/** The page as a whole: the same values in every row of it, and what the page's type is judged by. */
import {element} from '../page/elements.ts'
import type {Facts} from './facts.ts'
import type {Measured, Named} from './columns.ts'
import {titleLikeness} from './titleLikeness.ts'

const counted = 'article table form pre li p button'.split(' ')
const countedId = counted.map(tag => element(tag).id)
const main = element('main').id
const ogTypes: Readonly<Record<string, number>> = {article: 1, website: 2, product: 3, 'og:product': 3, blog: 4, profile: 5}
const dataTypes = ('article newsarticle blogposting product faqpage qapage discussionforumposting itemlist collectionpage webpage organization breadcrumblist recipe event website ' +
  'localbusiness service techarticle review videoobject person').split(' ')
/** Words of the path that tell what a page is. */
const pathWords = ('blog news article post product products item shop store category categories tag collections collection forum forums thread topic questions docs documentation guide wiki help about ' +
  'services solutions search archive index author page p reviews recipe event').split(' ')
const speakingHost = /^(?:docs|forum|forums|community|support|help|blog|shop|store|developer|wiki|news)\./u

/** Columns that are the same in every row of a page. */
export const pageNames: readonly Named[] = [
  ['pageBlocks', 'judged blocks'],
  ['pageWords', 'logarithm of 1 + words'],
  ['pageMain', '1 if there is a main element'],
  ...counted.map(tag => [`page-${tag}`, `${tag} elements`] as const),
  ['pageParagraphs', 'p blocks of more than 15 words'],
  ['pageLinked', 'link density, 0–1'],
  ['pageProse', 'share of the words that are prose, 0–1'],
  ['pageHeadings', 'headings'],
  ['pageImages', 'images'],
  ['pageInputs', 'form fields'],
  ['pageScripts', 'scripts'],
  ['pageWide', 'share of characters of scripts without spaces, 0–1'],
  ['pageMoney', 'share of blocks with a price, 0–1'],
  ['titleWords', 'words of the title'],
  ['bestTitle', 'likeness of the block most like the title, 0–1'],
  ['hasData', '1 if JSON-LD has text'],
  ['hasDescription', '1 if there is a description'],
  ['ogType', '1 article, 2 website, 3 product, 4 blog, 5 profile, 0 another or none'],
  ['pathDepth', 'segments of the address’s path, −1 if the address is unknown'],
  ['pathLength', 'characters of the path'],
  ['pathDashes', 'dashes in its last segment'],
  ['pathDigits', 'digits in the path'],
  ['pathDate', '1 if the path has a year and a month'],
  ['queryLength', 'characters of the query'],
  ['speakingHost', '1 if the host begins with docs, forum, blog, shop …'],
  ...dataTypes.map(type => [`data-${type}`, `1 if JSON-LD has an item of type ${type}`] as const),
  ...pathWords.map(word => [`path-${word}`, `1 if “${word}” is a word of the path`] as const),
]

type Shaped = Pick<Measured, 'scan' | 'regions' | 'marks'>

/** The values of these columns. */
export function pageValues(measured: Shaped): Float32Array {
  return Float32Array.from([...ofText(measured), ...ofFacts(measured.scan.facts)])
}

function ofText({scan, regions, marks}: Shaped): number[] {
  const {page, n, words, length, linked, wide, signs, facts} = scan
  const tags = new Int32Array(counted.length)
  let hasMain = 0
  for (const tag of page.columns.regionTag) {
    const at = countedId.indexOf(tag)
    if (at >= 0) tags[at]++
    else if (tag === main) hasMain = 1
  }
  const paragraph = countedId[counted.indexOf('p')]
  let paragraphs = 0, characters = 0, linkedCharacters = 0, wideCharacters = 0, prices = 0
  for (let i = 0; i < n; i++) {
    const r = scan.region[i]
    if (words[i] > 15 && r >= 0 && page.columns.regionTag[r] === paragraph) paragraphs++
    characters += length[i]
    linkedCharacters += linked[i]
    wideCharacters += wide[i]
    if ((signs[i] & 8) !== 0) prices++
  }
  const best = marks.title < 0 ? 0 : titleLikeness(scan.tokens[marks.title], scan.inTitle[marks.title], facts.title.count)
  return [
    n, Math.log1p(marks.words), hasMain, ...tags, paragraphs, linkedCharacters / Math.max(1, characters), marks.prose / marks.words,
    regions.headings[regions.headings.length - 1], page.counts.images, page.counts.inputs, page.counts.scripts, wideCharacters / Math.max(1, characters),
    prices / Math.max(1, n), facts.title.count, best,
  ]
}

function ofFacts({data, description, ogType, url, types}: Facts): number[] {
  const path = url?.pathname ?? ''
  const segments = path.split('/').filter(Boolean)
  const last = segments[segments.length - 1] ?? ''
  const words = new Set(path.toLowerCase().split(/[^a-z]+/u))
  return [
    data === undefined ? 0 : 1, description === undefined ? 0 : 1, Object.hasOwn(ogTypes, ogType) ? ogTypes[ogType] : 0,
    url === undefined ? -1 : segments.length, path.length, last.split('-').length - 1, path.replace(/\D/gu, '').length,
    /\/(?:19|20)\d\d\/\d/u.test(path) ? 1 : 0, url === undefined ? 0 : url.search.length, url !== undefined && speakingHost.test(url.hostname) ? 1 : 0,
    ...dataTypes.map(type => (types.has(type) ? 1 : 0)), ...pathWords.map(word => (words.has(word) ? 1 : 0)),
  ]
}
