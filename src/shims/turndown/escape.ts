/** Text of no known place, so that it is text in any. */
import {withSafeStarts} from '../../markdown/inline.ts'
import {escaped, hazards} from '../../markdown/escape.ts'

/** Signs that some markup around the text may use. */
const anySign = '*_~`'

export function escapeText(text: string): string {
  return withSafeStarts(escaped(text, {from: 0, to: text.length}, {found: {...hazards(text, anySign), tag: text.length}, place: {used: anySign, inLink: true, inTable: false}}))
}
