/** Facts of a page as YAML front matter, for the top of a Markdown file. */
import type {Metadata} from '../result.ts'

/** Where a page was read: the file, and the byte of it at which its record begins. */
export interface SourcePlace { readonly file: string; readonly offset: number }
export type WriteFrontMatter = (metadata: Metadata, source?: SourcePlace) => string

/** Loads the YAML writer. */
export async function loadFrontMatter(): Promise<WriteFrontMatter> {
  const {stringify} = await import('yaml')
  // Version 1.1 quotes what older readers would take for a date, a number or a truth value: `yes`, `2024-05-01`, `1:20`.
  return (metadata, source) => {
    const facts = {...fields(metadata), ...(source && {source: {file: plain(source.file), offset: source.offset}})}
    return Object.keys(facts).length === 0 ? '' : `---\n${stringify(facts, {version: '1.1', lineWidth: 0, blockQuote: false, aliasDuplicateObjects: false})}---\n`
  }
}

/** Known facts in a fixed order; what is null or empty is left out. */
function fields(metadata: Metadata): Readonly<Record<string, string | readonly string[] | boolean>> {
  const {title, authors, date, modified, url, canonical, siteName, description, language, section, tags, image, licence, paywalled} = metadata
  const all: readonly (readonly [string, string | readonly string[] | boolean | null | undefined])[] = [
    ['title', title], ['authors', authors], ['date', date], ['modified', modified], ['url', url], ['canonical', canonical === url ? null : canonical], ['site', siteName],
    ['description', description], ['language', language], ['section', section], ['tags', tags], ['image', image], ['licence', licence?.name ?? licence?.url], ['paywalled', paywalled],
  ]
  const out: Record<string, string | readonly string[] | boolean> = {}
  for (const [name, value] of all) {
    if (value === null || value === undefined || value.toString() === '') continue
    out[name] = typeof value === 'string' ? plain(value) : typeof value === 'boolean' ? value : value.map(plain)
  }
  return out
}

/** One line without control characters or lone surrogates: front matter is read line by line by many. */
function plain(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff\s]+/gu, ' ').replace(/[\ud800-\udfff]/gu, '\ufffd').trim()
}
