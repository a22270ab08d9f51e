/** Where a page comes from: what the caller says, else what the page says of itself. */
import type {Page} from '../page/page.ts'
import type {Problem} from '../problem.ts'
import type {UrlSource} from '../result.ts'

/** How far into a page the comment of a browser that saved it is looked for. */
const savedFromCharacters = 4096

export function locate(page: Page, given: string | undefined, problems: Problem[]): {url: string | undefined; urlSource: UrlSource | null} {
  if (given !== undefined && given !== '') {
    const url = absolute(given)
    if (url !== undefined) return {url, urlSource: 'option'}
    problems.push({code: 'bad-url', message: `the page's address is not an absolute http(s) URL: ${given.slice(0, 200)}`})
  }
  for (const [urlSource, found] of candidates(page)) {
    const url = absolute(found)
    if (url !== undefined) return {url, urlSource}
  }
  return {url: undefined, urlSource: null}
}

function candidates({source, head}: Page): readonly (readonly [UrlSource, string])[] {
  const saved = /<!--\s{0,9}saved from url=\(\d{1,9}\)(\S{1,2000})\s{0,9}-->/u.exec(source.slice(0, savedFromCharacters))?.[1] ?? ''
  const canonical = head.links.find(link => link.rel.split(' ').includes('canonical'))?.href ?? ''
  const graph = head.metas.find(meta => meta.key === 'og:url')?.content ?? ''
  return [['saved-from', saved], ['base', head.base], ['canonical', canonical], ['og:url', graph]]
}

/** As `URL` spells it; undefined if it is no absolute http(s) address. */
export function absolute(address: string): string | undefined {
  if (!/^\s*https?:/iu.test(address)) return undefined
  try {
    return new URL(address).href
  } catch {
    return undefined
  }
}
