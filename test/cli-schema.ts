/** As much of JSON Schema 2020-12 as docs/row.schema.json uses; a keyword it does not know fails. */
export interface Schema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean
  readonly items?: Schema
  readonly pattern?: string
  readonly minimum?: number
}
const known = new Set(['$schema', '$defs', 'title', 'description', 'type', 'enum', 'required', 'properties', 'additionalProperties', 'items', 'pattern', 'minimum'])

/** What does not fit, each with its path; empty if all does. */
export function mismatches(value: unknown, schema: Schema, at = ''): string[] {
  for (const keyword of Object.keys(schema)) if (!known.has(keyword)) throw new Error(`${at}: keyword ${keyword} is not checked`)
  const types = schema.type === undefined ? undefined : [schema.type].flat()
  if (types && !types.some(type => is(value, type))) return [`${at} is no ${types.join(' or ')}`]
  const wrong: string[] = []
  if (schema.enum && !schema.enum.includes(value)) wrong.push(`${at} is none of ${schema.enum.join(', ')}`)
  if (schema.pattern && !new RegExp(schema.pattern, 'u').test(String(value))) wrong.push(`${at} does not match ${schema.pattern}`)
  if (schema.minimum !== undefined && Number(value) < schema.minimum) wrong.push(`${at} is below ${schema.minimum}`)
  if (Array.isArray(value)) for (const [i, item] of value.entries()) wrong.push(...mismatches(item, schema.items ?? {}, `${at}[${i}]`))
  else if (typeof value === 'object' && value !== null) {
    for (const name of schema.required ?? []) if (!Object.hasOwn(value, name)) wrong.push(`${at}.${name} is missing`)
    for (const [name, inner] of Object.entries(value)) {
      const property = schema.properties && Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined
      if (property) wrong.push(...mismatches(inner, property, `${at}.${name}`))
      else if (schema.additionalProperties === false) wrong.push(`${at}.${name} is unknown`)
    }
  }
  return wrong
}

function is(value: unknown, type: string): boolean {
  switch (type) {
    case 'null': return value === null
    case 'array': return Array.isArray(value)
    case 'object': return typeof value === 'object' && value !== null && !Array.isArray(value)
    case 'integer': return Number.isInteger(value)
    default: return typeof value === type
  }
}
