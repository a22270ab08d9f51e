/** What some options and facts need beside drivers and judges: loaded where it is asked for, before pages are read. */
import type {DomainOf} from './metadata/domain.ts'
import type {Settings} from './options.ts'
import type {WriteFrontMatter} from './output/frontMatter.ts'

export interface Lazy {
  /** The public suffix list. */
  readonly domainOf?: DomainOf | undefined
  readonly writeFrontMatter?: WriteFrontMatter | undefined
}

/** @param hasAddress the address of a page will be known: else its domain need not be asked for. */
export async function loadLazy({frontMatter}: Settings, hasAddress = true): Promise<Lazy> {
  return {
    domainOf: hasAddress ? await (await import('./metadata/domain.ts')).loadDomains() : undefined,
    writeFrontMatter: frontMatter ? await (await import('./output/frontMatter.ts')).loadFrontMatter() : undefined,
  }
}
