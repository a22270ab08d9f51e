/** Dates as machines write them: ISO 8601 and what is sold as it. */

/** A date to the precision known: `2024-05-01`, `2024-05-01T08:30`, `2024-05-01T08:30:00+02:00`. */
export type Iso = string

/** No page of the web is older. */
const firstYear = 1991

const iso = /^\s{0,20}["']?((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?:(?:[T\s]|\s-\s){1,4}(\d{1,2}):(\d\d)(?::(\d\d))?(?:[.,]\d{1,9})?\s{0,2}(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d(?!\d))?)?/iu
const compact = /^\s{0,20}((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?)?(?!\d)/u
const epoch = /^\s{0,20}(\d{10})(\d{3})?\s{0,20}$/u
const english = /^(?:[a-z]{3,9},?\s)?(?:(\d{1,2})\s([a-z]{3})[a-z]{0,6}|([a-z]{3})[a-z]{0,6}\s(\d{1,2})),?\s((?:19|20)\d\d)(?:,?\s(\d{1,2}):(\d\d)(?::(\d\d))?(?:\s?([ap]m))?(?:\s(?:GMT|UTC)?([+-]\d{4})?)?)?/iu
const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Read a date of markup; undefined if it is none, or cannot be: in the future, before the web. */
export function machineDate(text: string, now = Date.now()): Iso | undefined {
  const found = parsed(text)
  return found !== undefined && isPossible(found, now) ? found : undefined
}

function parsed(text: string): Iso | undefined {
  const match = iso.exec(text) ?? compact.exec(text)
  if (match !== null) {
    const [, year, month, day, hour, minute, second, zone] = match
    return dateOf(Number(year), Number(month), Number(day), timeOf({hour, minute, second, zone}))
  }
  const seconds = epoch.exec(text)?.[1]
  if (seconds !== undefined) return `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19)}Z`
  const words = english.exec(text.slice(0, 80).replace(/\s+/gu, ' ').trim())
  if (words === null) return undefined
  const [, d1, m1, m2, d2, year, h, minute, second, half, offset] = words
  const month = monthNames.indexOf((m1 ?? m2).toLowerCase()) + 1
  const hour = h === undefined ? undefined : String((Number(h) % (half === undefined ? 24 : 12)) + (half?.toLowerCase() === 'pm' ? 12 : 0))
  return dateOf(Number(year), month, Number(d1 ?? d2), timeOf({hour, minute, second, zone: offset ?? (/GMT|UTC/u.test(words[0]) ? 'Z' : undefined)}))
}

/** @param time what `timeOf` gave. */
export function dateOf(year: number, month: number, day: number, time = ''): Iso | undefined {
  if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined
  return `${year}-${two(month)}-${two(day)}${time}`
}

function timeOf({hour, minute, second, zone}: {hour: string | undefined; minute: string | undefined; second: string | undefined; zone: string | undefined}): string {
  // Midnight without a zone is a date somebody filled up.
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59 || (zone === undefined && `${hour}${minute}${second ?? ''}`.replaceAll('0', '') === '')) return ''
  return `T${two(Number(hour))}:${minute ?? '00'}${second === undefined ? '' : `:${second}`}${zoneOf(zone)}`
}

function zoneOf(zone: string | undefined): string {
  if (zone === undefined) return ''
  if (/^[a-z]/iu.test(zone)) return 'Z'
  return zone.includes(':') ? zone : zone.length === 3 ? `${zone}:00` : `${zone.slice(0, 3)}:${zone.slice(3)}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** Not in the future (a day is left for time zones), not before the web, not the first second of the epoch. */
export function isPossible(date: Iso, now = Date.now()): boolean {
  const day = Date.parse(date.slice(0, 10))
  return !Number.isNaN(day) && day <= now + 86_400_000 && Number(date.slice(0, 4)) >= firstYear
}
