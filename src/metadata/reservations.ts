/** What a page's publisher reserves: robots directives and text-and-data-mining reservations, from the page and its headers. */
import type {Sources} from './sources.ts'

export interface Reservations {
  readonly noindex: boolean
  readonly nosnippet: boolean
  readonly noai: boolean
  readonly noimageai: boolean
  /** TDM Reservation Protocol: true if rights are reserved, false if they are given free, null if nothing is said. */
  readonly tdm: boolean | null
  /** Address of the policy that goes with it. */
  readonly tdmPolicy: string | null
  /** Every directive with the place it stands in: `robots: noai`, `x-robots-tag: noindex`. */
  readonly evidence: readonly string[]
}

/** Names that robots metas are addressed to; directives for one named crawler bind it alone and are not ours. */
const robotsKeys = ['robots', 'googlebot', 'googlebot-news', 'bingbot']

/** @param headers response headers, names in any case. */
export function reservationsOf(sources: Sources, headers: Readonly<Record<string, string>> = {}): Reservations {
  const header = (name: string): string | undefined => Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]
  const said: [string, string][] = []
  for (const key of robotsKeys) for (const value of sources.metas(key)) for (const word of directives(value)) said.push([key, word])
  for (const word of directives(withoutAgents(header('x-robots-tag') ?? ''))) said.push(['x-robots-tag', word])
  const general = new Set(said.filter(([key]) => key === 'robots' || key === 'x-robots-tag').map(([, word]) => word))
  const tdm = sources.meta('tdm-reservation', 'tdmrep') ?? header('tdm-reservation')
  if (tdm !== undefined) said.push(['tdm-reservation', tdm.trim().slice(0, 100)])
  return {
    noindex: general.has('noindex') || general.has('none'),
    nosnippet: general.has('nosnippet'),
    noai: general.has('noai') || general.has('notrain') || general.has('noml'),
    noimageai: general.has('noimageai'),
    tdm: tdm === undefined ? null : tdm.trim() === '1' ? true : tdm.trim() === '0' ? false : null,
    tdmPolicy: sources.meta('tdm-policy') ?? header('tdm-policy') ?? null,
    evidence: said.map(([key, word]) => `${key}: ${word}`),
  }
}

function directives(value: string): readonly string[] {
  return value.toLowerCase().split(/[,;\s]+/u).filter(word => /^[a-z][a-z:-]{1,40}$/u.test(word))
}

/** `X-Robots-Tag: otherbot: noindex, nofollow` binds that bot alone. */
function withoutAgents(value: string): string {
  return value.split('\n').filter(line => !/^\s{0,20}(?!max-|unavailable_after)[\w-]{1,60}:/u.test(line)).join(',')
}

/** Why a crawler that respects opt-outs leaves the page alone; undefined if nothing forbids. */
export function optOutOf({noai, tdm, evidence}: Reservations): string | undefined {
  if (!noai && tdm !== true) return undefined
  return evidence.find(each => (noai ? /noai|notrain|noml/u : /^tdm-/u).test(each))
}
