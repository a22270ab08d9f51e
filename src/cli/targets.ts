/** Where the output of each file goes in an output folder: the same tree, other endings. */
import path from 'node:path'
import type {Format} from './flags.ts'
import type {Source} from '../batch/sources/inputs.ts'

const endings: Readonly<Record<Format, string>> = {markdown: '.md', text: '.txt', html: '.html', json: '.json', ndjson: '.ndjson'}

/**
 * Relative path for every source. Two that would get the same one keep their own ending as well:
 * a.html and a.txt become a.html.md and a.txt.md.
 *
 * @param base - absolute folder that holds every source.
 */
export function targets(sources: readonly Source[], base: string, to: Format): ReadonlyMap<Source, string> {
  const relative = new Map(sources.map(source => [source, relativeName(source, base)]))
  const whole = new Set<Source>()
  // Keeping an ending may run into a third name (a.html.html), so until nothing collides any more.
  for (;;) {
    const taken = new Map<string, Source[]>()
    for (const [source, name] of relative) {
      const target = whole.has(source) ? name + endings[to] : name.slice(0, name.length - path.extname(name).length) + endings[to]
      taken.set(target, [...(taken.get(target) ?? []), source])
    }
    const colliding = [...taken.values()].filter(group => group.length > 1).flat().filter(source => !whole.has(source))
    if (colliding.length === 0) return new Map([...taken].map(([target, [source]]) => [source, target]))
    for (const source of colliding) whole.add(source)
  }
}

/** Control characters of a name are not repeated on the disk, nor is a step out of the folder. */
function relativeName({file}: Source, base: string): string {
  if (file === undefined) return 'stdin'
  return path.relative(base, path.resolve(file)).split(path.sep).filter(part => part !== '..').join(path.sep)
    .replace(/[\u0000-\u001f\u007f-\u009f]/gu, '_')
}
