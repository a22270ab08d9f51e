/** Where the page of each file goes in the tree: the same relative path, another ending. */
import path from 'node:path'
import {documentEndings} from '../sinks/document.ts'
import type {DocumentFormat} from '../sinks/document.ts'
import {foldedName, safePath} from '../sinks/safeName.ts'

export interface Naming {
  /** Absolute folder that holds every file. */
  readonly base: string
  readonly format: DocumentFormat
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
      const target = (whole.has(file) ? name : name.slice(0, name.length - path.extname(name).length)) + documentEndings[format]
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

/** What still collides (names that differ in case only, a file and a folder of one name) gets a number. */
function numbered(named: ReadonlyMap<string, string>, before: Set<string>): ReadonlyMap<string, string> {
  const out = new Map<string, string>()
  const folders = new Set([...named.values(), ...before].flatMap(foldersOf).map(folded))
  for (const [file, target] of named) {
    const {dir, name, ext} = path.posix.parse(target)
    const folder = freeFolder(dir, before)
    let free = path.posix.join(folder, name + ext)
    for (let i = 2; before.has(folded(free)) || folders.has(folded(free)); i++) free = path.posix.join(folder, `${name}~${i}${ext}`)
    before.add(folded(free))
    out.set(file, free)
  }
  return out
}

/** Every folder a path stands in. */
function foldersOf(target: string): readonly string[] {
  const parts = target.split('/').slice(0, -1)
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'))
}

/** The same folder, but where an earlier run made a file of its name. */
function freeFolder(folder: string, taken: ReadonlySet<string>): string {
  let free = ''
  for (const part of folder.split('/').filter(each => each !== '')) {
    const before = free === '' ? '' : `${free}/`
    free = before + part
    for (let i = 2; taken.has(folded(free)); i++) free = `${before}${part}~${i}`
  }
  return free
}

function folded(target: string): string {
  return foldedName(target)
}

/** Nothing leads out of the folder, and names of the job's own files are not taken. */
function relativeName(file: string, base: string): string {
  const relative = path.relative(base, path.resolve(file)).split(path.sep).join('/').replace(/\.(?:gz|zst)$/iu, '')
  return safePath(relative).replace(/^(?=_(?:stats|errors|rejected|manifest)\.|report\.)/iu, 'x-')
}
