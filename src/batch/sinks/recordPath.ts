/** Where the page of a record goes in a Markdown tree: `host/aa/slug-hash.md`. */
import type {Place} from '../entry.ts'
import {cutToBytes, safeName, shortHash} from './safeName.ts'

/** Bytes of the readable part of a name. Chosen: enough to recognise a page. */
const slugBytes = 60

/**
 * A function of the record alone, so that processes need not agree on names: the hash is of the place it stands at and
 * of its address. Folders named by its first two digits hold a 256th of a host each.
 */
export function recordPath(url: string | null | undefined, {file, offset, record}: Place, ending: string): string {
  const address = parsed(url)
  const hash = shortHash(`${file}\0${offset}\0${record}\0${url ?? ''}`)
  const host = address === undefined ? 'no-address' : safeName(address.host.toLowerCase())
  const slug = slugOf(address)
  return `${host}/${hash.slice(0, 2)}/${slug === '' ? '' : `${slug}-`}${hash}${ending}`
}

function parsed(url: string | null | undefined): URL | undefined {
  try {
    const address = new URL((url ?? '').slice(0, 8000))
    return address.hostname === '' ? undefined : address
  } catch {
    return undefined
  }
}

/** The last part of the path that says something, in letters, digits and hyphens. */
function slugOf(address: URL | undefined): string {
  const parts = (address?.pathname ?? '').split('/').filter(part => part !== '')
  const last = parts.findLast(part => !/^(?:index|default)\.\w{1,5}$/iu.test(part)) ?? ''
  const words = decoded(last).normalize('NFC').toLowerCase().replace(/\.(?:html?|php|aspx?|jsp|cgi|txt|md)$/u, '').replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
  return cutToBytes(words, slugBytes).replace(/^-+|-+$/gu, '')
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
