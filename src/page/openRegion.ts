/** A region that the Builder has opened and not closed, with what it says of the text inside it. */
import type {HiddenBy, Kind, Region} from './page.ts'

export interface OpenRegion {
  region: {-readonly [K in keyof Region]: Region[K]}
  index: number
  hidden: HiddenBy
  /** Heading level that text inside takes; 0 outside headings. */
  level: number
  kind: Kind
  pre: boolean
  /** Inside what an editor draws: its lines are elements. */
  editor: boolean
  /** Open marks when the region was opened: closing it closes the ones opened since. */
  marks: number
  /** Blocks a heading has given: a heading that was never closed must not turn the page into headings. */
  given: {blocks: number} | undefined
}
