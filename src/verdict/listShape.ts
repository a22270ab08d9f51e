/** A list of other pages by its shape: many headings that are links, with little text under each. */
import type {Judged} from './judged.ts'

/** Linked headings, and words kept for each of them at most. Chosen: teasers have 10 to 40 words. */
const minTeasers = 6
const maxWords = 60

/** @returns what spoke for it; undefined if the page is none. */
export function listShape({page, alive}: Judged): string | undefined {
  const {blocks, columns} = page
  const targets = new Set<string>()
  let headings = 0
  let words = 0
  for (let i = 0; i < blocks.length; i++) {
    if (!alive(i)) continue
    words += columns.words[i] + columns.wide[i] / 2
    if (blocks[i].kind !== 'heading' || blocks[i].level < 2) continue
    headings++
    const link = blocks[i].marks.find(({kind, from, to}) => kind === 'link' && to - from >= blocks[i].text.length - 2)
    if (link !== undefined && !(link.attrs['href'] ?? '#').startsWith('#')) targets.add(link.attrs['href'])
  }
  return targets.size >= minTeasers && targets.size >= headings * 0.7 && words <= targets.size * maxWords ? `shape: ${targets.size} linked headings` : undefined
}
