/** What a request may ask for in its address: options of the library from a list, checked as on the command line. */
import {table, type Options, type Row} from '../options.ts'
import {Refusal} from './refusal.ts'

/** Options that are the service's own affair, or no text. Facts of a page that have a header of their own, too. */
const withheld: ReadonlySet<string> = new Set(['limits', 'rules', 'hosts', 'learn', 'passes', 'hooks', 'trace', 'headers', 'contentType'])

/** Characters of all selectors of a request together: a long selector costs more than a page. Chosen. */
const selectorCap = 1024

interface Parameter { readonly path: readonly string[]; readonly row: Exclude<Row, {type: 'group'}> }

/** By name in kebab case: `favor`, `min-quality`, `markdown-bullet`. */
export const parameters: ReadonlyMap<string, Parameter> = new Map(parametersOf(table, []))

function parametersOf(rows: Readonly<Record<string, Row>>, path: readonly string[]): [string, Parameter][] {
  return Object.entries(rows).flatMap(([name, row]): [string, Parameter][] => {
    if (path.length === 0 && withheld.has(name)) return []
    const full = [...path, name]
    return row.type === 'group' ? parametersOf(row.rows, full) : [[full.map(kebab).join('-'), {path: full, row}]]
  })
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/gu, letter => `-${letter.toLowerCase()}`)
}

/** @throws {Refusal} 400, naming the parameter and what is allowed. */
export function optionsIn(query: URLSearchParams): Options {
  const options: Record<string, unknown> = {}
  for (const name of new Set(query.keys())) {
    const parameter = parameters.get(name)
    if (!parameter) throw new Refusal(400, `unknown parameter ${shown(name)}; known: ${[...parameters.keys()].join(', ')}`)
    const values = query.getAll(name)
    if (values.length > 1 && parameter.row.type !== 'strings') throw new Refusal(400, `parameter ${name}: given ${values.length} times`)
    set(options, parameter.path, parameter.row.type === 'strings' ? values : valued(name, values[0], parameter.row))
  }
  const selectors = [...(options['select'] as string[] | undefined ?? []), ...(options['remove'] as string[] | undefined ?? [])]
  if (selectors.reduce((sum, {length}) => sum + length, 0) > selectorCap) throw new Refusal(400, `selectors may have ${selectorCap} characters together`)
  return options
}

function valued(name: string, value: string, row: Parameter['row']): unknown {
  const refuse = (allowed: string): Refusal => new Refusal(400, `parameter ${name}: ${shown(value)} is not allowed; allowed: ${allowed}`)
  switch (row.type) {
    case 'boolean':
      if (['', 'true', '1'].includes(value)) return true
      if (['false', '0'].includes(value)) return false
      throw refuse('true, false')
    case 'choice':
      if (row.choices.includes(value)) return value
      throw refuse(row.choices.join(', '))
    case 'count':
      if (/^[1-9][0-9]{0,14}$/u.test(value)) return Number(value)
      throw refuse('a whole number above 0')
    case 'share':
      if (/^(?:[01]|[01]?\.[0-9]{1,9})$/u.test(value) && Number(value) <= 1) return Number(value)
      throw refuse('a number from 0 to 1')
    default:
      return value
  }
}

function shown(text: string): string {
  return `"${text.slice(0, 80).replace(/[^ -~\u00a0-\ud7ff]/gu, '?')}"`
}

function set(options: Record<string, unknown>, [name, ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) options[name] = value
  else set((options[name] ??= {}) as Record<string, unknown>, rest, value)
}
