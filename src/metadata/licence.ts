/** Under which licence a page is published, and what says so. */
import {isNode} from './jsonLd.ts'
import type {Sources} from './sources.ts'

export interface Licence {
  /** SPDX-like name where the address tells it (`CC-BY-SA-4.0`), else null. */
  readonly name: string | null
  readonly url: string | null
  readonly evidence: 'rel=license' | 'schema.org' | 'dcterms' | 'meta' | 'cc-link'
}

export function licenceOf(sources: Sources): Licence | undefined {
  const link = sources.link('license') ?? sources.link('licence')
  if (link !== undefined) return licence(link, 'rel=license')
  for (const node of sources.typed(/Article|Posting|WebPage|CreativeWork|Dataset|ImageObject|WebSite/u)) {
    const {license} = node
    const url = typeof license === 'string' ? license : isNode(license) ? (license['url'] ?? license['@id']) : undefined
    if (typeof url === 'string' && url !== '') return licence(url, 'schema.org')
  }
  const dublin = sources.meta('dcterms.license', 'dcterms.rights', 'dc.rights', 'dc.rights.license', 'dcterms.rightsholder.license')
  if (dublin !== undefined && /^https?:/iu.test(dublin)) return licence(dublin, 'dcterms')
  const meta = sources.meta('license', 'licence', 'copyright-license')
  if (meta !== undefined) return licence(meta, 'meta')
  return fromLinks(sources)
}

/** A link of the page's body: with `rel=license`, or to a Creative Commons deed, at the foot of the page. */
function fromLinks(sources: Sources): Licence | undefined {
  for (const {mark: {attrs}} of sources.told.related) {
    const {rel, href = ''} = attrs
    if (rel !== undefined && rel.length >= 7 && /\blicen[sc]e\b/iu.test(rel) && href !== '') return licence(href, 'rel=license')
  }
  const foot = sources.page.blocks.length * 0.7
  const last = sources.told.deeds.findLast(({block, mark}) => block >= foot && deed.test(mark.attrs['href']))
  return last === undefined ? undefined : licence(last.mark.attrs['href'], 'cc-link')
}

const deed = /creativecommons\.org\/(licenses|publicdomain)\/([a-z-]{2,12})(?:\/(\d(?:\.\d)?))?/iu

function licence(url: string, evidence: Licence['evidence']): Licence {
  const match = deed.exec(url)
  const address = /^https?:\/\//iu.test(url) ? url : null
  if (match === null) return {name: address === null ? url.slice(0, 200) : null, url: address ?? null, evidence}
  const [, kind, code, version] = match
  const name = kind.toLowerCase() === 'publicdomain' ? (code.toLowerCase() === 'zero' ? `CC0-${version ?? '1.0'}` : 'PDM') : `CC-${code.toUpperCase()}${version === undefined ? '' : `-${version}`}`
  return {name, url: address, evidence}
}
