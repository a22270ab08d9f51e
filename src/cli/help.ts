/** What `--help` prints. It teaches by examples first; a test runs their command lines. */
import {filterTable} from '../batch/filters/options.ts'
import {sourceTable} from '../batch/sources/flags.ts'
import {commands} from './commands.ts'
import type {Command, CommandName} from './commands.ts'
import {commandFlags, jobFlags, optionFlags, ownFlags} from './flags.ts'
import type {Flag} from './flags.ts'

export const examples: readonly {readonly line: string; readonly about: string}[] = [
  {line: 'boildown page.html', about: 'one page, its Markdown on stdout'},
  {line: 'curl -sL https://example.org/a | boildown --url https://example.org/a', about: 'from a pipe; the address makes links absolute'},
  {line: 'boildown page.html notes.txt -o all.md', about: 'several pages into one file'},
  {line: 'boildown pages/ -o clean/', about: 'a folder: the same tree, a .md file a page'},
  {line: "boildown 'pages/**/*.html' -t ndjson > rows.ndjson", about: 'a row a page, with title and metadata'},
  {line: 'boildown crawl.ndjson > clean.ndjson', about: 'records in, records out; columns pass through'},
  {line: 'boildown crawl.warc.gz > clean.ndjson', about: 'an archive in, a row a page out; also WET, WACZ, Parquet'},
  {line: 'boildown crawl.warc.gz -o clean/', about: 'a corpus as a job: the same line again goes on where it stopped'},
  {line: 'boildown page.html -t json', about: 'Markdown, metadata and problems of one page'},
  {line: 'boildown explain page.html', about: 'why each block was kept or dropped'},
  {line: 'boildown explain page.html -o why.html', about: 'the same as a page for the browser: blocks beside Markdown, with search'},
  {line: 'boildown page.html --fragment', about: 'way out if content is missing: judge nothing, write all'},
  {line: "boildown page.html --select article --remove '.share, .newsletter'", about: 'say yourself what the content is'},
]

const exitCodes = `Exit codes: 0 done, 1 no page gave output, 2 wrong command line, 65 data not as declared or too
many errors, 66 input missing or unreadable, 70 a bug of boildown, 73 output exists, is in use, was made with
other options or cannot be written, 75 Redis or a port is not to be had, 130 and 143 stopped (a job goes
on when run again).
Of several inputs all are tried, and the most severe code is returned.`

const records = `Records (-f ndjson; files .ndjson .jsonl .jl, also .gz and .zst; .parquet): {"id", "url", "html" | "text" | "markdown" | "body",
"content_type", "fragment", ...} a line; body is sniffed. A bad line becomes a row with "ok": false.`

export function helpText(): string {
  return [
    'boildown: boils a scraped page down to clean Markdown.',
    '',
    'boildown [INPUT...] [flags]           clean files, folders, globs; - or nothing reads stdin',
    ...Object.values<Command>(commands).map(({usage, about}) => `${usage.padEnd(37)} ${about}`),
    '',
    'Examples',
    ...examples.flatMap(({line, about}) => [`  # ${about}`, `  ${line}`]),
    '',
    'Flags',
    ...commandFlags.map(flagLine),
    '',
    'Jobs (-o DIR/): a corpus in, a clean corpus out; the same line again goes on where it stopped',
    ...jobFlags.filter(({job}) => !isFilter(job) && !isOfSources(job)).map(flagLine),
    '',
    'Records and archives, in streams and in jobs',
    ...jobFlags.filter(({job}) => isOfSources(job)).map(flagLine),
    '',
    'What is taken, and rules of your own, in streams and in jobs',
    ...jobFlags.filter(({job}) => isFilter(job)).map(flagLine),
    '',
    'Commands: boildown NAME --help says more',
    ...ownFlags.map(flagLine),
    '',
    'What is read and how it is written (the library has the same options)',
    ...optionFlags.map(flagLine),
    '',
    'A yes-or-no flag is switched off by --no-NAME. A file named like a command is written ./serve.',
    '',
    records,
    '',
    exitCodes,
    '',
  ].join('\n')
}

/** `boildown NAME --help`: the command alone. */
export function commandHelp(name: CommandName): string {
  const {usage, about, examples, more = []}: Command = commands[name]
  const own = ownFlags.filter(({of = []}) => of.includes(name))
  return [
    `${usage}: ${about}`,
    '',
    'Examples',
    ...examples.flatMap(({line, about}) => [`  # ${about}`, `  ${line}`]),
    '',
    ...(more.length > 0 ? [...more, ''] : []),
    ...(own.length > 0 ? ['Flags of its own (boildown --help has all others)', ...own.map(flagLine)] : ['Flags: boildown --help has them']),
    '',
  ].join('\n')
}

function isOfSources(job: string | undefined): boolean {
  return job !== undefined && Object.hasOwn(sourceTable, job)
}

function isFilter(job: string | undefined): boolean {
  return job !== undefined && Object.hasOwn(filterTable, job)
}

function flagLine(flag: Flag): string {
  const {name, short, row} = flag
  const on = row.type === 'boolean' && row.initial === true
  const spelling = `${short ? `-${short}, ` : '    '}--${on ? 'no-' : ''}${name}${value(flag)}`
  const initial = row.type !== 'boolean' && row.initial !== undefined && !Array.isArray(row.initial) ? ` (${String(row.initial)})` : ''
  const about = on ? `do not ${row.about}` : row.about
  return spelling.length > 32 ? `  ${spelling}\n${' '.repeat(36)}${about}${initial}` : `  ${spelling.padEnd(33)} ${about}${initial}`
}

function value({name, row, value: shown}: Flag): string {
  if (shown !== undefined) return ` ${shown}`
  switch (row.type) {
    case 'boolean': return ''
    case 'choice': return ` ${row.choices.join('|')}`
    case 'count': return ' N'
    case 'share': return ' SHARE'
    case 'strings': return ' SELECTOR'
    default: return name === 'output' ? ' PATH' : name === 'url' ? ' URL' : ' TEXT'
  }
}
