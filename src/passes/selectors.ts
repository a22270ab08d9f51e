/**
 * What the user's `select` and `remove` matched becomes decisions that no other pass can overrule.
 *
 * With `select`, all that was not matched is dropped. `remove` is written last and wins.
 */
import type {Ledger} from '../page/ledger.ts'
import type {Pass, Selected} from '../page/pass.ts'
import type {Page, Span} from '../page/page.ts'

/** A match inside a block has the characters it stands on. */
type Match = Selected & {readonly span?: Span}

export const selectors: Pass = {
  name: 'selectors',
  about: 'what the options select and remove match',
  run(page, ledger, {selected}) {
    const matches: readonly Match[] = selected
    const keeps = matches.filter(({verdict}) => verdict === 'keep')
    if (keeps.length > 0) keepOnly(page, ledger, keeps)
    for (const {verdict, selector, from, to, span} of matches) {
      if (verdict !== 'drop') continue
      const why = {rule: `remove ${selector}`, strength: 'user'} as const
      if (span === undefined) ledger.drop(from, to, why)
      else ledger.cut(from, span, why)
    }
  },
}

const notSelected = {rule: 'not selected', strength: 'user'} as const

function keepOnly(page: Page, ledger: Ledger, keeps: readonly Match[]): void {
  ledger.drop(0, page.blocks.length, notSelected)
  const whole = new Uint8Array(page.blocks.length)
  for (const {selector, from, to, span} of keeps) {
    ledger.keep(from, to, {rule: `select ${selector}`, strength: 'user', role: 'content'})
    if (span === undefined) whole.fill(1, from, to)
  }
  const spans = new Map<number, Span[]>()
  for (const {from, span} of keeps) {
    if (span === undefined || whole[from] === 1) continue
    const ofBlock = spans.get(from)
    if (ofBlock === undefined) spans.set(from, [span])
    else ofBlock.push(span)
  }
  for (const [block, kept] of spans) cutAround(ledger, block, {kept, text: page.blocks[block].text})
}

/** Cut the characters of a block that no match stands on; between two matches a space stays if there is one. */
function cutAround(ledger: Ledger, block: number, {kept, text}: {kept: Span[]; text: string}): void {
  kept.sort((a, b) => a.from - b.from)
  let at = 0
  for (const {from, to} of [...kept, {from: text.length, to: text.length}]) {
    if (from > at) {
      const space = at === 0 || from === text.length || !/\s/u.test(text[at]) ? 0 : 1
      if (at + space < from) ledger.cut(block, {from: at + space, to: from}, notSelected)
    }
    at = Math.max(at, to)
  }
}
