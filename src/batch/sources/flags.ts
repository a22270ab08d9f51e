/** Rows of the options of sources: they hold in streams and in jobs. */
import {presetNames} from '../../rows/presets.ts'
import type {JobRow} from '../optionRow.ts'

export const sourceTable = {
  preset: {type: 'choice', choices: presetNames, about: 'where a corpus or crawler keeps page, address and id'},
  htmlField: {type: 'string', value: 'NAME', about: 'column with the page as HTML; a.b is b inside of a'},
  textField: {type: 'string', value: 'NAME', about: 'column with the page as flattened text'},
  urlField: {type: 'string', value: 'NAME', about: 'column with the address'},
  idField: {type: 'string', value: 'NAME', about: 'column with the id'},
  inputsFrom: {type: 'string', value: 'FILE', free: true, about: 'names of inputs, one a line (or parted by NUL); - is stdin'},
  dryRun: {type: 'boolean', initial: false, free: true, about: 'only say what would be read: sources, columns, three samples'},
} as const satisfies Record<string, JobRow>
