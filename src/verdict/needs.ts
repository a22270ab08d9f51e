/**
 * What the expressions of each place need: reading them takes 13 ms in a fresh process. The build calls this and
 * puts the answer in its place.
 */
import {requiredPieces} from '../rules/required.ts'
import {verdicts} from '../rules/verdicts.ts'

export interface Needs {
  /** One a row, in the order of the table. */
  readonly title: readonly (readonly string[] | undefined)[]
  readonly text: readonly (readonly string[] | undefined)[]
}

export function needs(): Needs {
  const of = (place: 'title' | 'text'): (readonly string[] | undefined)[] => verdicts.filter(({where}) => where === place).map(({find}) => requiredPieces(find))
  return {title: of('title'), text: of('text')}
}
