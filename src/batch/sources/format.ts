/** What a file is, by its name: the formats that are read, and those that are refused with the way out. */

/** How a file holds its pages: as the one page it is, or as records. */
export type Container = 'page' | 'ndjson' | 'json' | 'warc' | 'wacz' | 'parquet'

const byEnding: Readonly<Record<string, Container>> = {
  '.html': 'page', '.htm': 'page', '.xhtml': 'page', '.txt': 'page', '.md': 'page', '.markdown': 'page',
  '.ndjson': 'ndjson', '.jsonl': 'ndjson', '.jl': 'ndjson',
  '.warc': 'warc', '.wet': 'warc',
  '.wacz': 'wacz', '.parquet': 'parquet',
}
const compressed: ReadonlySet<string> = new Set(['.gz', '.zst'])

/** Folders are searched for these. */
export const searched: readonly string[] = Object.keys(byEnding)

/** Endings that are refused, and the way out. */
const refused: readonly {readonly what: string; readonly endings: readonly string[]; readonly wayOut: string}[] = [
  {what: 'a web archive', endings: ['.mhtml', '.mht', '.webarchive'], wayOut: 'save the page as HTML instead'},
  {what: 'a PDF file', endings: ['.pdf'], wayOut: 'convert it first: pdftotext FILE - | boildown'},
  {
    what: 'an Office file', endings: ['.doc', '.docx', '.odt', '.rtf', '.xls', '.xlsx', '.ods', '.ppt', '.pptx', '.odp', '.epub'],
    wayOut: 'convert it first: pandoc FILE -t html | boildown',
  },
  {what: 'a WAT file (metadata of pages, none of their text)', endings: ['.wat'], wayOut: 'take the .warc.gz or .wet.gz beside it'},
  {what: 'an index of an archive', endings: ['.cdx', '.cdxj'], wayOut: 'name the .warc.gz it points to'},
  {what: 'an archive', endings: ['.zip', '.tar', '.tgz', '.7z', '.rar'], wayOut: 'unpack it first'},
  {what: 'compressed', endings: ['.xz', '.bz2', '.lz4', '.br'], wayOut: 'unpack it first'},
  {what: 'a table', endings: ['.csv', '.tsv', '.arrow', '.feather', '.orc', '.avro'], wayOut: 'convert it to NDJSON or Parquet first'},
  {what: 'a database', endings: ['.sqlite', '.db', '.duckdb'], wayOut: 'export the pages as NDJSON first'},
  {what: 'an image', endings: ['.png', '.jpg', '.jpeg', '.gif', '.webp', '.avif', '.ico', '.svg'], wayOut: 'name the page that shows it'},
]

/** What `--from` may say. */
export const froms = ['html', 'markdown', 'text', 'ndjson', 'warc', 'wet', 'wacz', 'parquet'] as const
export type From = (typeof froms)[number]

/** The container that `--from` declares every input to be. */
export function declaredContainer(from: From): Container {
  return from === 'wet' ? 'warc' : from === 'html' || from === 'markdown' || from === 'text' ? 'page' : from
}

/**
 * Container of a file by its endings, the one of the compression left out (`a.warc.gz` is WARC).
 *
 * `.json` is many things: records if it is compressed (C4), else one item or an array of them (Crawlee).
 */
export function containerOf(file: string): Container | undefined {
  const [last, inner] = endings(file)
  if (last === '.json') return 'json'
  if (!compressed.has(last)) return byEnding[last]
  return inner === '.json' ? 'ndjson' : byEnding[inner ?? '']
}

/** The message for a file that is refused by its name; undefined for all others. */
export function refusal(file: string): string | undefined {
  const own = endings(file)
  const ending = compressed.has(own[0]) ? own[1] ?? '' : own[0]
  const row = refused.find(({endings}) => endings.includes(ending))
  return row && `is ${row.what}, which boildown does not read; ${row.wayOut}`
}

/** The last two endings, in lower case, the last one first. */
function endings(file: string): [last: string, inner: string | undefined] {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1).toLowerCase()
  const found = /(\.[a-z0-9]{1,12})?(\.[a-z0-9]{1,12})$/u.exec(name)
  return [found?.[2] ?? '', found?.[1]]
}
