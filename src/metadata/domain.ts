/** The registrable domain of a host, by the public suffix list. Loaded on demand: the list is large. */

/** @returns the registrable domain (`example.co.uk`); null for addresses and bare suffixes. */
export type DomainOf = (hostname: string) => string | null

export async function loadDomains(): Promise<DomainOf> {
  const {getDomain} = await import('tldts')
  return hostname => getDomain(hostname)
}
