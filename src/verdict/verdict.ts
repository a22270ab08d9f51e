/**
 * What a page is, said before anybody reads it: a text, little text, a list of other pages, or no text of its own
 * at all. Better a bad page called good than a good page called bad: every alarm needs words that say it, and
 * nearly nothing else on the page.
 */
import type {Alarm} from '../rules/verdicts.ts'
import type {Judged} from './judged.ts'
import {listShape} from './listShape.ts'
import {Look} from './look.ts'

export type Verdict = 'ok' | 'thin' | 'listing' | 'empty' | Alarm

export interface Ruling {
  readonly verdict: Verdict
  /** What spoke for it, strongest first: `rule: the words`. Empty where all is well. */
  readonly reasons: readonly string[]
}

/** Words kept below which a text is thin. Chosen: two sentences and a heading; labelled pages start at 40. */
const thinWords = 40
/** Words beside those that say it, up to which an alarm is believed: menus and a foot come with them. Chosen on fixtures and 2,500 good pages. */
const maxBeside: Readonly<Record<Alarm, number>> = {'bot-check': 90, 'error-page': 120, parked: 90, 'consent-wall': 110, 'login-wall': 90, paywall: 260, 'app-shell': 30}
/** Words in sentences, beside those that say it. */
const maxProse: Readonly<Record<Alarm, number>> = {'bot-check': 60, 'error-page': 60, parked: 60, 'consent-wall': 60, 'login-wall': 60, paywall: 220, 'app-shell': 30}

/** Words visible on a shell: a menu, a foot, a notice. Chosen. */
const maxVisible = 90

const order: readonly Alarm[] = ['bot-check', 'consent-wall', 'parked', 'error-page', 'paywall', 'login-wall']

export function verdictOf(judged: Judged): Ruling {
  const look = new Look(judged)
  const {status} = judged
  const alarm = look.isFull ? undefined : firstAlarm(look, status)
  if (alarm !== undefined) return alarm
  if (status !== undefined && refusing.has(status) && look.visibleWords === 0 && look.scripts > 0) return {verdict: 'bot-check', reasons: [`status: ${status}, and nothing but a script`]}
  if (status !== undefined && status >= 400) return {verdict: 'error-page', reasons: [`status: ${status}`]}
  const shell = look.isFull ? undefined : shellOf(look)
  if (shell !== undefined) return shell
  if (look.visibleWords === 0 && look.keptWords === 0) return {verdict: 'empty', reasons: ['words: the page has no text']}
  if (look.keptWords < thinWords) return {verdict: 'thin', reasons: [`words: ${Math.round(look.keptWords)} kept`]}
  const list = judged.list ?? listShape(judged)
  return list === undefined ? {verdict: 'ok', reasons: []} : {verdict: 'listing', reasons: [list]}
}

function firstAlarm(look: Look, status: number | undefined): Ruling | undefined {
  for (const each of order) {
    const ruling = alarmOf(look, each, status)
    if (ruling !== undefined) return ruling
  }
  return undefined
}

function alarmOf(look: Look, verdict: Alarm, status: number | undefined): Ruling | undefined {
  const hits = look.hits(verdict)
  if (hits.length === 0 || !isEnough(look, verdict, status)) return undefined
  const {words, prose} = look.beside(verdict)
  if (words > maxBeside[verdict] || prose > maxProse[verdict]) return undefined
  return {verdict, reasons: [...hits.map(({row, text}) => `${row.name}: ${text}`).slice(0, 5), `words: ${Math.round(words)} besides`]}
}

/** Words in sentences beside a log-in form that no sentence asks for. Chosen. */
const maxLoginProse = 30

/** Statuses that bot checks come with. */
const refusing = new Set([401, 403, 429, 503])

/** One certain row, or two likely ones; a password field is one, and so is a status that refuses. */
function isEnough(look: Look, verdict: Alarm, status: number | undefined): boolean {
  const hits = look.hits(verdict)
  if (hits.some(({row}) => row.strength === 'certain')) return true
  const kinds = new Set(hits.map(({row}) => row.name))
  // A small page may have a log-in box beside its text: the page's own name must say that it is one.
  if (verdict === 'login-wall') return hits.some(({row, block}) => row.where === 'title' && (look.hasPassword || (block < 0 && kinds.size > 1))) && look.beside(verdict).prose < maxLoginProse
  return kinds.size > 1 || (verdict === 'bot-check' && status !== undefined && refusing.has(status) && hits.some(({row}) => row.where === 'text'))
}

/** A page that a script would fill. */
function shellOf(look: Look): Ruling | undefined {
  if (look.scripts === 0 || look.visibleWords > maxVisible || look.beside('app-shell').words > maxBeside['app-shell']) return undefined
  const hits = look.hits('app-shell')
  if (hits.length === 0 && !look.isLoading && look.visibleWords > 0) return undefined
  return {verdict: 'app-shell', reasons: [...hits.map(({row, text}) => `${row.name}: ${text}`).slice(0, 3), ...(look.isLoading ? ['loading: the text says it is loading'] : []), `scripts: ${look.scripts}`]}
}
