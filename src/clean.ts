/** The path of a page: bytes → text → page → ledger → Markdown. */
import {loadDrivers, type Drivers} from './input/drivers.ts'
import type {Judge} from './judge/judge.ts'
import {judgeFor} from './judge/load.ts'
import {textJudgeFor} from './judge/text/load.ts'
import type {TextJudge} from './judge/text/textJudge.ts'
import {drive, open, type Facts, type Read} from './input/read.ts'
import {dataPageOf} from './hydration/dataPage.ts'
import {loadLazy, type Lazy} from './lazy.ts'
import {createLearner, LearntHosts, usualHosts, type HostLearner} from './hosts/learnHosts.ts'
import {repeatsOf, type KnownHosts} from './hosts/repeats.ts'
import {articleBodyOf} from './metadata/articleBody.ts'
import {settle, type Options, type Settings} from './options.ts'
import {Ledger} from './page/ledger.ts'
import {measure} from './page/measure.ts'
import type {Judgement} from './page/judgement.ts'
import type {LineJudgement} from './page/lineJudgement.ts'
import type {Selected} from './page/pass.ts'
import type {Repeats} from './page/repeats.ts'
import type {Origin, Page} from './page/page.ts'
import {passes as builtIn} from './passes.ts'
import {selectors} from './passes/selectors.ts'
import type {Result} from './result.ts'
import {keptWords} from './verdict/keptWords.ts'
import {verifyFor, type Verify} from './markdown/verify.ts'
import {write} from './write.ts'

export interface Cleaner {
  /**
   * Clean one page. Never throws on input: what goes wrong is in `problems`.
   *
   * @param facts what is known of this page; they win over the options of the same name.
   * @throws {TypeError} if the input is neither a string nor bytes.
   */
  clean(input: string | Uint8Array, facts?: Facts): Result
}

/** How pages are read that are learnt from, and of how many hosts what they repeat is kept: the last ones that were seen. */
export interface LearnOptions extends Options { readonly maxHosts?: number | undefined }

/** What a cleaner that learns keeps between pages. @internal */
export function learning({hosts}: Settings): LearntHosts {
  if (hosts !== undefined) throw new TypeError('option learn: leave it out where hosts are given')
  return new LearntHosts(usualHosts)
}

/** @see library.ts for what the public calls promise. @internal */
export async function clean(input: string | Uint8Array, options?: Options): Promise<Result> {
  const settings = settle(options)
  const opened = open(checked(input), {}, settings)
  const {drivers, ...tools} = await loadTools(settings, [opened.origin])
  const read = drive(opened, {settings, drivers})
  return finish(read, {settings, ...tools, lazy: await loadLazy(settings, read.page.url !== undefined)})
}

/** What pages of these origins are read, judged and checked with, loaded side by side. @internal */
export async function loadTools(settings: Settings, origins: readonly Origin[]): Promise<Pick<Finishing, 'judge' | 'textJudge' | 'verify'> & {readonly drivers: Drivers}> {
  const [drivers, judge, textJudge, verify] = await Promise.all([loadDrivers(settings, origins), judgeFor(settings, origins), textJudgeFor(settings, origins), verifyFor(settings)])
  return {drivers, judge, textJudge, verify}
}

/** @internal */
export async function createCleaner(options?: Options): Promise<Cleaner> {
  const settings = settle(options)
  const origins: readonly Origin[] = settings.from === undefined ? ['html', 'text', 'markdown'] : [settings.from]
  const [{drivers, ...tools}, lazy] = await Promise.all([loadTools(settings, origins), loadLazy(settings)])
  const learnt = settings.learn ? learning(settings) : undefined
  // One page may be a fragment among pages, and is then read and written as one.
  const other = settle({...options, fragment: !settings.fragment})
  return {
    clean: (input, facts = {}) => {
      const used = (facts.fragment ?? settings.fragment) === settings.fragment ? settings : other
      const read = drive(open(checked(input), facts, used), {settings: used, drivers})
      const result = finish(read, {settings: used, ...tools, lazy, hosts: used.fragment ? undefined : learnt})
      if (!used.fragment) learnt?.add(read.page)
      return result
    },
  }
}

/** @internal */
export async function learnHosts({maxHosts = usualHosts, ...options}: LearnOptions = {}): Promise<HostLearner> {
  if (!Number.isSafeInteger(maxHosts) || maxHosts < 1) throw new TypeError(`option maxHosts: ${String(maxHosts)} is not allowed; allowed: a whole number above 0`)
  const settings = settle(options)
  return createLearner({settings, drivers: await loadDrivers(settings, settings.from === undefined ? ['html', 'text', 'markdown'] : [settings.from])}, maxHosts)
}

/** @internal */
export async function parse(input: string | Uint8Array, options?: Options): Promise<Page> {
  const settings = settle(options)
  const opened = open(checked(input), {}, settings)
  return drive(opened, {settings, drivers: await loadDrivers(settings, [opened.origin])}).page
}

/** What a page is finished with. `judge` is there where HTML may come. */
export interface Finishing {
  readonly settings: Settings
  readonly judge?: Judge | undefined
  readonly textJudge?: TextJudge | undefined
  readonly fragment?: boolean | undefined
  /** The self-check, where it is asked for. */
  readonly verify?: Verify | undefined
  readonly lazy?: Lazy | undefined
  /** Other than those of the settings. */
  readonly hosts?: KnownHosts | undefined
}

/** From a page that has been read to its result. @internal */
export function finish(read: Read, finishing: Finishing): Result {
  const {settings, fragment = settings.fragment, verify, lazy, hosts = fragment ? undefined : settings.hosts} = finishing
  const first = answered(read, finishing)
  const data = fragment ? undefined : dataPageOf(read.page, keptWords(first.ledger), settings)
  const second = data && answered({...read, page: data.page, selected: []}, finishing)
  const isBetter = second !== undefined && keptWords(second.ledger) > keptWords(first.ledger)
  const {ledger, judgement, lines, model, repeats} = isBetter ? second : first
  return write(read, ledger, {settings, fragment, judgement, lines, model, verify, lazy, hosts: hosts && {generation: hosts.generation, pages: repeats?.pages ?? 0}, dataSource: isBetter ? data?.source : undefined})
}

interface Answered {
  readonly ledger: Ledger
  readonly judgement: Judgement | undefined
  readonly lines: LineJudgement | undefined
  readonly model: string | undefined
  readonly repeats: Repeats | undefined
}

/** What the judges and the passes say of a page. */
function answered({page, selected}: Read, {settings, judge, textJudge, fragment = settings.fragment, hosts = settings.hosts}: Finishing): Answered {
  const judgement = fragment || page.origin !== 'html' ? undefined : judge?.judge(page)
  const lines = fragment || page.origin === 'html' ? undefined : textJudge?.judge(page, settings.favor)
  const repeats = fragment || hosts === undefined ? undefined : repeatsOf(page, hosts)
  return {ledger: judged(page, {settings, fragment, selected, judgement, lines, repeats}), judgement, lines, repeats, model: judgement?.model ?? lines?.model}
}

interface Judging {
  readonly settings: Settings
  readonly fragment: boolean
  readonly selected: readonly Selected[]
  readonly judgement?: Judgement | undefined
  readonly lines?: LineJudgement | undefined
  readonly repeats?: Repeats | undefined
}

/** Run the passes over a page. @internal */
export function judged(page: Page, {settings, fragment, selected, judgement, lines, repeats}: Judging): Ledger {
  const ledger = new Ledger(page)
  const context = {settings, measure: measure(page), selected, judgement, lines, repeats, articleBody: () => articleBodyOf(page)}
  for (const pass of fragment ? [wholeFragment, selectors] : (settings.passes ?? builtIn)) {
    if (pass.origins !== undefined && !pass.origins.includes(page.origin)) continue
    ledger.pass = pass.name
    pass.run(page, ledger, context)
  }
  return ledger
}

/** A fragment is content, all of it. */
const wholeFragment: (typeof builtIn)[number] = {
  name: 'fragment',
  about: 'in fragment mode everything is content',
  run: (page, ledger) => ledger.keep(0, page.blocks.length, {rule: 'fragment', strength: 'certain', role: 'content'}),
}

/** @internal */
export function checked(input: unknown): string | Uint8Array {
  if (typeof input === 'string' || input instanceof Uint8Array) return input
  throw new TypeError(`the input must be a string or a Uint8Array, not ${input === null ? 'null' : typeof input}`)
}
