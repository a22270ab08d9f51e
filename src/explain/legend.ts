/** What the names mean that an explanation uses: features of the judge, and the element that a rule went by. */
import type {Decision} from '../page/ledger.ts'
import type {Trace} from '../result.ts'

/** Characters of a class attribute or an id that are shown. */
const maxName = 60

/** The features that were named as causes, each with its meaning, in the order of their names. */
export class Legend {
  readonly #meanings = new Map<string, string>()

  add(name: string, meaning: string): void {
    this.#meanings.set(name, meaning)
  }

  lines(): string[] {
    if (this.#meanings.size === 0) return []
    const width = Math.max(...[...this.#meanings.keys()].map(name => name.length))
    return ['', 'features: value, and log-odds by which it moved the judge (+ towards content)', ...[...this.#meanings].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, meaning]) => `  ${name.padEnd(width)}  ${meaning}`)]
  }
}

/** The element that a landmark rule dropped, as a start tag; '' for decisions of other passes. */
export function elementOf({page}: Trace, decision: Decision, block: number): string {
  if (decision.pass !== 'landmarks' || !('from' in decision)) return ''
  let found = -1
  let r = page.blocks[block].region
  while (r >= 0) {
    if (page.regions[r].from === decision.from && page.regions[r].to === decision.to) found = r
    r = page.regions[r].parent
  }
  if (found < 0) return ''
  const {tag, classes, attrs} = page.regions[found]
  const id = attrs['id'] === undefined ? '' : ` id="${attrs['id'].slice(0, maxName)}"`
  const role = attrs['role'] === undefined ? '' : ` role="${attrs['role'].slice(0, maxName)}"`
  return `<${tag}${id}${role}${classes.length === 0 ? '' : ` class="${classes.join(' ').slice(0, maxName)}"`}>`
}
