/** Bytes to text: which encoding they are in, and what was lost. */

export interface Decoded {
  readonly text: string
  /** WHATWG name of the encoding. */
  readonly encoding: string
  /** Characters that stand for bytes which could not be decoded. */
  readonly damaged: number
}

/** How far into a page its own declaration of an encoding is looked for. */
const declarationBytes = 4096

/** Never throws: what cannot be decoded becomes U+FFFD, and is counted. */
export function decode(bytes: Uint8Array, contentType?: string): Decoded {
  const marked = byteOrderMark(bytes)
  if (marked !== undefined) return decodeAs(bytes, marked)
  try {
    return {text: new TextDecoder('utf-8', {fatal: true}).decode(bytes), encoding: 'utf-8', damaged: 0}
  } catch {
    // Not UTF-8: whoever declared an encoding is believed now.
  }
  const declared = charsetIn(contentType ?? '') ?? charsetIn(latin1(bytes.subarray(0, declarationBytes)))
  return decodeAs(bytes, declared ?? 'windows-1252')
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
}

function charsetIn(text: string): string | undefined {
  return /charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{1,40})/iu.exec(text)?.[1] ?? /<\?xml[^>]{1,200}?encoding\s{0,9}=\s{0,9}["']([\w:.-]{1,40})/iu.exec(text)?.[1]
}

function decodeAs(bytes: Uint8Array, label: string): Decoded {
  let decoder: TextDecoder
  try {
    decoder = new TextDecoder(label)
  } catch {
    return decodeAs(bytes, 'windows-1252')
  }
  const {encoding} = decoder
  // Node 20 reads 0x80–0x9F of windows-1252 as control characters.
  const text = encoding === 'windows-1252' ? windows1252(bytes) : decoder.decode(bytes)
  return {text, encoding, damaged: encoding === 'windows-1252' ? 0 : count(text, '\ufffd')}
}

/** 0x80–0x9F. @see https://encoding.spec.whatwg.org/index-windows-1252.txt */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function windows1252(bytes: Uint8Array): string {
  return latin1(bytes).replace(/[\u0080-\u009f]/gu, sign => upper[sign.charCodeAt(0) - 0x80])
}

function latin1(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 8192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  return parts.join('')
}

function count(text: string, sign: string): number {
  let found = 0
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) found++
  return found
}
