/** Callouts of the usual generators, which GitHub's Markdown calls alerts: `> [!NOTE]`. */
import type {Page, Region} from '../page/page.ts'
import {structureOf} from './structure.ts'

export type Alert = 'NOTE' | 'TIP' | 'IMPORTANT' | 'WARNING' | 'CAUTION'

const kinds: ReadonlyMap<string, Alert> = new Map(Object.entries({
  note: 'NOTE', info: 'NOTE', information: 'NOTE', abstract: 'NOTE', seealso: 'NOTE', summary: 'NOTE', example: 'NOTE', question: 'NOTE', primary: 'NOTE', secondary: 'NOTE',
  tip: 'TIP', hint: 'TIP', success: 'TIP', check: 'TIP', done: 'TIP', todo: 'NOTE',
  important: 'IMPORTANT', attention: 'IMPORTANT',
  warning: 'WARNING', warn: 'WARNING', deprecated: 'WARNING',
  caution: 'CAUTION', danger: 'CAUTION', error: 'CAUTION', failure: 'CAUTION', bug: 'CAUTION',
} as const))
const ofKind = /^(?:alert|markdown-alert|theme-admonition|callout|bd-callout|starlight-aside-|custom-block|hint-style|admonition)-{1,2}([a-z]{3,12})$/u
const holders: ReadonlySet<string> = new Set(['div', 'aside', 'section', 'blockquote', 'article', 'details'])

/** Alerts by the number of their region. */
export function alertsOf(page: Page, exact: boolean): ReadonlyMap<number, Alert> {
  const out = new Map<number, Alert>()
  for (const r of structureOf(page).callouts) {
    const alert = alertOf(page.regions[r], exact)
    if (alert !== undefined) out.set(r, alert)
  }
  return out
}

/**
 * The kind of alert that a callout is, undefined if it is none.
 *
 * @param exact only what Markdown itself has made an alert: elsewhere a fragment has no quote
 */
function alertOf({tag, classes, attrs}: Region, exact: boolean): Alert | undefined {
  if (!holders.has(tag) || (exact && !classes.includes('markdown-alert'))) return undefined
  const said = attrs['data-callout']
  const named = said === undefined ? undefined : kinds.get(said)
  if (named !== undefined) return named
  for (const name of classes) {
    const kind = kinds.get(ofKind.exec(name)?.[1] ?? name.toLowerCase())
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
