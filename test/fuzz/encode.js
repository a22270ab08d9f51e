/** Pages as bytes: in many encodings, with marks and declarations that tell the truth, or do not. */
import {page, pick} from './generate.js'

/** @typedef {import('./generate.js').Next} Next */

const labels = ['utf-8', 'utf8', 'UTF-16', 'iso-8859-1', 'windows-1252', 'windows-1251', 'koi8-r', 'shift_jis', 'euc-jp', 'iso-2022-jp', 'gbk', 'gb18030', 'big5', 'euc-kr', 'windows-874', 'x-user-defined', 'iso-8859-16', 'macintosh', 'sjis', 'none-such', 'x'.repeat(70), '']
const declarations = [
  () => '', (/** @type {string} */ label) => `<meta charset=${label}>`, (/** @type {string} */ label) => `<meta http-equiv="Content-Type" content="text/html; charset=${label}">`, (/** @type {string} */ label) => `<?xml version="1.0" encoding="${label}"?>`,
  (/** @type {string} */ label) => `<!-- <meta charset=utf-7> --><meta name=a content=b><meta charset='${label}'>`, (/** @type {string} */ label) => `<!-- <meta charset=${label}>`, (/** @type {string} */ label) => `<head>${' '.repeat(70_000)}<meta charset=${label}></head><body>`, (/** @type {string} */ label) => `${' '.repeat(70_000)}<meta charset=${label}>`,
]
/** Beginnings of files that are no pages. */
const beginnings = ['%PDF-1.4\n', 'PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0', 'PAR1\u0015', '\u001f\u008b\u0008', '(\u00b5/\u00fd', 'BZh91AY&SY', '\u00fd7zXZ\u0000', 'GIF89a', '\u0089PNG', '\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0001\u0002\u0003']

/** @param {Next} next @param {import('./mutate.js').Seeds} seeds @returns {string | Uint8Array} */
export function encoded(next, {pages, pieces: {encoded: texts}}) {
  const text = () => next() < 0.5 ? page(next, 1500 + Math.floor(next() * 3000)) : pick(next, pages).slice(0, 4000)
  const declaration = pick(next, declarations)(pick(next, labels))
  switch (Math.floor(next() * 8)) {
    case 0: return wide(declaration + text(), {isBig: next() < 0.5, isMarked: next() < 0.5})
    case 1: return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text())])
    case 2: return damaged(next, Buffer.from(declaration + text()))
    case 3: return mojibake(text())
    case 4: return Buffer.from(pick(next, beginnings) + text(), 'latin1')
    case 5: return Buffer.from(text(), 'latin1')
    default: return shell(next, {declaration, sample: pick(next, texts)})
  }
}

/** UTF-16. @param {string} text @param {{isBig: boolean, isMarked: boolean}} how */
function wide(text, {isBig, isMarked}) {
  const bytes = Buffer.from((isMarked ? '\ufeff' : '') + text, 'utf16le')
  return isBig ? bytes.swap16() : bytes
}

/** Some bytes that are no UTF-8. @param {Next} next @param {Buffer} bytes */
function damaged(next, bytes) {
  for (let i = 0, n = 1 + Math.floor(next() * next() * 60); i < n; i++) bytes[Math.floor(next() * bytes.length)] = 0x80 + Math.floor(next() * 0x80)
  return bytes
}

/** UTF-8 that somebody read as something else, once or twice. @param {string} text */
function mojibake(text) {
  const wrong = new TextDecoder('windows-1252').decode(Buffer.from(`„Grüße“ – naïve café’s … ${text}`))
  return wrong.length % 3 === 0 ? new TextDecoder('windows-1252').decode(Buffer.from(wrong)) : wrong
}

/** Markup in ASCII around text in some encoding. @param {Next} next @param {{declaration: string, sample: Uint8Array}} of */
function shell(next, {declaration, sample}) {
  const open = pick(next, ['<p>', '<p class=content>', '\n\n', '<script>x</script><li>', '<h2>Tea</h2><p>'])
  const parts = Array.from({length: 2 + Math.floor(next() * 8)}, () => [Buffer.from(open), Buffer.from(sample)]).flat()
  return Buffer.concat([Buffer.from(next() < 0.5 ? declaration : ''), ...parts])
}
