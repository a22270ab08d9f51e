/**
 * Commands that do something else than clean what is named: a row each. Their help and their flags are made from here;
 * what they do is loaded by `src/cli/main.ts` when they are asked for.
 */
import type {JobRow} from '../batch/optionRow.ts'

export interface Command {
  /** The command line, for `--help`. */
  readonly usage: string
  readonly about: string
  readonly examples: readonly {readonly line: string; readonly about: string}[]
  /** Further lines of its own `--help`. */
  readonly more?: readonly string[]
}

export const commands = {
  explain: {
    usage: 'boildown explain INPUT... [flags]',
    about: 'say why each block was kept or dropped; -o FILE.html for the browser',
    examples: [
      {line: 'boildown explain page.html', about: 'each block with its fate, the rule that decided it, and what was overruled'},
      {line: 'boildown explain page.html -o why.html', about: 'the same for the browser: blocks beside their Markdown, with search'},
      {line: 'boildown explain page.html --url https://example.org/a --rules sites.json', about: 'with rules, selectors and options, as they would clean'},
    ],
  },
  merge: {
    usage: 'boildown merge DIR|HOSTS... [-o OUT]',
    about: 'add up what the parts of a job (--shard) count, or hosts files that were learnt from parts',
    examples: [
      {line: 'boildown merge clean/', about: 'parts that wrote into one folder; says which are missing or not done'},
      {line: 'boildown merge part-1/ part-2/ -o all/', about: 'parts in folders of their own; rows stay where they are, the sums go to all/'},
      {line: 'boildown merge hosts.1.bin hosts.2.bin -o hosts.bin', about: 'hosts files'},
    ],
  },
  learn: {
    usage: 'boildown learn INPUT... -o hosts.bin',
    about: 'what each host repeats on its pages, for --hosts',
    examples: [
      {line: 'boildown learn crawl.warc.gz -o hosts.bin', about: 'at most 64 pages of a host are looked at; the same line again goes on'},
      {line: 'boildown crawl.warc.gz --hosts hosts.bin -o clean/', about: 'clean with it; boildown crawl.warc.gz --two-pass -o clean/ does both'},
      {line: 'boildown learn crawl/*.warc.gz --shard 1/8 -o hosts.1.bin', about: 'a part of it; boildown merge hosts.*.bin -o hosts.bin adds them up'},
    ],
  },
  worker: {
    usage: 'boildown worker [flags]',
    about: 'rows in, rows out on stdin and stdout, for any language',
    examples: [
      {line: 'boildown worker < rows.ndjson', about: 'every line a page in, a row out; first _hello, last _end'},
      {line: 'boildown worker --deadline 5 --memory 300 --favor precision', about: 'limits and options as for streams and jobs'},
      {line: 'boildown worker --refs --root /data', about: 'lines name files below a folder instead: {"file": "crawl.warc.gz"}'},
    ],
    more: [
      'The first line out is {"_hello": {protocol, version, model, options, mode}}, the last one {"_end": {counts}}: without',
      'it something is missing. Every line in gives a row out, in order; a page that hangs or eats memory gives an error row.',
    ],
  },
  bundle: {
    usage: 'boildown bundle -o FILE.tgz',
    about: 'the worker and this Node in one archive, for machines without either',
    examples: [{line: 'boildown bundle -o boildown.tgz', about: 'then, anywhere: tar xzf boildown.tgz && ./node worker.mjs < rows.ndjson'}],
  },
  queue: {
    usage: 'boildown queue NAME -o DIR/ [flags]',
    about: 'pages from a BullMQ queue, a file of rows for each job; REDIS_URL says where Redis is',
    examples: [
      {line: 'REDIS_URL=redis://127.0.0.1:6379 boildown queue pages -o clean/', about: 'works until it is stopped (Ctrl-C); start as many as you like'},
      {line: 'boildown queue pages -o clean/ --drain', about: 'ends when no job is left'},
      {line: 'boildown queue pages -o clean/ --refs --root /data', about: 'jobs name files below a folder instead: {"file": "crawl.warc.gz"}'},
    ],
    more: [
      'Needs npm install bullmq ioredis. A job carries one row: {"id", "url", "html", ...}. Its rows go to DIR/aa/ID.ndjson, aa being',
      'of the hash of its id, whole and on the disk before the job counts as done. Attempts and backoff are those of the job; a page',
      'that hangs or eats memory is among the failed jobs at once. Jobs that are done are removed from Redis unless they say otherwise.',
    ],
  },
  serve: {
    usage: 'boildown serve [flags]',
    about: 'pages over HTTP for programs on this machine: POST /clean, GET /healthz',
    examples: [
      {line: 'boildown serve --port 8080 --workers 2 --deadline 5', about: 'ends with Ctrl-C or SIGTERM, once what is in hand is done'},
      {line: 'boildown serve --favor precision --links drop', about: 'options of cleaning hold for all requests; a request wins over them'},
      {line: 'boildown serve --host 0.0.0.0 --allow-remote --name boildown', about: 'for other machines, too; asked as http://boildown:8080'},
    ],
    more: [
      "A page in, its row out as JSON:  curl --data-binary @page.html 'localhost:8080/clean?url=https://example.org/a&favor=recall'",
      "Its Markdown alone:              curl --data-binary @page.html -H 'Accept: text/markdown' localhost:8080/clean",
      "Rows in, rows out, in order:     curl -X POST -T rows.ndjson -H 'Content-Type: application/x-ndjson' localhost:8080/clean",
      '503 with Retry-After: too much at once; 504: over the deadline; 422: the page brought its process down.',
    ],
  },
} as const satisfies Record<string, Command>
export type CommandName = keyof typeof commands

/** A flag that only some commands have; given to another one it is refused. */
export type CommandFlagRow = JobRow & {readonly of: readonly CommandName[]}

export const commandTable = {
  refs: {of: ['worker', 'queue'], type: 'boolean', initial: false, about: 'lines or jobs name files to read: {"file", "offset", "length"}'},
  root: {of: ['worker', 'queue'], type: 'string', value: 'DIR', about: 'folder that such files must lie in, links resolved'},
  learn: {of: ['worker'], type: 'boolean', initial: false, about: 'with --refs: clean nothing, note what the hosts of pages repeat'},
  writeHosts: {of: ['worker'], type: 'boolean', initial: false, about: 'lines are hosts files to write below --root'},
  isolate: {of: ['worker'], type: 'boolean', initial: true, about: 'clean in a child process, with deadline and memory limit'},
  drain: {of: ['queue'], type: 'boolean', initial: false, about: 'end when no job is left'},
  grace: {of: ['queue', 'serve'], type: 'count', value: 'SECONDS', initial: 10, about: 'seconds that what is in hand has when it is stopped'},
  port: {of: ['serve'], type: 'string', value: 'PORT', initial: '8080', about: 'port to listen on; 0 takes any that is free'},
  host: {of: ['serve'], type: 'string', value: 'HOST', initial: '127.0.0.1', about: 'address to listen on'},
  allowRemote: {of: ['serve'], type: 'boolean', initial: false, about: 'listen on an address that other machines reach'},
  name: {of: ['serve'], type: 'strings', value: 'NAME', about: 'host name it is called by, besides its own; may be repeated'},
  maxBytes: {of: ['serve'], type: 'count', initial: 10_000_000, about: 'bytes a page may have'},
} as const satisfies Record<string, CommandFlagRow>

export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name)
}
