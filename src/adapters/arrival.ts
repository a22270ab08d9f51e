/** What responses say of a page: Node's, a browser's and fetch's say it in three ways. */
import type {Facts} from '../rows/item.ts'

/** Address, status and headers of a response; nothing of one that is not there. */
export function arrivalOf(response: object | null | undefined): Pick<Facts, 'url' | 'status' | 'headers' | 'contentType'> {
  if (response === null || response === undefined) return {}
  const {url, status, statusCode, headers} = response as Readonly<Record<string, unknown>>
  const code = statusCode ?? called(response, status)
  const named = headersOf(called(response, headers))
  const contentType = named['content-type']
  return {
    // Node's incoming messages have the path there.
    ...(typeof url === 'string' && /^https?:/u.test(url) && {url}),
    ...(typeof code === 'number' && Number.isSafeInteger(code) && code > 0 && {status: code}),
    ...(Object.keys(named).length > 0 && {headers: named}),
    ...(contentType !== undefined && {contentType}),
  }
}

/** Browsers tell by methods. */
function called(response: object, value: unknown): unknown {
  return typeof value === 'function' ? (value as () => unknown).call(response) : value
}

/** By names in lower case; of what is no header nothing is left. */
function headersOf(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return {}
  const entries: [string, unknown][] = typeof (value as Partial<Headers>).forEach === 'function'
    ? entriesOf(value as Headers)
    : Object.entries(value)
  return Object.fromEntries(entries.flatMap(([name, value]): [string, string][] => {
    if (typeof value === 'string') return [[name.toLowerCase(), value]]
    return Array.isArray(value) && value.every(each => typeof each === 'string') ? [[name.toLowerCase(), value.join(', ')]] : []
  }))
}

function entriesOf(headers: Headers): [string, unknown][] {
  const entries: [string, unknown][] = []
  headers.forEach((value, name) => entries.push([name, value]))
  return entries
}
