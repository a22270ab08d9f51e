/** Names of encodings: what a page or a header calls them, and a decoder for each. */
import {decodeSingleByte, singleByteNames} from './singleByte.ts'

/** Names that Node's decoder does not know although the standard does. */
const ownLabels: ReadonlyMap<string, string> = new Map([
  ...['iso-8859-16', 'iso_8859-16', 'iso8859-16', 'csisolatin10', 'l10', 'latin10'].map((label): [string, string] => [label, 'iso-8859-16']),
  // A page that declares this one means windows-1252. @see https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding
  ['x-user-defined', 'windows-1252'],
])

/** Names that are in no standard and in many pages. */
const popularLabels: ReadonlyMap<string, string> = new Map([
  ['utf8mb4', 'utf-8'], ['utf8mb3', 'utf-8'], ['utf-8-sig', 'utf-8'], ['unicode', 'utf-16le'], ['cp932', 'shift_jis'], ['cp936', 'gb18030'],
  ['cp949', 'euc-kr'], ['uhc', 'euc-kr'], ['ms949', 'euc-kr'], ['cp950', 'big5'], ['eucjp', 'euc-jp'], ['euckr', 'euc-kr'], ['sjis', 'shift_jis'],
  ['win-1251', 'windows-1251'], ['windows1251', 'windows-1251'], ['windows1252', 'windows-1252'], ['windows-1252http-equivcontent-type', 'windows-1252'],
  ['iso-8859-8-e', 'iso-8859-8'], ['iso-latin-1', 'windows-1252'], ['iso8859-15', 'iso-8859-15'], ['latin-1', 'windows-1252'], ['latin2', 'iso-8859-2'],
])

/** Name of the encoding in the WHATWG standard, undefined if nobody knows the label. */
export function encodingOf(label: string): string | undefined {
  const name = label.trim().toLowerCase()
  if (name === '' || name.length > 60) return undefined
  const own = ownLabels.get(name) ?? popularLabels.get(name)
  if (own !== undefined) return own
  try {
    const {encoding} = new TextDecoder(name)
    // The standard reads gbk with the decoder of gb18030, which knows more; engines differ.
    return encoding === 'gbk' ? 'gb18030' : encoding
  } catch {
    return undefined
  }
}

/** @param encoding a name that `encodingOf` gave. Never throws; U+FFFD stands for what cannot be decoded. */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  return singleByteNames.has(encoding) ? decodeSingleByte(bytes, encoding) : new TextDecoder(encoding).decode(bytes)
}
