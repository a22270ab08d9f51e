/** What each HTML element is to a page: a region, a mark, nothing at all, or something never read. */
import type {MarkKind} from './page.ts'

export type Does =
  /** Starts and ends blocks; recorded as a region. */
  | 'region'
  /** Inline markup, recorded as a mark. */
  | 'mark'
  /** Inline and transparent: only its text counts. Unknown elements are such. */
  | 'inline'
  /** Has no content; handled by name. */
  | 'void'
  /** Its content is never text of the page. */
  | 'skip'

export interface Element {
  readonly tag: string
  /** Small number, 0 for every unknown element; index into tables by tag. */
  readonly id: number
  readonly does: Does
  readonly mark?: MarkKind
  /** 1–6 for h1–h6, else 0. */
  readonly level: number
}

const regions =
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset ' +
  'h1 h2 h3 h4 h5 h6 header hgroup legend li main menu nav noscript ol optgroup option p pre search section select summary ' +
  'table tbody td textarea tfoot th thead tr ul button label template xmp listing'
const voids = 'area base basefont bgsound br col embed frame hr img input link meta param source track wbr keygen'
const skipped = 'script style svg iframe object canvas video audio map datalist noframes noembed applet title math'
const marks: Readonly<Record<MarkKind, string>> = {
  link: 'a',
  strong: 'b strong',
  em: 'i em',
  code: 'code tt samp',
  kbd: 'kbd',
  del: 'del s strike',
  ins: 'ins u',
  sub: 'sub',
  sup: 'sup',
  mark: 'mark',
  q: 'q',
  abbr: 'abbr acronym',
  small: 'small',
  time: 'time',
  span: 'span font cite dfn var',
  image: '',
  math: '',
}

const known = new Map<string, Element>()
function add(names: string, does: Does, mark?: MarkKind): void {
  for (const tag of names.split(' ')) {
    if (!tag) continue
    const level = /^h[1-6]$/.test(tag) ? Number(tag[1]) : 0
    known.set(tag, mark ? {tag, id: known.size + 1, does, mark, level} : {tag, id: known.size + 1, does, level})
  }
}
add(regions, 'region')
add(voids, 'void')
add(skipped, 'skip')
for (const [mark, names] of Object.entries(marks)) add(names, 'mark', mark as MarkKind)
add('html head nobr big blink marquee bdi bdo ruby rb rt rtc rp picture slot output data meter progress annotation', 'inline')

/** One more than the largest element id. */
export const elementCount = known.size + 1

/** Every name that HTML knows. */
export const elementNames: readonly string[] = [...known.keys()]

/** @param tag name in lower case */
export function element(tag: string): Element {
  return known.get(tag) ?? {tag, id: 0, does: 'inline', level: 0}
}

/** The element of that name, undefined if HTML knows none. */
export function knownElement(tag: string): Element | undefined {
  return known.get(tag)
}

/** Attributes that somebody reads; all others are skipped unread. `class` and `style` have their own way. */
export const keptAttributes: ReadonlySet<string> = new Set((
  'id role itemprop itemtype aria-label aria-hidden aria-level data-testid href src srcset alt title start value reversed type colspan rowspan align scope ' +
  'lang dir hidden open datetime cite width height rel name property content http-equiv charset sizes media checked disabled ' +
  'data-src data-srcset data-original data-lazy-src data-lang data-language data-line data-highlight-language data-code-language data-callout hreflang shadowrootmode encoding alttext display ' +
  'language linethickness data-label aria-expanded aria-modal aria-checked poster title'
).split(' '))
