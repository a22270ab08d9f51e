/** The selectors of the user's rules, ready for the pages they hold for. Loaded only by who has rules. */
import {chooser} from '../sites/choose.ts'
import type {CheckedRule} from '../sites/siteRules.ts'
import {compiledOf, selectorsFrom, type Compiled, type Selectors} from './select.ts'

export interface SiteSelectors {
  /** What holds for a page of this address, the options' own selectors among it; undefined if no rule does. */
  of(url: string | undefined): Selectors | undefined
}

/** Sets of rules that are remembered. Chosen: a crawl stays on a host for a while. */
const remembered = 500

/**
 * @param always - selectors that hold for every page.
 * @throws {TypeError} naming the rule and the selector that cannot be read.
 */
export function siteSelectors(rules: readonly CheckedRule[], always: readonly Compiled[]): SiteSelectors {
  const compiled = rules.map(compiledRule)
  const choose = chooser(rules)
  const known = new Map<string, Selectors | undefined>()
  return {
    of(url) {
      const chosen = choose(url)
      if (chosen.length === 0) return undefined
      const key = chosen.join()
      if (known.has(key)) return known.get(key)
      const made = selectorsFrom([...always, ...chosen.flatMap(i => compiled[i])])
      if (known.size >= remembered) known.clear()
      known.set(key, made)
      return made
    },
  }
}

function compiledRule({pattern: {text: site}, select, remove, keep, title}: CheckedRule): readonly Compiled[] {
  const of = (verdict: Compiled['verdict'], field: string, selectors: readonly string[]): Compiled[] =>
    selectors.map(selector => ({...compiledOf(verdict, selector, `rules[${JSON.stringify(site)}].${field}`), site}))
  return [...of('keep', 'select', select), ...of('spare', 'keep', keep), ...of('title', 'title', title), ...of('drop', 'remove', remove)]
}
