/** Bytes to text: which encoding they are in, who says so, and what was lost. */
import {declaredCharset, headerCharset} from './encoding/declared.ts'
import {detect} from './encoding/detect.ts'
import {decodeAs, encodingOf} from './encoding/labels.ts'
import {withoutControls} from './encoding/singleByte.ts'
import {utf16Pattern} from './encoding/utf16.ts'

export type EncodingSource =
  | 'bom'
  /** The bytes are valid UTF-8 and more than ASCII: no declaration knows better. */
  | 'valid-utf-8'
  | 'header' | 'meta' | 'xml'
  /** Not quite valid UTF-8, but nothing else either. */
  | 'near-utf-8'
  /** Every other byte is NUL. */
  | 'nul-pattern'
  /** Judged by the letters it would give. */
  | 'detector'
  | 'default'

export interface Decoded {
  readonly text: string
  /** WHATWG name of the encoding, in lower case. */
  readonly encoding: string
  readonly source: EncodingSource
  /** Characters that stand for bytes which could not be decoded. */
  readonly damaged: number
}

/** Bad sequences among all beyond ASCII with which text is still UTF-8: undeclared, and declared. Measured on damaged pages: 1–4 in thousands. */
const nearShare = 0.05
const declaredShare = 0.3

interface Evidence { readonly bytes: Uint8Array; readonly contentType: string | undefined; readonly utf8: string; readonly damaged: number }

/** Decode a page. Never throws: what cannot be decoded becomes U+FFFD, and is counted. */
export function decode(bytes: Uint8Array, contentType?: string): Decoded {
  const sure = marked(bytes)
  if (sure !== undefined) return sure
  const utf8 = new TextDecoder('utf-8').decode(bytes)
  const damaged = count(utf8, '\ufffd')
  // Shorter in characters than in bytes: there is more than ASCII in it.
  if (damaged === 0 || isValid(bytes)) {
    if (utf8.length < bytes.length) return {text: withoutControls(utf8), encoding: 'utf-8', source: 'valid-utf-8', damaged: 0}
    return ascii({bytes, contentType, utf8, damaged: 0})
  }
  return undeclared({bytes, contentType, utf8, damaged})
}

function marked(bytes: Uint8Array): Decoded | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decoded(bytes, 'utf-8', 'bom')
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le', 'bom')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, 'utf-16be', 'bom')
  const pattern = utf16Pattern(bytes)
  return pattern === undefined ? undefined : decoded(bytes, pattern, 'nul-pattern')
}

/** ASCII means the same in every encoding but one, which shifts by escape sequences. */
function ascii(evidence: Evidence): Decoded {
  const declared = declarations(evidence)[0]
  const isShifting = /\u001b(?:\$[@B]|\([BIJ])/u.test(evidence.utf8)
  if (isShifting && (declared === undefined || declared.encoding === 'iso-2022-jp')) return decoded(evidence.bytes, 'iso-2022-jp', declared?.source ?? 'detector')
  return {text: evidence.utf8, encoding: declared?.encoding ?? 'utf-8', source: declared?.source ?? 'valid-utf-8', damaged: 0}
}

function undeclared(evidence: Evidence): Decoded {
  const {bytes, utf8, damaged} = evidence
  const share = damaged / Math.max(1, beyondAscii(utf8))
  const near: Decoded = {text: withoutControls(utf8), encoding: 'utf-8', source: 'near-utf-8', damaged}
  const believed = declarations(evidence)
  for (const {encoding, source} of believed) {
    if (encoding === 'utf-8') {
      if (share <= declaredShare) return {...near, source}
      continue
    }
    const result = decoded(bytes, encoding, source)
    if (result.damaged <= beyondAscii(result.text) * declaredShare) return result
  }
  if (share < nearShare) return near
  const found = detect(bytes)
  if (found !== undefined) return decoded(bytes, found, 'detector')
  return decoded(bytes, 'windows-1252', 'default')
}

/** Encodings that the header and the page name, in the order they are believed. */
function declarations({bytes, contentType}: Evidence): readonly {readonly encoding: string; readonly source: EncodingSource}[] {
  const out: {encoding: string; source: EncodingSource}[] = []
  const header = encodingOf(headerCharset(contentType ?? '') ?? '')
  if (header !== undefined) out.push({encoding: header, source: 'header'})
  const declared = declaredCharset(bytes)
  const encoding = encodingOf(declared?.label ?? '')
  // A declaration in ASCII cannot be in UTF-16: the standard takes it for UTF-8.
  if (declared !== undefined && encoding !== undefined) out.push({encoding: encoding.startsWith('utf-16') ? 'utf-8' : encoding, source: declared.source})
  return out
}

function decoded(bytes: Uint8Array, encoding: string, source: EncodingSource): Decoded {
  const text = withoutControls(decodeAs(bytes, encoding))
  return {text, encoding, source, damaged: count(text, '\ufffd')}
}

/** U+FFFD may stand in the bytes themselves. */
function isValid(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(bytes)
    return true
  } catch {
    return false
  }
}

function beyondAscii(text: string): number {
  let found = 0
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) found++
  return found
}

function count(text: string, sign: string): number {
  let found = 0
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) found++
  return found
}
