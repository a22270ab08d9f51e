import {decodeHTML} from 'entities'

const reference = /&(?:#([0-9]+);?|#[xX]([0-9a-fA-F]+);?|[^\t\n\f <&#;]{1,32};?)/gu

/**
 * Character references of a text undone as Python's `html.unescape` does it: named ones as HTML has them
 * (the old ones also without semicolon), numbers of control characters and non-characters to nothing.
 * @param {string} text
 */
export function unescaped(text) {
  if (!text.includes('&')) return text
  return text.replace(reference, (whole, decimal, hex) => {
    if (decimal !== undefined) return character(Number.parseInt(decimal, 10), whole)
    if (hex !== undefined) return character(Number.parseInt(hex, 16), whole)
    return decodeHTML(whole)
  })
}

/** @param {number} code @param {string} whole */
function character(code, whole) {
  if (code === 0 || (code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) return '\ufffd'
  if (code === 0x0d) return '\r'
  if (code >= 0x80 && code <= 0x9f) return decodeHTML(whole.endsWith(';') ? whole : `${whole};`)
  if (code < 0x20 ? !(code === 9 || code === 10 || code === 12) : code === 0x7f || code === 0x0b) return ''
  if ((code & 0xfffe) === 0xfffe || (code >= 0xfdd0 && code <= 0xfdef)) return ''
  return String.fromCodePoint(code)
}
