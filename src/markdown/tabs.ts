/** Tabs: panels of which a browser shows one. Written one below the other, each under the label of its tab. */
import type {Page} from '../page/page.ts'
import {structureOf} from './structure.ts'

/** Where the labels stand and where the panels, by class, of generators that say no roles. */
const labelHolder = /^(?:tabs|tabbed-labels|code-group__nav|code-tabs__nav|tabs-nav|tab-list|tabs-list)$/u
const panelHolder = /^(?:blocks|tabbed-content|code-group__panels|tabs-content|tab-content|tab-panels)$/u
/** Characters of a label at most; more is content. Chosen. */
const longestLabel = 60
const maxTabs = 20
/** Elements between the labels and what holds the panels too. */
const nearby = 3

export interface Tabs {
  /** Blocks that are labels, and are not written where they stand. */
  readonly labels: ReadonlySet<number>
  /** Label of each panel, by the number of its region. */
  readonly panels: ReadonlyMap<number, string>
}

const none: Tabs = {labels: new Set(), panels: new Map()}

export function tabsOf(page: Page, isWritten: (block: number) => boolean): Tabs {
  let labels: Set<number> | undefined
  const panels = new Map<number, string>()
  const {regions, blocks} = page
  for (const r of structureOf(page).tabSets) {
    const list = listOf(page, r)
    if (list < 0) continue
    const {from, to} = regions[list]
    if (to - from < 2 || to - from > maxTabs) continue
    const shown = panelsOf(page, list, regions[r].attrs['role'] === 'tablist')
    if (shown.length !== to - from || blocks.slice(from, to).some(({text}) => text === '' || text.length > longestLabel)) continue
    // One panel alone needs no name.
    if (shown.filter(panel => isAnyWritten(page, panel, isWritten)).length < 2) continue
    labels ??= new Set()
    for (const [i, panel] of shown.entries()) {
      labels.add(from + i)
      panels.set(panel, blocks[from + i].text)
    }
  }
  return labels === undefined ? none : {labels, panels}
}

/** The region that holds the labels, where tabs begin with this one; -1 if none does. */
function listOf({regions}: Page, region: number): number {
  const {attrs, end} = regions[region]
  if (attrs['role'] === 'tablist') return region
  for (let r = region + 1; r < end; r++) if (regions[r].attrs['role'] === 'tablist') return -1
  for (let r = region + 1; r < end; r++) if (regions[r].classes.some(name => labelHolder.test(name))) return r
  return -1
}

function panelsOf({regions}: Page, list: number, hasRoles: boolean): number[] {
  let around = regions[list].parent
  for (let up = 0; up < nearby && around >= 0; up++, around = regions[around].parent) {
    const out: number[] = []
    for (let r = regions[list].end; r < regions[around].end; r++) {
      const {attrs, classes, end} = regions[r]
      if (hasRoles && attrs['role'] === 'tablist') break
      if (hasRoles && attrs['role'] === 'tabpanel') out.push(r)
      else if (!hasRoles && classes.some(name => panelHolder.test(name))) for (let child = r + 1; child < end; child = regions[child].end) out.push(child)
      else continue
      r = end - 1
    }
    if (out.length > 0) return out
  }
  return []
}

function isAnyWritten({regions}: Page, panel: number, isWritten: (block: number) => boolean): boolean {
  for (let i = regions[panel].from; i < regions[panel].to; i++) if (isWritten(i)) return true
  return false
}
