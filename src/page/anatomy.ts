/** Which regions mean what to the text inside them. */
import type {HiddenBy, Kind} from './page.ts'

/** Regions that keep the kind (heading, caption) of the region around them. */
export const transparent = new Set('div p center header hgroup label button summary noscript address'.split(' '))
/** Regions that may stand in code as its lines. */
export const codeLines = new Set('div p ol ul li table tbody thead tr td th'.split(' '))
export const tableParts = new Set(['table', 'tbody', 'thead', 'tr'])
export const verbatim = new Set(['pre', 'xmp', 'listing'])
/** Regions that may stand between a list item and its checkbox. */
export const aroundTask = new Set(['p', 'div', 'label', 'form', 'fieldset'])

/** Blocks of one heading element: beyond them it was probably never closed. Chosen. */
export const maxHeadingBlocks = {page: 3, exact: 100} as const

/** What really hides wins over what only folds away or waits for a browser without scripts. */
export function hides(around: HiddenBy, inner: HiddenBy): HiddenBy {
  const isSoft = around === 'no' || around === 'details' || around === 'noscript'
  return isSoft && inner !== 'no' ? inner : around
}

export function kindOf(tag: string, inherited: Kind): Kind {
  return tag === 'figcaption' || tag === 'caption' ? 'caption' : inherited
}
