/** Input that is no text: told by its first bytes and named, or by the control characters in it. */

export interface Foreign {
  readonly what: string
  readonly wayOut: string
}

interface Signature extends Foreign { readonly starts: RegExp }

/** The first bytes, one character each; U+FFFD where a string was made of them. No text begins like these. */
// oxlint-disable no-control-regex
const signatures: readonly Signature[] = [
  {starts: /^%PDF-\d/u, what: 'a PDF file', wayOut: 'convert it first with pdftotext'},
  {starts: /^PK\u0003\u0004/u, what: 'a ZIP archive or Office file', wayOut: 'unpack or convert it first (a WACZ is read with --from wacz)'},
  {starts: /^\u00d0\u00cf\u0011\u00e0/u, what: 'an Office file', wayOut: 'convert it first with pandoc or libreoffice'},
  {starts: /^PAR1[\u0000-\u001f]/u, what: 'a Parquet file', wayOut: 'say so with --from parquet'},
  {starts: /^\u001f[\u008b\ufffd]\u0008/u, what: 'compressed', wayOut: 'unpack it first with gunzip'},
  {starts: /^\(\u00b5\/\u00fd/u, what: 'compressed', wayOut: 'unpack it first with unzstd'},
  {starts: /^BZh[1-9]1AY&SY/u, what: 'compressed', wayOut: 'unpack it first with bunzip2'},
  {starts: /^\u00fd7zXZ\u0000/u, what: 'compressed', wayOut: 'unpack it first with unxz'},
  {starts: /^7z\u00bc\u00af/u, what: 'an archive', wayOut: 'unpack it first with 7z'},
  {starts: /^SQLite format 3/u, what: 'a database', wayOut: 'export the pages as NDJSON first'},
  {starts: /^(?:[\u0089\ufffd]PNG|\u00ff\u00d8\u00ff|GIF8[79]a)/u, what: 'an image', wayOut: 'name the page that shows it'},
]
// oxlint-enable no-control-regex

/** What the input is, if it is no text; bytes, or a string that somebody made of them. */
export function foreign(input: string | Uint8Array): Foreign | undefined {
  const start = typeof input === 'string' ? input.slice(0, 16) : String.fromCharCode(...input.subarray(0, 16))
  return signatures.find(({starts}) => starts.test(start)) ?? (isBinary(input) ? unknown : undefined)
}

const unknown: Foreign = {what: 'no text', wayOut: 'HTML, Markdown, text, and the archives that --help names are read'}

/** Units looked at, and how many of them may be control characters: text has none, a damaged page a few, other files one in ten. Chosen. */
const looked = 4096
const controlShare = 0.02
const fewControls = 8

/** Programs, images, compressed and random bytes. Not UTF-16, in which every other byte of markup is NUL. */
function isBinary(input: string | Uint8Array): boolean {
  const length = Math.min(input.length, looked)
  const zeros = [0, 0]
  let controls = 0
  for (let i = 0; i < length; i++) {
    const unit = typeof input === 'string' ? input.charCodeAt(i) : input[i]
    if (unit === 0) zeros[i & 1]++
    // Tab, line ends, form feed and escape, which shifts between character sets, stand in texts.
    else if (unit < 0x09 || (unit > 0x0d && unit < 0x20 && unit !== 0x1b)) controls++
  }
  const [fewer, more] = zeros[0] < zeros[1] ? zeros : [zeros[1], zeros[0]]
  const isWide = typeof input !== 'string' && ((input[0] === 0xff && input[1] === 0xfe) || (input[0] === 0xfe && input[1] === 0xff) || (more > length / 8 && fewer * 16 <= more))
  if (isWide) return false
  return (fewer * 16 > more && fewer + more > length / 64 && fewer + more > fewControls) || (controls > fewControls && controls > length * controlShare)
}
