/**
 * Which of a page's regions concern the writer: found in one look at all of them, and only once for a page that is
 * written twice (with its comments apart). Callouts, tabs, footnotes and tables then look at the few they are about.
 */
import {noAttrs} from '../page/builder.ts'
import type {Page} from '../page/page.ts'
import {Sieve} from '../rules/sieve.ts'

/** Region numbers, ascending. */
export interface Structure {
  /** Regions with blocks whose class says that they are a callout, a note, a warning. */
  readonly callouts: readonly number[]
  /** Where tabs begin: by role or class. */
  readonly tabSets: readonly number[]
  /** What holds footnotes, and what could be one: by role, class or id. */
  readonly notes: readonly number[]
  readonly tables: readonly number[]
  /** Per region: 1 for a quote or an item, 2 for a list, else 0. */
  readonly containers: Uint8Array
}

/** Classes that say of an element that it is a callout; its kind is another class, or stands behind a hyphen. */
export const callout = /^(?:admonition(?:block)?|alert|theme-admonition|markdown-alert|notecard|callout|bd-callout|custom-block|starlight-aside|docs-callout|hint|note-box)$/u
/** What holds both the labels and the panels of tabs. */
export const tabSet = /^(?:vp-code-group|code-group|tabbed-set|code-tabs|tabs-container|tabgroup|tab-group)$/u
export const noteHolder = /^(?:footnotes?|endnotes|footnotes?-list|footnote-definitions?|wp-block-footnotes|easy-footnotes-wrapper|footnotedef)$/iu
export const noteId = /^(?:user-content-)?(?:fn|ftn|_ftn|_edn|footnote|endnote|easy-footnote-bottom)[-_:.]?[\w.-]{0,60}$/iu
/** Of an encyclopedia's pages; in a fragment they stay the list they are. */
export const citationId = /^cite[_-]note-[^\s#]{1,120}$/iu

/** In the order of the expressions above. */
const isCallout = 1
const isTabSet = 2
const isNoteHolder = 4
const sieve = new Sieve(() => [callout, tabSet, noteHolder])
/** First letters of `noteId` and `citationId`. */
const idStarts = new Set('ufeFUEcC_')


const known = new WeakMap<Page, Structure>()

export function structureOf(page: Page): Structure {
  let found = known.get(page)
  if (found === undefined) known.set(page, found = read(page))
  return found
}

function read({regions, columns}: Page): Structure {
  const callouts: number[] = []
  const tabSets: number[] = []
  const notes: number[] = []
  const tables: number[] = []
  const containers = new Uint8Array(regions.length)
  const said = new ClassSigns(regions.length + 1)
  const ids = (columns as Page['columns'] | undefined)?.regionClass
  let hasHolder = false
  for (let r = 0; r < regions.length; r++) {
    const {classes, attrs, from, to, tag} = regions[r]
    switch (tag) {
      case 'li': case 'blockquote': containers[r] = 1; break
      case 'ul': case 'ol': case 'menu': case 'dir': containers[r] = 2; break
      case 'table': tables.push(r)
    }
    const signs = classes.length === 0 ? 0 : said.of(classes, ids === undefined ? 0 : ids[r])
    if ((signs & isCallout) !== 0 && from !== to) callouts.push(r)
    const role = attrs === noAttrs ? undefined : attrs['role']
    if (role === 'tablist' || (signs & isTabSet) !== 0) tabSets.push(r)
    const isHolder = (signs & isNoteHolder) !== 0 || role === 'doc-endnotes' || role === 'doc-footnote'
    hasHolder ||= isHolder
    if (isHolder || (attrs !== noAttrs && from !== to && isNote(attrs['id'], hasHolder && tag === 'li'))) notes.push(r)
  }
  return {callouts, tabSets, notes, tables, containers}
}

function isNote(id: string | undefined, isItem: boolean): boolean {
  return id !== undefined && (isItem || (idStarts.has(id[0]) && (noteId.test(id) || citationId.test(id))))
}

/** What class attributes say, each looked at once: by its number, for a list of classes is a slow key. */
class ClassSigns {
  readonly #lists: (readonly string[] | undefined)[]
  readonly #signs: Uint8Array

  /** @param most numbers above are looked up each time */
  constructor(most: number) {
    this.#lists = new Array<readonly string[] | undefined>(most).fill(undefined)
    this.#signs = new Uint8Array(most)
  }

  of(classes: readonly string[], id: number): number {
    // The classes of code are gathered from several elements: then the number is of another list.
    if (id < this.#lists.length && this.#lists[id] === classes) return this.#signs[id]
    const signs = signsOf(classes)
    if (id < this.#lists.length) {
      this.#lists[id] = classes
      this.#signs[id] = signs
    }
    return signs
  }
}

function signsOf(classes: readonly string[]): number {
  let signs = 0
  for (const name of classes) {
    const asked = sieve.of(name)
    if ((asked & isCallout) !== 0 && callout.test(name)) signs |= isCallout
    if ((asked & isTabSet) !== 0 && tabSet.test(name)) signs |= isTabSet
    if ((asked & isNoteHolder) !== 0 && noteHolder.test(name)) signs |= isNoteHolder
  }
  return signs
}
