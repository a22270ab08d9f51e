/** Rows of a finished shard in another form. */
import {Failure, exit} from '../../exit.ts'

export function convertRows(_rows: string, _target: string): Promise<void> {
  throw new Failure(exit.usage, 'Parquet is not written in this version')
}
