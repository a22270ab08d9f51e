/** Which encoding a page says it is in. */
import {asLatin1} from './singleByte.ts'

/** Bytes that are searched where no end of the head is seen. */
const searched = 65_536

/** Charset of a `Content-Type` header. */
export function headerCharset(contentType: string): string | undefined {
  return /charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{1,60})/iu.exec(contentType)?.[1]
}

/** What a page's bytes declare: the first `<meta>` or the XML declaration that names an encoding. */
export function declaredCharset(bytes: Uint8Array): {readonly label: string; readonly source: 'meta' | 'xml'} | undefined {
  const start = asLatin1(bytes.subarray(0, 200))
  const xml = /^\s{0,100}<\?xml[^>]{1,150}?encoding\s{0,9}=\s{0,9}["']([\w:.-]{1,60})/iu.exec(start)?.[1]
  if (xml !== undefined) return {label: xml, source: 'xml'}
  const label = metaCharset(headText(bytes))
  return label === undefined ? undefined : {label, source: 'meta'}
}

/** The head, however long, and some more where it is short: pages declare late. */
function headText(bytes: Uint8Array): string {
  const near = asLatin1(bytes.subarray(0, searched))
  if (bytes.length <= searched || isHeadEnded(near)) return near
  const whole = asLatin1(bytes)
  const end = /<\/head|<body/iu.exec(whole)
  return end === null ? near : whole.slice(0, end.index)
}

function isHeadEnded(text: string): boolean {
  return /<\/head|<body/iu.test(text)
}

function metaCharset(text: string): string | undefined {
  const tags = /<!--|<meta(?=[\s/])([^>]{0,1000})>/giu
  for (let match = tags.exec(text); match !== null; match = tags.exec(text)) {
    if (match[1] === undefined) {
      const end = text.indexOf('-->', match.index + 2)
      // An unclosed comment: a browser reads none of what follows, but a scraper's cut may have lost the end.
      if (end >= 0) tags.lastIndex = end + 3
      continue
    }
    const label = labelIn(match[1])
    if (label !== undefined) return label
  }
  return undefined
}

function labelIn(attributes: string): string | undefined {
  const direct = /(?:^|[\s"'/])charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{1,60})/iu.exec(attributes)?.[1]
  if (direct !== undefined) return direct
  if (!/http-equiv\s{0,9}=\s{0,9}["']?\s{0,9}content-type/iu.test(attributes)) return undefined
  return headerCharset(attributes)
}
