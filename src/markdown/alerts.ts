/** Callouts of the usual generators, which GitHub's Markdown calls alerts: `> [!NOTE]`. */
import type {Page, Region} from '../page/page.ts'

export type Alert = 'NOTE' | 'TIP' | 'IMPORTANT' | 'WARNING' | 'CAUTION'

const kinds: Readonly<Record<string, Alert>> = {
  note: 'NOTE', info: 'NOTE', information: 'NOTE', abstract: 'NOTE', seealso: 'NOTE', summary: 'NOTE', example: 'NOTE', question: 'NOTE', primary: 'NOTE', secondary: 'NOTE',
  tip: 'TIP', hint: 'TIP', success: 'TIP', check: 'TIP', done: 'TIP', todo: 'NOTE',
  important: 'IMPORTANT', attention: 'IMPORTANT',
  warning: 'WARNING', warn: 'WARNING', deprecated: 'WARNING',
  caution: 'CAUTION', danger: 'CAUTION', error: 'CAUTION', failure: 'CAUTION', bug: 'CAUTION',
}
/** Classes that say of an element that it is a callout; its kind is another class, or stands behind a hyphen. */
const callout = /^(?:admonition(?:block)?|alert|theme-admonition|markdown-alert|notecard|callout|bd-callout|custom-block|starlight-aside|docs-callout|hint|note-box)$/u
const ofKind = /^(?:alert|markdown-alert|theme-admonition|callout|bd-callout|starlight-aside-|custom-block|hint-style|admonition)-{1,2}([a-z]{3,12})$/u
const holders: ReadonlySet<string> = new Set(['div', 'aside', 'section', 'blockquote', 'article', 'details'])

/** Alerts by the number of their region. */
export function alertsOf({regions}: Page, exact: boolean): ReadonlyMap<number, Alert> {
  const out = new Map<number, Alert>()
  for (let r = 0; r < regions.length; r++) {
    const region = regions[r]
    if (region.classes.length === 0 || region.from === region.to) continue
    const alert = alertOf(region, exact)
    if (alert !== undefined) out.set(r, alert)
  }
  return out
}

/**
 * The kind of alert that a region is, undefined if it is none.
 *
 * @param exact only what Markdown itself has made an alert: elsewhere a fragment has no quote
 */
function alertOf({tag, classes, attrs}: Region, exact: boolean): Alert | undefined {
  if (!holders.has(tag) || !classes.some(name => (exact ? name === 'markdown-alert' : callout.test(name)))) return undefined
  const said = attrs['data-callout']
  if (said !== undefined && said in kinds) return kinds[said]
  for (const name of classes) {
    const kind = kinds[ofKind.exec(name)?.[1] ?? name.toLowerCase()]
    if (kind !== undefined) return kind
  }
  return undefined
}

const titleClass = /(?:^|[-_])(?:title|heading|header)(?:$|[-_])|^(?:admonitionHeading|admonition-heading)/u
const titleWords = /^(?:note|info|information|tip|hint|important|warning|caution|danger|attention|see also|error|success|example)\s?[:.!]?$/iu

/** Does this block only name the kind of its callout, as the alert's first line will? */
export function isAlertTitle(page: Page, block: number, alert: number): boolean {
  const {text, region} = page.blocks[block]
  if (text.length > 20 || !titleWords.test(text) || page.regions[alert].from !== block) return false
  for (let at = region; at > alert; at = page.regions[at].parent) if (page.regions[at].classes.some(name => titleClass.test(name))) return true
  // Some put the kind into a paragraph of its own, without a class.
  return region !== alert && page.regions[alert].to - page.regions[alert].from > 1
}
