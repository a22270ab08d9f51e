/** A request, carried out: sources in, one output or a tree of them. */
import {printable} from '../explain/printable.ts'
import {settle} from '../options.ts'
import type {Options} from '../options.ts'
import type {Request} from './arguments.ts'
import {loadEngine} from './engine.ts'
import type {Engine} from './engine.ts'
import {Failure, exit} from '../exit.ts'
import type {ExitCode} from '../exit.ts'
import {kebab} from './flags.ts'
import type {Format} from './flags.ts'
import {explainFormat, format, inspectorFormat} from './format.ts'
import type {Outcome, PageFormat} from './format.ts'
import {createAddressFilter, createFilters, filtered, isRefused} from '../batch/filters/filters.ts'
import type {AddressFilter, PageFilter} from '../batch/filters/filters.ts'
import {loadOwn, PassFailed} from '../batch/rules/own.ts'
import type {Own} from '../batch/rules/own.ts'
import {findInputs} from '../batch/sources/inputs.ts'
import type {Found, Source} from '../batch/sources/inputs.ts'
import {entries} from './items.ts'
import type {Reading} from './items.ts'
import {Messages} from './messages.ts'
import {fileOutput, streamOutput} from './output.ts'
import type {Output} from './output.ts'
import type {Item, Unread} from '../rows/item.ts'
import {saidByRow} from '../rows/saidByRow.ts'
import {sourceOptions} from './sourceOptions.ts'
import type {System} from './system.ts'
import {Tally} from './tally.ts'
import {plainText} from './text.ts'

interface Run {
  readonly request: Request
  readonly system: System
  readonly messages: Messages
  readonly engine: Engine
  readonly filters: readonly PageFilter[]
  /** Asked before a page is cleaned. */
  readonly address: AddressFilter
  readonly reading: Reading
  readonly tally: Tally
  /** Pages in all; undefined while records are read. */
  readonly total: number | undefined
  /** Where `--explain` writes; none without it. */
  readonly explanations: PageFormat | undefined
}

/** Flags that mean nothing where pages go from one stream to another, in one process. */
const ofJobs = ['workers', 'deadline', 'memory', 'maxErrorRate', 'retryErrors', 'shard'] as const

function refuseForStreams({command, job}: Request): void {
  const whole = job.twoPass === true ? '--two-pass' : job.dedupe !== undefined ? '--dedupe' : undefined
  if (whole !== undefined) throw new Failure(exit.usage, `${whole} needs all pages before it writes one: add -o DIR/`)
  const named = ofJobs.find(name => job[name] !== undefined)
  if (named !== undefined) throw new Failure(exit.usage, `--${kebab(named)} is for jobs, and ${command === 'explain' ? 'explain is none: leave it out' : 'this is a stream: add -o DIR/, or leave it out'}`)
}

export async function run(request: Request, system: System): Promise<ExitCode> {
  const messages = new Messages(system, request.quiet)
  const found = await findInputs(request.inputs, sourceOptions(request, {bytes: 0}))
  refuseForStreams(request)
  if (request.to === 'parquet') throw new Failure(exit.usage, '--to parquet writes files into a folder: add -o DIR/')
  const to = request.to ?? (found.sources.some(source => source.records) ? 'ndjson' : 'markdown')
  const options = {...optionsFor(request, to), ...(await ownOf(request)).options}
  const settings = settle(options)
  const {url, from} = request.options
  const running: Run = {
    request, system, messages,
    engine: await loadEngine(request.engine, options),
    filters: createFilters(request.job),
    address: request.command === 'explain' ? () => undefined : createAddressFilter(request.job),
    reading: {stdin: system.stdin, sources: sourceOptions(request, settings.limits), given: {...(url !== undefined && {url}), ...(from !== undefined && {from})}},
    tally: new Tally(),
    total: found.sources.some(source => source.records) ? undefined : found.sources.length,
    explanations: request.explain && request.command === 'clean' ? explainFormat(nameOf, coloured(system.stderr, system)) : undefined,
  }
  reportFound(found, messages)
  const plain = to === 'text' ? await plainText() : undefined
  const html = to === 'html' ? await (await import('../output/html.ts')).loadHtml() : undefined
  const inspect = request.command === 'explain' && isHtml(request.output) ? await (await import('../explain/inspector/inspector.ts')).loadInspector() : undefined
  const fresh = (many: boolean): PageFormat => request.command !== 'explain'
    ? format(to, {many, plain, html})
    : inspect === undefined ? explainFormat(nameOf, coloured(system.stdout, system) && request.output === undefined) : inspectorFormat(nameOf, inspect)
  if (found.sources.length > 0) {
    await toStream(running, found.sources, fresh(isMany(request, found)))
  }
  return ended(running)
}

/** @throws {Failure} exit code 2 */
async function ownOf({job: {rules, pass, hosts}, engine}: Request): Promise<Own> {
  if (engine === 'classic' && (rules !== undefined || pass !== undefined || hosts !== undefined)) throw new Failure(exit.usage, '--rules, --pass and --hosts are for the engine boildown; leave --engine classic out')
  return loadOwn({rules, pass, hosts})
}

function isHtml(output: string | undefined): boolean {
  return output !== undefined && /\.html?$/iu.test(output)
}

/** Rows hold the title in its own field; explanations need the trace. */
function optionsFor(request: Request, to: Format): Options {
  const trace = request.explain || request.command === 'explain'
  const rows = request.command === 'clean' && (to === 'json' || to === 'ndjson')
  return {...(rows && {title: 'drop'}), ...request.options, ...(trace && {trace})}
}

function reportFound({failures, skipped}: Found, messages: Messages): void {
  for (const failure of failures) messages.fail(failure)
  if (skipped.size === 0) return
  const counts = [...skipped].map(([what, count]) => `${count} ${what}`).join(', ')
  messages.note(`skipped, being no pages: ${counts}`)
}

function ended({messages, tally}: Run): ExitCode {
  for (const line of tally.summary()) messages.note(line)
  if (tally.pages > 0 && tally.withOutput === 0) messages.code = messages.code === exit.done ? exit.empty : messages.code
  messages.clear()
  return messages.code
}

/** One file or stdin named alone gives one JSON object, whatever could be more an array: the shape follows the command line. */
function isMany({inputs}: Request, {sources}: Found): boolean {
  return inputs.length !== 1 || sources.length !== 1 || sources[0].records || (sources[0].file !== undefined && sources[0].file !== inputs[0])
}

async function toStream(running: Run, sources: readonly Source[], pages: PageFormat): Promise<void> {
  const {output: name, force} = running.request
  const output = name === undefined || name === '-' ? streamOutput(running.system.stdout, running.request.command === 'explain') : await fileOutput(name, force)
  try {
    for (const source of sources) if (!isOver(running)) await cleanSource(running, source, {output, pages})
    await output.write(pages.end())
  } catch (error) {
    await output.abandon()
    throw error
  }
  await (isWorthWriting(running, pages) ? output.finish() : output.abandon())
}

/** No file for Markdown that is empty: the exit code and stderr say so. Rows are always there. */
function isWorthWriting({tally}: Run, pages: PageFormat): boolean {
  return tally.withOutput > 0 || pages.rows
}

interface Into { readonly output: Output; readonly pages: PageFormat }

/** `--limit`: pages cleaned at most. */
function isOver({request: {job: {limit}}, tally}: Run): boolean {
  return limit !== undefined && tally.pages >= limit
}

/** Writes the pages of one source. What fails in it is said, and the next one is tried; a failing output ends the run. */
async function cleanSource(running: Run, source: Source, into: Into): Promise<void> {
  const {messages, tally, reading} = running
  const before = {pages: tally.pages, unread: tally.unread}
  try {
    for await (const entry of entries(source, reading)) {
      if (isOver(running)) return
      if (entry.kind === 'skipped') tally.skip(entry.why)
      else await cleanItem(running, entry.item, {...into, source})
      messages.progress(tally.pages + tally.unread, running.total)
    }
  } catch (error) {
    if (!(error instanceof Failure) || error.code === exit.output) throw error
    messages.fail(error)
  }
  if (source.records && tally.unread > before.unread && tally.pages === before.pages) {
    messages.fail({code: exit.data, message: `${printable(source.name)}: no line of it is a record with a page; if the page is in a column of another name, say which: --html-field, --text-field or --preset`})
  }
}

async function cleanItem(running: Run, item: Item | Unread, {output, pages, source}: Into & {readonly source: Source}): Promise<void> {
  const early = 'error' in item ? undefined : running.address(running.reading.given.url ?? item.facts.url)
  if (early !== undefined) return running.tally.reject(nameOf(item), early)
  const {outcome, rejected} = 'error' in item ? {outcome: {error: item.error}} : taken(running, item, await cleaned(running, item, source))
  if (running.explanations) running.system.stderr.write(running.explanations.page(item, outcome))
  if (rejected !== undefined) return running.tally.reject(nameOf(item), rejected)
  if ('error' in outcome) running.tally.addError(source.records ? outcome.error : undefined)
  else running.tally.add(nameOf(item), outcome, item.problems)
  await output.write(pages.page(item, outcome))
}

/** What a filter rejects is left out. Of what the library itself refused to write the row says why. */
function taken({filters, request}: Run, item: Item, outcome: Outcome): {readonly outcome: Outcome; readonly rejected?: string} {
  if ('error' in outcome || isRefused(outcome) || request.command === 'explain') return {outcome}
  const answer = filtered(filters, item, outcome)
  return 'reason' in answer ? {outcome, rejected: answer.reason} : {outcome: answer.result}
}

async function cleaned({engine, reading, messages}: Run, item: Item, source: Source): Promise<Outcome> {
  const {url, ...facts} = item.facts
  const isFromRow = url !== undefined && reading.given.url === undefined
  try {
    const result = await engine.clean(item.input, {...facts, ...(isFromRow && {url})})
    return isFromRow ? saidByRow(result) : result
  } catch (error) {
    if (error instanceof PassFailed) {
      if (!source.records) messages.fail({code: exit.usage, message: `${printable(source.name)}: ${error.message}`})
      return {error: error.message}
    }
    // The library promises not to throw on any page; one that breaks the promise must not cost the others.
    const message = `a bug in boildown, please report it: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`
    if (!source.records) messages.fail({code: exit.bug, message: `${printable(source.name)}: ${message}`})
    return {error: message}
  }
}

function nameOf({id, facts}: Item | Unread): string {
  const name = id ?? facts.url ?? 'stdin'
  return typeof name === 'string' ? name : JSON.stringify(name)
}

function coloured(stream: {readonly isTTY?: boolean}, {env}: System): boolean {
  return stream.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb'
}
