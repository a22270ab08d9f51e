/** From bytes or a string to a page: decoded, repaired, sniffed, driven. */
import type {Origin, Page, Repair} from '../page/page.ts'
import type {Settings} from '../options.ts'
import type {Selected} from '../page/pass.ts'
import type {Problem} from '../problem.ts'
import type {UrlSource} from '../result.ts'
import {decode, type EncodingSource} from './decode.ts'
import type {Driven, Driver, Drivers} from './drivers.ts'
import {mayBeDamaged} from './damageSign.ts'
import {foreign} from './foreign.ts'
import {createNormaliser, repairMojibake} from './normalise.ts'
import {absolute, locate} from './locate.ts'
import {lostBefore} from './lost.ts'
import type {Selectors} from './select.ts'
import {sniff} from './sniff.ts'

/** What is known of one input besides its bytes. */
export interface Facts {
  readonly url?: string | undefined
  readonly contentType?: string | undefined
  /** Response headers, names in any case. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** HTTP status. */
  readonly status?: number | undefined
  readonly from?: Origin | undefined
  readonly fragment?: boolean | undefined
}

/** A decoded input and the driver it wants. */
export interface Opened {
  readonly source: string
  readonly origin: Origin
  /** Why this driver reads it: `option`, or what the sniffer saw. */
  readonly why: string
  readonly url: string | undefined
  readonly problems: Problem[]
  readonly repairs: readonly Repair[]
  readonly arrival: Arrival
}

/** How the input came: what its bytes were read as, and what was sent with them. */
export interface Arrival {
  readonly encoding?: {readonly name: string; readonly source: EncodingSource} | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly status?: number | undefined
}

export interface Read {
  readonly page: Page
  readonly problems: Problem[]
  /** Which driver read it, and why. */
  readonly sniffed: string
  readonly urlSource: UrlSource | null
  /** The YAML or TOML block a Markdown file begins with, as it is, with its fences. */
  readonly frontMatter?: string | undefined
  /** What the caller's selectors matched. */
  readonly selected: readonly Selected[]
  readonly arrival?: Arrival | undefined
}

/** Bytes or string to text, and the choice of a driver. */
export function open(input: string | Uint8Array, facts: Facts, settings: Settings): Opened {
  const problems: Problem[] = []
  const headers = facts.headers ?? settings.headers
  const {text: decoded, encoding, isSound} = toText(input, facts.contentType ?? settings.contentType ?? headerOf(headers, 'content-type'), {settings, problems})
  // Half a surrogate pair cannot be written as UTF-8; strings from crawlers have some, decoded bytes have none.
  const {source, repairs} = isSound ? {source: decoded, repairs: []} : repaired(typeof input === 'string' ? decoded.toWellFormed() : decoded, {settings, problems})
  const given = facts.from ?? settings.from
  const {origin, why} = given === undefined ? sniff(source) : {origin: given, why: 'option'}
  return {source, origin, why, url: facts.url ?? settings.url, problems, repairs, arrival: {encoding, headers, status: facts.status ?? settings.status}}
}

/**
 * Text to page.
 *
 * @throws {TypeError} if the driver was not loaded: the cleaner was prepared for another kind of input.
 */
export function drive({source, origin, why, url: given, problems, repairs, arrival}: Opened, {settings, drivers}: {settings: Settings; drivers: Drivers}): Read {
  const driver = driverOf(origin, drivers)
  const sites = origin === 'html' ? drivers.sites : undefined
  const ruled = (url: string | undefined): Driver | undefined => selecting(sites?.of(url))
  const known = sites === undefined || given === undefined ? undefined : absolute(given)
  const early = known === undefined ? undefined : ruled(known)
  let driven = driveOnce(early ?? driver, source, settings)
  const {url, urlSource} = locate(driven.page, given, problems)
  // Which rules hold is known only where the address is: a page that tells it itself is read again.
  const late = known === undefined ? ruled(url) : undefined
  if (late !== undefined) driven = driveOnce(late, source, settings)
  const {page, frontMatter, selected = [], problem} = driven
  if (problem !== undefined) problems.push(problem)
  const located = {...page, repairs: [...repairs, ...driven.repairs], ...(url === undefined ? {} : {url})}
  return {page: located, problems, sniffed: `${origin}: ${why}`, urlSource, frontMatter, selected, arrival}
}

function selecting(selectors: Selectors | undefined): Driver | undefined {
  return selectors && ((source, options) => selectors.readHtml(source, options))
}

function driveOnce(driver: Driver, source: string, settings: Settings): Driven & {readonly repairs: readonly Repair[]} {
  const normaliser = settings.normalise ? createNormaliser() : undefined
  const options = {exact: settings.fragment, normalise: normaliser?.piece, maxBlocks: settings.limits.blocks, maxDepth: settings.limits.depth}
  const driven = driver(source, options)
  return {...driven, repairs: normaliser?.repairs() ?? []}
}

interface Opening { readonly settings: Settings; readonly problems: Problem[] }

interface Received {
  readonly text: string
  readonly encoding?: Arrival['encoding']
  /** There is nothing in it to be repaired before it is read. */
  readonly isSound: boolean
}

function toText(input: string | Uint8Array, contentType: string | undefined, {settings, problems}: Opening): Received {
  const known = foreign(input)
  if (known !== undefined) {
    problems.push({code: 'not-text', message: `the input is ${known.what}, which boildown does not read as a page; ${known.wayOut}`})
    return {text: '', isSound: true}
  }
  const {bytes: limit} = settings.limits
  const isWhole = input.length <= limit
  if (!isWhole) problems.push({code: 'truncated-bytes', message: `only the first ${limit} bytes were read; raise limits.bytes to read more`})
  if (typeof input === 'string') return readString(isWhole ? input : input.slice(0, limit), problems)
  const {text, encoding, source, damaged} = decode(isWhole ? input : input.subarray(0, limit), contentType)
  if (damaged > 0) problems.push({code: 'decode-damage', message: `${damaged} characters could not be decoded as ${encoding}`, count: damaged})
  return {text, encoding: {name: encoding, source}, isSound: !mayBeDamaged(text)}
}

/** What somebody else decoded may have lost characters before it came here. */
function readString(text: string, problems: Problem[]): Received {
  const isSound = !mayBeDamaged(text)
  const lost = isSound ? undefined : lostBefore([text])
  if (lost !== undefined) problems.push(lost)
  return {text, isSound}
}

/** Without mojibake, where repairs are wanted; it is reported in any case. */
function repaired(decoded: string, {settings, problems}: Opening): {readonly source: string; readonly repairs: readonly Repair[]} {
  const {text, repairs} = repairMojibake(decoded)
  const count = repairs[0]?.count ?? 0
  if (count > 0) problems.push({code: 'mojibake', message: `${count} characters were decoded as the wrong encoding before the text came here; ${settings.normalise ? 'they are repaired' : 'they are left as they came'}`, count})
  return settings.normalise ? {source: text, repairs} : {source: decoded, repairs: []}
}

/** Value of a header, whatever the case of its name. */
function headerOf(headers: Facts['headers'], name: string): string | undefined {
  return headers && Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]
}

function driverOf(origin: Origin, drivers: Drivers): Driver {
  const driver = drivers[origin]
  if (driver === undefined) throw new TypeError(`from: '${origin}' is not what this cleaner was prepared for; leave the option from out to read every kind`)
  return driver
}
