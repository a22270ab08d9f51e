/** What a verdict is given of. */
import type {Page} from '../page/page.ts'

/** A page, what is kept of it, and what is known besides. */
export interface Judged {
  readonly page: Page
  readonly alive: (block: number) => boolean
  /** Title without the site's name, if the page has one. */
  readonly title: string | null
  /** HTTP status the page came with. */
  readonly status?: number | undefined
  /** Why the page is a list of other pages, if the judge says so. */
  readonly list?: string | undefined
}
