/** The class attributes of a page: the same attribute gives the same list, split once. */
import {isEditor} from './gutter.ts'

export const noClasses: readonly string[] = Object.freeze([])

export interface ClassList {
  /** 0 for none, then in order of appearance. */
  readonly id: number
  readonly list: readonly string[]
  /** Says of an element that an editor draws code in it. */
  readonly editor: boolean
}

const none: ClassList = {id: 0, list: noClasses, editor: false}

export class ClassLists {
  readonly #known = new Map<string, ClassList>()

  /** @param classes the attribute as written */
  of(classes: string): ClassList {
    if (classes === '') return none
    const known = this.#known.get(classes)
    if (known !== undefined) return known
    const list = classes.trim().split(/\s+/u)
    const made = {id: this.#known.size + 1, list: list[0] === '' ? noClasses : list, editor: isEditor(list)}
    this.#known.set(classes, made)
    return made
  }
}
