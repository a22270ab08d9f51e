import type {Settings} from '../options.ts'
import type {Judgement} from './judgement.ts'
import type {LineJudgement} from './lineJudgement.ts'
import type {Measure} from './measure.ts'
import type {Ledger} from './ledger.ts'
import type {Origin, Page} from './page.ts'
import type {Repeats} from './repeats.ts'

/** What a pass may read besides the page and the ledger. */
export interface Context {
  readonly settings: Settings
  readonly measure: Measure
  /** What the judge says of the page; undefined where nobody judged it: text, Markdown. */
  readonly judgement?: Judgement | undefined
  /** The article's body as the page's own data gives it, '' if none; read when asked. */
  readonly articleBody?: (() => string) | undefined
  /** What the text judge says of it; undefined for HTML, and where nobody judged. */
  readonly lines?: LineJudgement | undefined
  /** What other pages of the host say, too; undefined where nothing is known of the host. */
  readonly repeats?: Repeats | undefined
  /** Blocks a selector of the user matched, as half-open intervals; empty without `select` and `remove`. */
  readonly selected: readonly Selected[]
}
export interface Selected {
  /** `keep`: only this is content; `spare`: this is, whatever else is; `title`: it is the title. */
  readonly verdict: 'keep' | 'drop' | 'spare' | 'title'
  readonly selector: string
  /** Address pattern of the rule it comes from; none for the options `select` and `remove`. */
  readonly site?: string
  readonly from: number
  readonly to: number
}

/** A step of the pipeline: reads the page and what is decided so far, speaks only through the ledger. */
export interface Pass {
  readonly name: string
  /** What it decides, in one line: shown by `--help` and the docs. */
  readonly about: string
  /** Origins it runs on; all if left out. */
  readonly origins?: readonly Origin[]
  run(page: Page, ledger: Ledger, context: Context): void
}
