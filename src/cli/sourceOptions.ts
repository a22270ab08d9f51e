/** What reading sources is told, from the command line. */
import type {SourceOptions} from '../batch/sources/options.ts'
import type {PresetName} from '../rows/presets.ts'
import type {Request} from './arguments.ts'

export function sourceOptions({from, keepInput, job}: Request, {bytes}: SourceOptions['limits']): SourceOptions {
  const {preset, htmlField: html, textField: text, urlField: url, idField: id} = job
  return {from, preset: preset as PresetName | undefined, fields: {html, text, url, id}, keepInput, limits: {bytes}}
}
