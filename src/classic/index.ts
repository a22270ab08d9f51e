/**
 * The classic stack behind the same call: cheerio prunes, jsdom and Readability pick, turndown writes Markdown.
 *
 * That Markdown takes the rest of the path of every page: Markdown driver, the passes that clear debris, the
 * writer. Title, address and the other facts come from the page itself. It is the baseline of the bench.
 */
import {finish} from '../clean.ts'
import {loadDrivers, type Drivers} from '../input/drivers.ts'
import {withoutCdata} from '../input/html.ts'
import {nestsDeeper} from '../input/nestsDeeper.ts'
import {createNormaliser} from '../input/normalise.ts'
import {drive, open, type Facts, type Opened, type Read} from '../input/read.ts'
import {settle, type Options, type Settings} from '../options.ts'
import type {Page} from '../page/page.ts'
import {passes as builtIn} from '../passes.ts'
import type {Result} from '../result.ts'
import {converter} from './convert.ts'
import {loadJsdom, pick, type Jsdom} from './pick.ts'
import {prune} from './prune.ts'
import {verifyFor} from '../markdown/verify.ts'

export interface ClassicCleaner {
  /**
   * Clean one page. Never rejects on input: what goes wrong is in `problems`.
   *
   * @param facts what is known of this page; they win over the options of the same name.
   * @throws {TypeError} if the input is neither a string nor bytes.
   */
  clean(input: string | Uint8Array, facts?: Facts): Promise<Result>
}

/** Characters of HTML up to which jsdom is asked: it takes 200 times the memory. Chosen. */
const maxCharacters = 8_000_000
/** Nested elements up to which it is: cheerio, jsdom and turndown recurse. Chosen. */
const maxDepth = 500
/** Readability has judged what is content; what is left to do is to clear what templates leave. */
const debrisPasses = new Set(['placeholders', 'debris', 'captions', 'duplicates', 'emptied'])

/**
 * Clean one page with the classic stack.
 *
 * @throws {TypeError} on a wrong input type, an unknown or wrong option.
 * @throws {Error} if jsdom is not installed.
 */
export async function clean(input: string | Uint8Array, options?: Options): Promise<Result> {
  return (await createCleaner(options)).clean(input)
}

/**
 * Prepare once: options are checked, and what they need is loaded.
 *
 * @throws {TypeError} on an unknown or wrong option.
 * @throws {Error} if jsdom is not installed.
 */
export async function createCleaner(options?: Options): Promise<ClassicCleaner> {
  const settings = settle({passes: builtIn.filter(pass => debrisPasses.has(pass.name)), ...options})
  const verify = await verifyFor(settings)
  const tools: Tools = {jsdom: await loadJsdom(), convert: converter(), drivers: await loadDrivers(settings, ['html', 'text', 'markdown'])}
  return {
    clean: async (input, facts = {}) => {
      if (typeof input !== 'string' && !(input instanceof Uint8Array)) throw new TypeError(`the input must be a string or a Uint8Array, not ${input === null ? 'null' : typeof input}`)
      const opened = open(input, facts, settings)
      const fragment = facts.fragment ?? settings.fragment
      const read = opened.origin === 'html' ? readClassic(opened, {settings, tools, fragment}) : drive(opened, {settings, drivers: tools.drivers})
      return finish(read, {settings, fragment, verify})
    },
  }
}

interface Tools { readonly jsdom: Jsdom; readonly convert: (html: string) => string; readonly drivers: Drivers }
interface Setting { readonly settings: Settings; readonly tools: Tools; readonly fragment: boolean }

/** HTML to a page by way of Markdown; an empty page and a problem if a tool fails. */
function readClassic(opened: Opened, {settings, tools, fragment}: Setting): Read {
  // The page itself says what it is called and where it is from.
  const {page, problems, urlSource, sniffed} = drive(opened, {settings, drivers: {...tools.drivers, selectors: undefined, sites: undefined}})
  let markdown = ''
  try {
    markdown = toMarkdown(opened.source, {settings, tools, fragment, url: page.url})
  } catch (error) {
    problems.push({code: 'engine-failed', message: `the classic engine gave up: ${String((error as Error).message).slice(0, 500)}`})
  }
  const normaliser = settings.normalise ? createNormaliser() : undefined
  const options = {normalise: normaliser?.piece, maxBlocks: settings.limits.blocks, maxDepth: settings.limits.depth}
  const written = tools.drivers.markdown?.(markdown, options).page ?? page
  const repairs = [...opened.repairs, ...(normaliser?.repairs() ?? [])]
  return {page: joined(page, written, repairs), problems, urlSource, sniffed, selected: []}
}

/** @throws whatever a tool throws; RangeError if the page is beyond what the tools can take. */
function toMarkdown(source: string, {settings, tools, fragment, url}: Setting & {url: string | undefined}): string {
  if (source.length > maxCharacters) throw new RangeError(`the page has more than ${maxCharacters} characters`)
  if (nestsDeeper(source, maxDepth)) throw new RangeError(`its elements nest deeper than ${maxDepth}`)
  const {select, remove} = settings
  const pruned = prune(withoutCdata(source), {select, remove, fragment})
  const picked = pick(pruned, {jsdom: tools.jsdom, url, whole: fragment || select.length > 0})
  return picked === undefined ? '' : tools.convert(picked)
}

/** The blocks of the Markdown under the head of the page. Their offsets meant the Markdown, not the source. */
function joined({source, head, counts, url}: Page, {blocks, regions, columns, truncated}: Page, repairs: Page['repairs']): Page {
  return {
    origin: 'html', source, head, counts, regions, columns, repairs,
    blocks: blocks.map(block => ({...block, from: -1, to: -1})),
    ...(url === undefined ? {} : {url}), ...(truncated === undefined ? {} : {truncated}),
  }
}
