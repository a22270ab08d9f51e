/**
 * Rules of the user for sites: data only, an address pattern and what holds for the pages it matches.
 *
 * ```json
 * {"*.example.org": {"select": "article", "remove": [".share", ".ad"], "keep": ".note", "title": "h1.headline"}}
 * ```
 */
import {addressPattern, type AddressPattern} from './addressPattern.ts'

export interface SiteRule {
  /** CSS selectors: only what they match is content. */
  readonly select?: string | readonly string[] | undefined
  /** What they match is dropped. Wins over the others. */
  readonly remove?: string | readonly string[] | undefined
  /** What they match is kept, whatever the judge says of it. */
  readonly keep?: string | readonly string[] | undefined
  /** The first match is the title of the page. */
  readonly title?: string | undefined
}
/** By address pattern. All that match a page hold, in this order; of several titles the last. */
export type SiteRules = Readonly<Record<string, SiteRule>>

/** A rule, checked and in one form. */
export interface CheckedRule {
  readonly pattern: AddressPattern
  readonly select: readonly string[]
  readonly remove: readonly string[]
  readonly keep: readonly string[]
  readonly title: readonly string[]
}

const fields = ['select', 'remove', 'keep', 'title'] as const
export type RuleField = (typeof fields)[number]

/** Rules beyond this number are a mistake, or data that is not rules. Chosen. */
const maxRules = 100_000

/**
 * Check rules: own properties only are read, and nothing is copied onto objects by name.
 *
 * @param path - how messages name the rules: `option rules`, or the file they come from.
 * @throws {TypeError} naming the path of what is wrong, and what is allowed.
 */
export function checkSiteRules(given: unknown, path = 'option rules'): readonly CheckedRule[] {
  if (!isRecord(given)) throw new TypeError(`${path}: ${shown(given)} is not allowed; allowed: an object {"address pattern": {select, remove, keep, title}}`)
  const entries = Object.entries(given)
  if (entries.length > maxRules) throw new TypeError(`${path}: ${entries.length} patterns; allowed: at most ${maxRules}`)
  return entries.map(([pattern, rule]) => checkedRule(pattern, rule, path))
}

function checkedRule(text: string, rule: unknown, path: string): CheckedRule {
  const at = `${path}[${JSON.stringify(text.slice(0, 80))}]`
  const pattern = patternOf(text, at)
  if (!isRecord(rule)) throw new TypeError(`${at}: ${shown(rule)} is not allowed; allowed: an object with ${fields.join(', ')}`)
  for (const name of Object.keys(rule)) {
    if (!(fields as readonly string[]).includes(name)) throw new TypeError(`${at}: unknown field ${JSON.stringify(name.slice(0, 80))}; allowed: ${fields.join(', ')}`)
  }
  const own = (name: RuleField): readonly string[] => Object.hasOwn(rule, name) ? selectorsOf(rule[name], `${at}.${name}`, name) : []
  return {pattern, select: own('select'), remove: own('remove'), keep: own('keep'), title: own('title')}
}

function patternOf(text: string, at: string): AddressPattern {
  try {
    return addressPattern(text)
  } catch (error) {
    throw new TypeError(`${at}: ${(error as Error).message}`, {cause: error})
  }
}

function selectorsOf(value: unknown, at: string, name: RuleField): readonly string[] {
  if (value === undefined) return []
  if (typeof value === 'string') return [value]
  if (name !== 'title' && Array.isArray(value) && value.every(item => typeof item === 'string')) return [...value]
  throw new TypeError(`${at}: ${shown(value)} is not allowed; allowed: a CSS selector${name === 'title' ? '' : ', or an array of them'}`)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function shown(value: unknown): string {
  if (typeof value === 'string') return `'${value.slice(0, 80)}'`
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}
