/** What reading sources is told. Plain data: it goes to child processes as it is. */
import {columnsOf} from '../../rows/columns.ts'
import type {NamedFields} from '../../rows/columns.ts'
import type {PresetName} from '../../rows/presets.ts'
import type {RowReading} from '../../rows/read.ts'
import type {From} from './format.ts'

export interface SourceOptions {
  /** `--from`: what every input is. */
  readonly from?: From | undefined
  readonly preset?: PresetName | undefined
  /** `--url-field --html-field --text-field --id-field` */
  readonly fields?: NamedFields | undefined
  /** The page stays in the row that is written. */
  readonly keepInput: boolean
  readonly limits: {
    /** Bytes of one page read at most. */
    readonly bytes: number
  }
}

export function rowReading({keepInput, fields, preset}: SourceOptions): RowReading {
  return {keepInput, columns: columnsOf(fields, preset)}
}
