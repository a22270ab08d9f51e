/** Which rules hold for a page: looked up by host, so that a long list costs a page little. */
import type {CheckedRule} from './siteRules.ts'

/** Index numbers of the rules that hold, in their order. */
export type Choose = (url: string | undefined) => readonly number[]

export function chooser(rules: readonly CheckedRule[]): Choose {
  const byHost = new Map<string, number[]>()
  const others: number[] = []
  rules.forEach(({pattern}, i) => {
    const host = plainHost(pattern.text)
    if (host === undefined) others.push(i)
    else byHost.set(host, [...(byHost.get(host) ?? []), i])
  })
  return url => {
    const near = url === undefined || byHost.size === 0 ? [] : hostsAbove(url).flatMap(host => byHost.get(host) ?? [])
    return [...others, ...near].sort((a, b) => a - b).filter(i => rules[i].pattern.matches(url))
  }
}

/** The host a pattern is about; undefined where it cannot be looked up by name. */
function plainHost(pattern: string): string | undefined {
  return /^(?:(?:\*|https?):\/\/)?(?:\*\.)?([a-z0-9.-]{1,253})(?:[/?].{0,1000})?$/u.exec(pattern)?.[1]
}

/** a.b.org: itself, b.org, org. */
function hostsAbove(url: string): readonly string[] {
  let host = ''
  try {
    host = new URL(url).hostname
  } catch {
    return []
  }
  const out: string[] = []
  for (let at = 0; at >= 0 && out.length < 128; at = host.indexOf('.', at) + 1 || -1) out.push(host.slice(at))
  return out
}
