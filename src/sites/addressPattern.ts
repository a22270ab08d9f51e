/**
 * Patterns for page addresses: which rules hold for a page, which pages a job takes.
 *
 * `example.org` is that host, `*.example.org` the host and all below it, `example.org/blog/*` a part of it. A star
 * stands for any characters. Without a path every path is meant, without a scheme http and https. `*` alone is
 * every page, also one whose address is not known.
 */
export interface AddressPattern {
  /** As it was written. */
  readonly text: string
  /** @param url - absolute address as `URL.href` spells it; undefined if it is not known. */
  matches(url: string | undefined): boolean
}

/** Longer ones are no patterns but a mistake. Characters, chosen. */
const maxPattern = 1000
/** Characters of an address that are looked at: what lies beyond is session state. Chosen. */
const maxAddress = 4000

/** @throws {TypeError} saying what is wrong and what a pattern looks like. */
export function addressPattern(text: string): AddressPattern {
  if (text === '*') return {text, matches: () => true}
  const parts = /^(?:(\*|https?):\/\/)?([^/?#\s]{1,300})([/?][^#\s]{0,900})?$/iu.exec(text.slice(0, maxPattern + 1))
  if (parts === null || parts[2].endsWith(':')) throw wrong(text)
  const [, scheme = '*', host, path = '*'] = parts
  const hosts = hostPatterns(host, text)
  const hasPort = /:\d{1,5}$/u.test(host)
  return {
    text,
    matches(url) {
      if (url === undefined) return false
      const address = parsed(url)
      if (address === undefined || (scheme !== '*' && address.protocol !== `${scheme.toLowerCase()}:`)) return false
      const name = hasPort ? address.host : address.hostname
      return hosts.some(pattern => matchesGlob(pattern, name)) && (path === '*' || matchesGlob(path, (address.pathname + address.search).slice(0, maxAddress)))
    },
  }
}

/** The host as addresses spell it (lower case, punycode); a leading `*.` stands for the host itself, too. */
function hostPatterns(host: string, text: string): readonly string[] {
  const star = 'x0star0x'
  const spelled = parsed(`http://${host.replaceAll('*', star)}/`)
  if (spelled === undefined || spelled.username !== '' || spelled.password !== '') throw wrong(text)
  const port = /:\d{1,5}$/u.exec(host)?.[0] ?? ''
  const name = `${spelled.hostname}${port}`.replaceAll(star, '*')
  return name.startsWith('*.') ? [name, name.slice(2)] : [name]
}

function parsed(url: string): URL | undefined {
  try {
    return new URL(url.slice(0, 4 * maxAddress))
  } catch {
    return undefined
  }
}

function wrong(text: string): TypeError {
  return new TypeError(`'${text.slice(0, 80)}' is no address pattern; allowed: example.org, *.example.org, example.org/blog/*, https://example.org/*, or * for every page`)
}

/** Does the whole text match, a star standing for any characters? Takes at most pattern × text steps. */
export function matchesGlob(pattern: string, text: string): boolean {
  let p = 0
  let t = 0
  let star = -1
  let from = 0
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p++
      from = t
    } else if (pattern[p] === text[t]) {
      p++
      t++
    } else if (star >= 0) {
      p = star + 1
      t = ++from
    } else return false
  }
  while (pattern[p] === '*') p++
  return p === pattern.length
}
