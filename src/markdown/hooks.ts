/** Rules of the caller by element: what is written instead of what the writer would write. */
import type {Attrs, Block, Mark, MarkKind, Page} from '../page/page.ts'

export interface HookedElement {
  /** Name under which it was hooked. */
  readonly tag: string
  /** The attributes that were kept, names in lower case, entities decoded. */
  readonly attrs: Attrs
  readonly classes: readonly string[]
  /** Its text without any markup and without escapes; '' of an image. */
  readonly text: string
  /** Index of the block it stands around, as in `result.blocks`; undefined of inline elements. */
  readonly block?: number | undefined
}
/** @returns what to write instead; undefined to leave it as it is, '' to leave it out */
export type Hook = (markdown: string, element: HookedElement) => string | undefined
/** By the element's name in lower case: inline elements, images, and the innermost element of a block. */
export type Hooks = Readonly<Record<string, Hook>>

/** The names of each kind of inline markup; the first one there is holds. */
const names: Readonly<Record<MarkKind, readonly string[]>> = {
  link: ['a'], strong: ['strong', 'b'], em: ['em', 'i'], code: ['code', 'tt', 'samp'], kbd: ['kbd'], del: ['del', 's', 'strike'], ins: ['ins', 'u'],
  sub: ['sub'], sup: ['sup'], mark: ['mark'], q: ['q'], abbr: ['abbr'], small: ['small'], time: ['time'], span: ['span'], image: ['img'], math: ['math'],
}
/** Blocks that no element of their own stands around. */
const blockNames: Partial<Record<Block['kind'], string>> = {rule: 'hr', math: 'math', embed: 'iframe', image: 'img'}

/** Name of the hook for this kind of markup, undefined if there is none. */
export function hookName(hooks: Hooks | undefined, kind: MarkKind): string | undefined {
  return hooks === undefined ? undefined : names[kind].find(name => Object.hasOwn(hooks, name))
}

/** The Markdown of a mark as its hook wants it. */
export function hookedMark(hooks: Hooks | undefined, markdown: string, {mark, text}: {mark: Mark; text: string}): string {
  const tag = hookName(hooks, mark.kind)
  if (hooks === undefined || tag === undefined) return markdown
  return hooks[tag](markdown, {tag, attrs: mark.attrs, classes: mark.classes, text}) ?? markdown
}

function blockName({regions}: Page, {kind, region}: Block): string {
  return blockNames[kind] ?? (region < 0 ? 'p' : regions[region].tag)
}

/** Does a hook have a say in what is written of this block? */
export function isHooked(hooks: Hooks, page: Page, block: Block): boolean {
  return Object.hasOwn(hooks, blockName(page, block)) || block.marks.some(({kind}) => hookName(hooks, kind) !== undefined)
}

/** The Markdown of a block as its hook wants it. */
export function hookedBlock(hooks: Hooks, markdown: string, {page, block, index}: {page: Page; block: Block; index: number}): string {
  const region = block.region < 0 ? undefined : page.regions[block.region]
  const tag = blockName(page, block)
  // An image that stands alone has met its hook.
  if (tag === 'img' || !Object.hasOwn(hooks, tag)) return markdown
  return hooks[tag](markdown, {tag, attrs: region?.attrs ?? {}, classes: region?.classes ?? [], text: block.text, block: index}) ?? markdown
}
