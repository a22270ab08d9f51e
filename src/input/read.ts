/** From bytes or a string to a page: decoded, repaired, sniffed, driven. */
import type {Origin, Page, Repair} from '../page/page.ts'
import type {Settings} from '../options.ts'
import type {Selected} from '../page/pass.ts'
import type {Problem} from '../problem.ts'
import type {UrlSource} from '../result.ts'
import {decode} from './decode.ts'
import type {Driver, Drivers} from './drivers.ts'
import {createNormaliser, repairMojibake} from './normalise.ts'
import {locate} from './locate.ts'
import {sniff} from './sniff.ts'

/** What is known of one input besides its bytes. */
export interface Facts {
  readonly url?: string | undefined
  readonly contentType?: string | undefined
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
}

/** Bytes or string to text, and the choice of a driver. */
export function open(input: string | Uint8Array, facts: Facts, settings: Settings): Opened {
  const problems: Problem[] = []
  const decoded = toText(input, facts.contentType ?? settings.contentType, {settings, problems})
  const {text: source, repairs} = settings.normalise ? repairMojibake(decoded) : {text: decoded, repairs: []}
  const given = facts.from ?? settings.from
  const {origin, why} = given === undefined ? sniff(source) : {origin: given, why: 'option'}
  return {source, origin, why, url: facts.url ?? settings.url, problems, repairs}
}

/**
 * Text to page.
 *
 * @throws {TypeError} if the driver was not loaded: the cleaner was prepared for another kind of input.
 */
export function drive({source, origin, why, url: given, problems, repairs}: Opened, {settings, drivers}: {settings: Settings; drivers: Drivers}): Read {
  const normaliser = settings.normalise ? createNormaliser() : undefined
  const options = {exact: settings.fragment, normalise: normaliser?.piece, maxBlocks: settings.limits.blocks, maxDepth: settings.limits.depth}
  const {page, frontMatter, selected = [], problem} = driverOf(origin, drivers)(source, options)
  if (problem !== undefined) problems.push(problem)
  const {url, urlSource} = locate(page, given, problems)
  const located = {...page, repairs: [...repairs, ...(normaliser?.repairs() ?? [])], ...(url === undefined ? {} : {url})}
  return {page: located, problems, sniffed: `${origin}: ${why}`, urlSource, frontMatter, selected}
}

function toText(input: string | Uint8Array, contentType: string | undefined, {settings, problems}: {settings: Settings; problems: Problem[]}): string {
  const {bytes: limit} = settings.limits
  const isWhole = input.length <= limit
  if (!isWhole) problems.push({code: 'truncated-bytes', message: `only the first ${limit} bytes were read; raise limits.bytes to read more`})
  if (typeof input === 'string') return isWhole ? input : input.slice(0, limit)
  const {text, encoding, damaged} = decode(isWhole ? input : input.subarray(0, limit), contentType)
  if (damaged > 0) problems.push({code: 'decode-damage', message: `${damaged} characters could not be decoded as ${encoding}`, count: damaged})
  return text
}

function driverOf(origin: Origin, drivers: Drivers): Driver {
  const driver = drivers[origin]
  if (driver === undefined) throw new TypeError(`from: '${origin}' is not what this cleaner was prepared for; leave the option from out to read every kind`)
  return driver
}
