/**
 * A table that the Markdown writer put into Markdown as HTML, read again sign by sign: only these elements and
 * attributes are written, every one spelled here; all else is text.
 */
import {decodeHTML} from 'entities/decode'
import type {Addresses} from '../markdown/address.ts'

const names: ReadonlySet<string> = new Set(
  'table tr td th p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code strong em del ins sub sup kbd mark q small a br hr img'.split(' '))
const empty: ReadonlySet<string> = new Set(['br', 'hr', 'img'])
const tag = /<(\/?)([a-z][a-z0-9]{0,9})((?: [a-z]{1,9}="[^"<>]{0,9000}"){0,4})>/gu
const attribute = / ([a-z]{1,9})="([^"<>]{0,9000})"/gu
/** Elements open at once at most; the writer nests far fewer. */
const maxOpen = 200

interface Spelling { readonly addresses: Pick<Addresses, 'write'>; readonly escaped: (text: string) => string }

/** @returns undefined if it is no such table */
export function tableMarkup(value: string, {addresses, escaped}: Spelling): string | undefined {
  if (!value.startsWith('<table>')) return undefined
  const open: string[] = []
  let out = ''
  let done = 0
  for (const {0: whole, 1: slash, 2: name, 3: attributes, index} of value.matchAll(tag)) {
    const isKnown = names.has(name) && open.length < maxOpen
    out += escaped(decodeHTML(value.slice(done, isKnown ? index : index + whole.length)))
    done = index + whole.length
    if (!isKnown) continue
    if (slash === '') {
      out += `<${name}${spelled(name, attributes, {addresses, escaped})}>`
      if (!empty.has(name)) open.push(name)
    } else if (open[open.length - 1] === name) {
      open.pop()
      out += `</${name}>`
    }
  }
  out += escaped(decodeHTML(value.slice(done)))
  return `${out}${open.reverse().map(name => `</${name}>`).join('')}\n`
}

function spelled(name: string, attributes: string, {addresses, escaped}: Spelling): string {
  let out = ''
  for (const [, key, raw] of attributes.matchAll(attribute)) {
    const value = decodeHTML(raw)
    const isCell = name === 'td' || name === 'th'
    if ((isCell && (key === 'colspan' || key === 'rowspan')) || (name === 'ol' && key === 'start')) out += /^\d{1,9}$/u.test(value) ? ` ${key}="${value}"` : ''
    else if (isCell && key === 'align') out += /^(?:left|right|center)$/u.test(value) ? ` align="${value}"` : ''
    else if (name === 'img' && key === 'alt') out += ` alt="${escaped(value)}"`
    else if ((name === 'a' && key === 'href') || (name === 'img' && key === 'src')) {
      const address = addresses.write(value)
      if (address !== undefined && !(name === 'img' && /^(?:mailto|tel):/iu.test(address))) out += ` ${key}="${escaped(address)}"${name === 'a' ? ' rel="nofollow noopener"' : ''}`
    }
  }
  return out
}
