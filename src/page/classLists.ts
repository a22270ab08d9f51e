/** The class attributes of a page: the same attribute gives the same list, split once. */
import {isEditor} from './gutter.ts'

export const noClasses: readonly string[] = Object.freeze([])

export interface ClassList {
  /** 0 for none, then in order of appearance. */
  readonly id: number
  /** The attribute as written. */
  readonly text: string
  readonly list: readonly string[]
  /** Says of an element that an editor draws code in it. */
  readonly editor: boolean
}

export const noClassList: ClassList = {id: 0, text: '', list: noClasses, editor: false}

/** Places for lists that come again, a power of two. Chosen: a page has some 200 class attributes that differ. */
const places = 512

export class ClassLists {
  readonly #known = new Map<string, ClassList>()
  /** The last list of each place: a class attribute that comes again is found by its signs, and no string is made of it. */
  readonly #recent: (ClassList | undefined)[] = new Array<ClassList | undefined>(places).fill(undefined)

  /** @param classes the attribute as written, entities decoded */
  of(classes: string): ClassList {
    if (classes === '') return noClassList
    const known = this.#known.get(classes)
    if (known !== undefined) return known
    const list = split(classes)
    const made = {id: this.#known.size + 1, text: classes, list, editor: isEditor(list)}
    this.#known.set(classes, made)
    return made
  }

  /**
   * The attribute that stands between two offsets of the source.
   *
   * @returns undefined if it has entities, which somebody must decode before
   */
  at(source: string, from: number, to: number): ClassList | undefined {
    if (from >= to) return noClassList
    const length = to - from
    const place = (length * 61 + source.charCodeAt(to - 1) * 7 + source.charCodeAt(from + (length >> 1)) * 31 + source.charCodeAt(from)) & (places - 1)
    const recent = this.#recent[place]
    if (recent !== undefined && recent.text.length === length && source.startsWith(recent.text, from)) return recent
    const raw = source.slice(from, to)
    return raw.includes('&') ? undefined : this.#recent[place] = this.of(raw)
  }
}

/** The names in order. By hand: an expression costs more than all the rest of a class attribute. */
function split(classes: string): readonly string[] {
  const names: string[] = []
  /** Where a name began, -1 between names. */
  let from = -1
  for (let i = 0; i < classes.length; i++) {
    const unit = classes.charCodeAt(i)
    if (unit > 32 && unit < 128) {
      if (from < 0) from = i
    } else if (unit === 32 || (unit >= 9 && unit <= 13)) {
      if (from >= 0) names.push(classes.slice(from, i))
      from = -1
    } else return splitBySpaces(classes)
  }
  if (from >= 0) names.push(classes.slice(from))
  return names.length === 0 ? noClasses : names
}

/** White space beyond ASCII is some as well. */
function splitBySpaces(classes: string): readonly string[] {
  const trimmed = classes.trim()
  return trimmed === '' ? noClasses : trimmed.split(/\s+/u)
}
