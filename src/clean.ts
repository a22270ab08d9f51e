/** The path of a page: bytes → text → page → ledger → Markdown. */
import {loadDrivers} from './input/drivers.ts'
import type {Judge} from './judge/judge.ts'
import {judgeFor} from './judge/load.ts'
import {textJudgeFor} from './judge/text/load.ts'
import type {TextJudge} from './judge/text/textJudge.ts'
import {drive, open, type Facts, type Read} from './input/read.ts'
import {settle, type Options, type Settings} from './options.ts'
import {Ledger} from './page/ledger.ts'
import {measure} from './page/measure.ts'
import type {Judgement} from './page/judgement.ts'
import type {LineJudgement} from './page/lineJudgement.ts'
import type {Selected} from './page/pass.ts'
import type {Origin, Page} from './page/page.ts'
import {passes as builtIn} from './passes.ts'
import {selectors} from './passes/selectors.ts'
import type {Result} from './result.ts'
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

/** @see library.ts for what the public calls promise. @internal */
export async function clean(input: string | Uint8Array, options?: Options): Promise<Result> {
  const settings = settle(options)
  const opened = open(checked(input), {}, settings)
  const drivers = await loadDrivers(settings, [opened.origin])
  return finish(drive(opened, {settings, drivers}), {settings, judge: await judgeFor(settings, [opened.origin]), textJudge: await textJudgeFor(settings, [opened.origin])})
}

/** @internal */
export async function createCleaner(options?: Options): Promise<Cleaner> {
  const settings = settle(options)
  const origins: readonly Origin[] = settings.from === undefined ? ['html', 'text', 'markdown'] : [settings.from]
  const drivers = await loadDrivers(settings, origins)
  const judge = await judgeFor(settings, origins)
  const textJudge = await textJudgeFor(settings, origins)
  // One page may be a fragment among pages, and is then read and written as one.
  const other = settle({...options, fragment: !settings.fragment})
  return {
    clean: (input, facts = {}) => {
      const used = (facts.fragment ?? settings.fragment) === settings.fragment ? settings : other
      return finish(drive(open(checked(input), facts, used), {settings: used, drivers}), {settings: used, judge, textJudge})
    },
  }
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
}

/** From a page that has been read to its result. @internal */
export function finish(read: Read, {settings, judge, textJudge, fragment = settings.fragment}: Finishing): Result {
  const {page, selected} = read
  const judgement = fragment || page.origin !== 'html' ? undefined : judge?.judge(page)
  const lines = fragment || page.origin === 'html' ? undefined : textJudge?.judge(page, settings.favor)
  return write(read, judged(page, {settings, fragment, selected, judgement, lines}), {settings, fragment, judgement})
}

interface Judging {
  readonly settings: Settings
  readonly fragment: boolean
  readonly selected: readonly Selected[]
  readonly judgement?: Judgement | undefined
  readonly lines?: LineJudgement | undefined
}

/** Run the passes over a page. @internal */
export function judged(page: Page, {settings, fragment, selected, judgement, lines}: Judging): Ledger {
  const ledger = new Ledger(page)
  const context = {settings, measure: measure(page), selected, judgement, lines}
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

function checked(input: unknown): string | Uint8Array {
  if (typeof input === 'string' || input instanceof Uint8Array) return input
  throw new TypeError(`the input must be a string or a Uint8Array, not ${input === null ? 'null' : typeof input}`)
}
