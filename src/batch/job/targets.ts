/** Where the page of each file goes in the tree: the same relative path, another ending. */
import path from 'node:path'

const endings = {markdown: '.md', text: '.txt', json: '.json'} as const
export type TreeFormat = keyof typeof endings

export interface Naming {
  /** Absolute folder that holds every file. */
  readonly base: string
  readonly format: TreeFormat
  /** Paths that are given away already. */
  readonly taken: Iterable<string>
}

/**
 * A relative path for every file. Two that would get the same one keep their own ending as well: a.html and a.txt
 * become a.html.md and a.txt.md. Paths that differ in case only are the same: on many systems they are.
 */
export function targets(files: readonly string[], {base, format, taken}: Naming): ReadonlyMap<string, string> {
  const before = new Set([...taken].map(folded))
  const relative = new Map(files.map(file => [file, relativeName(file, base)]))
  const whole = new Set<string>()
  // Keeping an ending may run into a third name (a.html.html), so until nothing collides any more.
  for (;;) {
    const groups = new Map<string, string[]>()
    const named = new Map<string, string>()
    for (const [file, name] of relative) {
      const target = (whole.has(file) ? name : name.slice(0, name.length - path.extname(name).length)) + endings[format]
      named.set(file, target)
      const group = groups.get(folded(target))
      if (group) group.push(file)
      else groups.set(folded(target), [file])
    }
    const colliding = [...groups].filter(([target, group]) => group.length > 1 || before.has(target)).flatMap(([, group]) => group).filter(file => !whole.has(file))
    if (colliding.length === 0) return numbered(named, before)
    for (const file of colliding) whole.add(file)
  }
}

/** What still collides (names that differ in case only) gets a number. */
function numbered(named: ReadonlyMap<string, string>, before: Set<string>): ReadonlyMap<string, string> {
  const out = new Map<string, string>()
  for (const [file, target] of named) {
    const {dir, name, ext} = path.parse(target)
    let free = target
    for (let i = 2; before.has(folded(free)); i++) free = path.join(dir, `${name}~${i}${ext}`)
    before.add(folded(free))
    out.set(file, free)
  }
  return out
}

function folded(target: string): string {
  return target.normalize('NFC').toLowerCase()
}

/** Control characters of a name are not repeated on the disk, nor is a step out of the folder; names of the job's own files are not taken. */
function relativeName(file: string, base: string): string {
  const parts = path.relative(base, path.resolve(file)).split(path.sep).filter(part => part !== '..' && part !== '')
  if (/^(?:_(?:stats|errors|rejected|manifest)\.|report\.|\.boildown)/iu.test(parts[0] ?? '')) parts[0] = `x-${parts[0]}`
  return parts.join(path.sep).replace(/\.(?:gz|zst)$/iu, '').replace(/[\u0000-\u001f\u007f-\u009f]/gu, '_')
}
