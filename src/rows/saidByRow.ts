/** Who told the address of a page. */
import type {Result} from '../result.ts'

/** A result whose address came with its row: the library knows only that it was told, not by whom. */
export function saidByRow(result: Result): Result {
  return result.metadata.urlSource === 'option' ? {...result, metadata: {...result.metadata, urlSource: 'row'}} : result
}
