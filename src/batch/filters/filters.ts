/** Which of the cleaned pages are taken, and what is changed in them: the same in streams and in jobs. */
import {addressPattern} from '../../sites/addressPattern.ts'
import type {AddressPattern} from '../../sites/addressPattern.ts'
import {countWords} from '../../passes/words.ts'
import {Failure, exit} from '../../exit.ts'
import {printable} from '../../explain/printable.ts'
import type {Metadata, Result} from '../../result.ts'
import type {Item} from '../../rows/item.ts'
import {maskResult, type PiiCounts} from './pii/mask.ts'

/** As given on the command line; lists may have commas in them. */
export interface FilterOptions {
  readonly language?: readonly string[] | undefined
  readonly minWords?: number | undefined
  readonly verdict?: readonly string[] | undefined
  readonly include?: readonly string[] | undefined
  readonly exclude?: readonly string[] | undefined
  readonly maskPii?: boolean | undefined
}

/** `reason` is short and of few kinds, for counts. */
export type Answer = {readonly reason: string} | {readonly result: Result} | undefined

/** A reason rejects the page, a result stands in for the one that was asked about. Asked in order. */
export type PageFilter = (item: Pick<Item, 'facts'>, result: Result) => Answer

/** What a page's verdict may be; see `src/verdict/verdict.ts`. */
const verdicts: readonly NonNullable<Result['quality']['verdict']>[] = [
  'ok', 'thin', 'listing', 'empty', 'bot-check', 'error-page', 'parked', 'consent-wall', 'login-wall', 'paywall', 'app-shell',
]

/** @throws {Failure} exit code 2, naming the flag, the value and what is allowed. */
export function createFilters(options: FilterOptions): readonly PageFilter[] {
  const {minWords, maskPii} = options
  const include = patterns('include', options.include)
  const exclude = patterns('exclude', options.exclude)
  const languages = listOf(options.language).map(tag => language(tag))
  const wanted = listOf(options.verdict).map(name => verdict(name))
  return [
    // First, so that what is said of a rejected page is masked, too.
    ...(maskPii === true ? [masking] : []),
    ...(exclude.length > 0 ? [excluding(exclude)] : []),
    ...(include.length > 0 ? [including(include)] : []),
    refused,
    ...(wanted.length > 0 ? [byVerdict(new Set(wanted))] : []),
    ...(languages.length > 0 ? [byLanguage(languages)] : []),
    ...(minWords === undefined ? [] : [byWords(minWords)]),
  ]
}

/** Why a page of this address is not taken; undefined if it may be. */
export type AddressFilter = (address: string | undefined) => string | undefined

/**
 * What `include` and `exclude` say of a page before it is cleaned, where its address is known by then. A page that
 * only tells its address itself is asked for it afterwards, by the other filters.
 *
 * @throws {Failure} exit code 2, as `createFilters`.
 */
export function createAddressFilter(options: FilterOptions): AddressFilter {
  const include = patterns('include', options.include)
  const exclude = patterns('exclude', options.exclude)
  if (include.length + exclude.length === 0) return () => undefined
  return given => {
    if (given === undefined || !URL.canParse(given)) return undefined
    const address = new URL(given).href
    if (exclude.some(pattern => pattern.matches(address))) return excluded
    return include.length === 0 || include.some(pattern => pattern.matches(address)) ? undefined : notIncluded
  }
}

const excluded = 'address excluded'
const notIncluded = 'address not included'

/** The first reason, if there is one, and the result as the filters left it. */
export function filtered(filters: readonly PageFilter[], item: Pick<Item, 'facts'>, given: Result): {readonly reason: string; readonly result: Result} | {readonly result: Result} {
  let result = given
  for (const filter of filters) {
    const answer = filter(item, result)
    if (answer === undefined) continue
    if ('reason' in answer) return {reason: answer.reason, result}
    result = answer.result
  }
  return {result}
}

/** What the library refused to write. */
const refused: PageFilter = (_item, {problems, quality}) => {
  for (const {code} of problems) {
    if (code === 'opted-out') return {reason: 'opt-out'}
    if (code === 'low-quality') return {reason: quality.verdict === null || verdictsWithText.has(quality.verdict) ? 'quality' : `verdict ${quality.verdict}`}
  }
  return undefined
}

/** Has the library written nothing of it, because its options say so? */
export function isRefused({problems}: Result): boolean {
  return problems.some(({code}) => code === 'opted-out' || code === 'low-quality')
}

const verdictsWithText: ReadonlySet<string> = new Set(['ok', 'thin', 'listing'])

function addressOf({facts}: Pick<Item, 'facts'>, {metadata}: Result): string | undefined {
  const address = metadata.url ?? facts.url
  return address !== undefined && URL.canParse(address) ? address : undefined
}

function excluding(exclude: readonly AddressPattern[]): PageFilter {
  return (item, result) => {
    const address = addressOf(item, result)
    return exclude.some(pattern => pattern.matches(address)) ? {reason: excluded} : undefined
  }
}

function including(include: readonly AddressPattern[]): PageFilter {
  return (item, result) => {
    const address = addressOf(item, result)
    if (include.some(pattern => pattern.matches(address))) return undefined
    return {reason: address === undefined ? 'address unknown' : notIncluded}
  }
}

/** A fragment, which nobody judges, has none and is taken. */
function byVerdict(wanted: ReadonlySet<string>): PageFilter {
  return (_item, {quality}) => quality.verdict === null || wanted.has(quality.verdict) ? undefined : {reason: `verdict ${quality.verdict}`}
}

/** The language of the text itself; where that is not to be told, the declared one. `en` takes `en-GB`, not the other way round. */
function byLanguage(wanted: readonly string[]): PageFilter {
  return (_item, {metadata}) => {
    const {detectedLanguage, language: declared} = metadata
    const tags = [detectedLanguage, declared].map(tag => tag?.toLowerCase()).filter(tag => tag !== undefined)
    // A declared en-GB says more than a detected en, unless they disagree.
    const said = tags.length === 2 && primary(tags[0]) === primary(tags[1]) ? tags : tags.slice(0, 1)
    if (said.some(tag => wanted.some(each => tag === each || tag.startsWith(`${each}-`)))) return undefined
    if (said.length === 0 && wanted.includes('unknown')) return undefined
    return {reason: `language ${said.length === 0 ? 'unknown' : primary(said[0])}`}
  }
}

function primary(tag: string): string {
  return tag.split('-')[0]
}

function byWords(least: number): PageFilter {
  return (_item, {markdown}) => wordsIn(markdown) < least ? {reason: 'too few words'} : undefined
}

/** Words of the written text, without front matter and the targets of links. */
export function wordsIn(markdown: string): number {
  const end = markdown.startsWith('---\n') ? markdown.indexOf('\n---\n', 3) : -1
  const body = end < 0 ? markdown : markdown.slice(end + 5)
  return Math.round(countWords(body.replace(/\]\([^()\s]{0,4000}\)|<https?:[^>\s]{0,4000}>/gu, '] ')))
}

const masking: PageFilter = (_item, given) => {
  const {result, counts} = maskResult(given)
  const metadata: Metadata & {readonly pii: PiiCounts} = {...result.metadata, pii: counts}
  return {result: {...result, metadata}}
}

function listOf(values: readonly string[] = []): readonly string[] {
  return values.flatMap(value => value.split(',')).map(value => value.trim()).filter(value => value !== '')
}

function language(tag: string): string {
  if (tag === 'unknown' || /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/iu.test(tag)) return tag.toLowerCase()
  throw new Failure(exit.usage, `--language: "${printable(tag)}" is not allowed; allowed: language tags (en, pt-BR, zh), or unknown`)
}

function verdict(name: string): string {
  if ((verdicts as readonly string[]).includes(name)) return name
  throw new Failure(exit.usage, `--verdict: "${printable(name)}" is not allowed; allowed: ${verdicts.join(', ')}`)
}

/** Not split at commas: addresses have them. */
function patterns(name: string, values: readonly string[] = []): readonly AddressPattern[] {
  return values.map(value => {
    try {
      return addressPattern(value)
    } catch (error) {
      throw new Failure(exit.usage, `--${name}: ${printable((error as Error).message)}`, error)
    }
  })
}
