/** Plugins that teach turndown what our writer knows: told by their names and the rules they add, and by both only. */
import type {Plugin} from './types.ts'

const rulesOf: Readonly<Record<string, readonly string[]>> = {
  tables: ['tableCell', 'tableRow', 'table', 'tableSection'],
  strikethrough: ['strikethrough'],
  taskListItems: ['taskListItems'],
  highlightedCodeBlock: ['highlightedCodeBlock'],
}
/** Rules that some forks add to these. */
const further: ReadonlySet<string> = new Set(['tableCaption', 'tableColgroup'])

export function isGfm(plugin: Plugin): boolean {
  if (!Object.hasOwn(rulesOf, plugin.name)) return false
  const expected = rulesOf[plugin.name]
  const added = addedBy(plugin)
  return added !== undefined && expected.every(key => added.includes(key)) && added.every(key => expected.includes(key) || further.has(key))
}

/** Keys of the rules it adds to a service that only listens; undefined if it asks for more than that. */
function addedBy(plugin: Plugin): string[] | undefined {
  const keys: string[] = []
  const service = {
    options: {},
    addRule: (key: string) => {
      keys.push(key)
      return service
    },
    keep: () => service,
    remove: () => service,
  }
  try {
    plugin(service as never)
  } catch {
    // It is run on the real service then, where it throws what it throws.
    return undefined
  }
  return keys
}
