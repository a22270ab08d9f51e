/** The drivers, loaded only where something needs them. */
import type {Settings} from '../options.ts'
import type {Origin, Page} from '../page/page.ts'
import type {Selected} from '../page/pass.ts'
import type {Problem} from '../problem.ts'
import type {Selectors} from './select.ts'
import type {SiteSelectors} from './siteSelectors.ts'

export interface DriveOptions {
  readonly normalise: ((piece: string) => string) | undefined
  readonly maxBlocks: number
  readonly maxDepth: number
}
export interface Driven {
  readonly page: Page
  /** The YAML or TOML block a Markdown file begins with, as it is, with its fences. */
  readonly frontMatter?: string | undefined
  /** What the caller's selectors matched. */
  readonly selected?: readonly Selected[]
  readonly problem?: Problem | undefined
}
/** Text to page. Never throws. */
export type Driver = (source: string, options: DriveOptions) => Driven

export interface Drivers extends Readonly<Record<Origin, Driver | undefined>> {
  /** HTML takes the DOM road where the caller has selectors. */
  readonly selectors: Selectors | undefined
  /** What the caller's rules say of the pages of a site. */
  readonly sites: SiteSelectors | undefined
}

/** @throws {TypeError} if a selector is none. */
export async function loadDrivers(settings: Settings, origins: readonly Origin[]): Promise<Drivers> {
  const selecting = settings.select.length + settings.remove.length + settings.rules.length > 0 ? await import('./select.ts') : undefined
  const always = selecting?.compiledOptions(settings) ?? []
  const selectors = selecting?.selectorsFrom(always)
  return {
    html: origins.includes('html') ? await loadHtml(selectors) : undefined,
    text: origins.includes('text') ? await loadText() : undefined,
    markdown: origins.includes('markdown') ? await (await import('./markdown.ts')).loadMarkdown() : undefined,
    selectors,
    sites: settings.rules.length === 0 ? undefined : (await import('./siteSelectors.ts')).siteSelectors(settings.rules, always),
  }
}

async function loadHtml(selectors: Selectors | undefined): Promise<Driver> {
  if (selectors !== undefined) return (source, options) => selectors.readHtml(source, options)
  const {readHtml} = await import('./html.ts')
  return (source, options) => ({page: readHtml(source, options)})
}

async function loadText(): Promise<Driver> {
  const {readText} = await import('./text.ts')
  return (source, options) => ({page: readText(source, options)})
}
