/**
 * What the user's selectors matched, from the options or from rules for a site, becomes decisions that no other
 * pass can overrule.
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
    for (const match of matches) {
      if (match.verdict === 'spare') ledger.keep(match.from, match.to, {rule: ruleOf('keep', match), strength: 'user', role: 'content'})
    }
    entitle(page, ledger, titleMatch(page, matches))
    for (const match of matches) {
      const {verdict, from, to, span} = match
      if (verdict !== 'drop') continue
      const why = {rule: ruleOf('remove', match), strength: 'user'} as const
      if (span === undefined) ledger.drop(from, to, why)
      else ledger.cut(from, span, why)
    }
  },
}

/** What `explain` shows: a rule for a site is named by its address pattern. */
function ruleOf(field: string, {selector, site}: Match): string {
  return `${site === undefined ? '' : `${site}: `}${field} ${selector}`
}

/** The text that a rule of the user says is the title; undefined if none does, or it matched nothing. */
export function ruledTitle(page: Page, selected: readonly Selected[]): string | undefined {
  const match = titleMatch(page, selected)
  return match === undefined ? undefined : page.blocks[match.from].text.slice(match.span?.from ?? 0, match.span?.to).replace(/\s+/gu, ' ').trim()
}

/** Of the last rule that names a title: its first match with text, as one block. */
function titleMatch(page: Page, matches: readonly Match[]): Match | undefined {
  const titles = matches.filter(({verdict, from, to}) => verdict === 'title' && from < to)
  const site = titles.at(-1)?.site
  for (const match of titles.filter(each => each.site === site).sort((a, b) => a.from - b.from)) {
    for (let block = match.from; block < match.to; block++) {
      if (/[\p{L}\p{N}]/u.test(page.blocks[block].text)) return {...match, from: block, to: block + 1}
    }
  }
  return undefined
}

/** A block that is the title becomes the heading on top; words inside a block stay where they are. */
function entitle(page: Page, ledger: Ledger, match: Match | undefined): void {
  if (match === undefined || match.span !== undefined || page.blocks[match.from].kind === 'code') return
  const why = {rule: ruleOf('title', match), strength: 'user', role: 'title'} as const
  ledger.keep(match.from, match.to, why)
  ledger.retype(match.from, {kind: 'heading', level: 1}, why)
}

const notSelected = {rule: 'not selected', strength: 'user'} as const

function keepOnly(page: Page, ledger: Ledger, keeps: readonly Match[]): void {
  ledger.drop(0, page.blocks.length, notSelected)
  const whole = new Uint8Array(page.blocks.length)
  for (const match of keeps) {
    const {from, to, span} = match
    ledger.keep(from, to, {rule: ruleOf('select', match), strength: 'user', role: 'content'})
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
