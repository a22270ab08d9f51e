/** The rules of one service, and which of them an element meets. */
import {isBlank, isBlock} from './tree.ts'
import type {Filter, Options, ReplacementFunction, Rule, RuleElement} from './types.ts'

interface Kept { readonly filter: Filter; readonly replacement: ReplacementFunction }
/** What is written for an element; undefined where the writer does as it always does. */
export type Replacing = (content: string, element: RuleElement) => string

export class RuleList {
  /** The caller's rules; what was added last is asked first. */
  readonly array: Rule[] = []
  readonly #options: Options
  readonly #keep: Kept[] = []
  readonly #remove: Kept[] = []

  constructor(options: Options) {
    this.#options = options
    for (const rule of Object.values(options.rules ?? {})) this.array.push(checkedRule(rule))
  }

  add(_key: string, rule: Rule): void {
    this.array.unshift(checkedRule(rule))
  }

  keep(filter: Filter): void {
    this.#keep.unshift({filter: checkedFilter(filter), replacement: (content, node, options) => (options.keepReplacement ?? asHtml)(content, node, options)})
  }

  remove(filter: Filter): void {
    this.#remove.unshift({filter: checkedFilter(filter), replacement: () => ''})
  }

  forEach(visit: (rule: Rule, index: number) => void): void {
    this.array.forEach((rule, index) => visit(rule, index))
  }

  /** Can any rule have a say on this source? Where names of elements tell that none can, no tree is built. @internal */
  concern(source: string): boolean {
    const {blankReplacement, defaultReplacement} = this.#options
    if (blankReplacement !== undefined || defaultReplacement !== undefined) return true
    const names: string[] = []
    for (const {filter} of [...this.array, ...this.#keep]) {
      if (typeof filter === 'function') return true
      names.push(...(typeof filter === 'string' ? [filter] : filter))
    }
    for (const {filter} of this.#remove) {
      if (typeof filter === 'function') return true
      names.push(...(typeof filter === 'string' ? [filter] : filter).filter(name => !neverWritten.has(name)))
    }
    return names.some(name => new RegExp(`<${name.replace(/[^\w-]/gu, '\\$&')}(?![\\w-])`, 'iu').test(source))
  }

  /** The order is turndown's: blank, the caller's, CommonMark's, kept, removed, the rest. @internal */
  of(element: HTMLElement): Replacing | undefined {
    const options = this.#options
    const rule = found(this.array, element, options)
    if (rule !== undefined) return isBlank(element) ? this.#blank(element) : replacing(rule, options)
    if (options.blankReplacement !== undefined && isBlank(element)) return this.#blank(element)
    if (isCommonMark(element)) return undefined
    const other = found(this.#keep, element, options) ?? found(this.#remove, element, options)
    if (other !== undefined) return isBlank(element) ? this.#blank(element) : replacing(other, options)
    const {defaultReplacement} = options
    return defaultReplacement && ((content, node) => defaultReplacement(content, node, options))
  }

  #blank(element: HTMLElement): Replacing {
    const {blankReplacement} = this.#options
    return content => (blankReplacement === undefined ? (isBlock(element) ? '\n\n' : '') : blankReplacement(content, element as RuleElement, this.#options))
  }
}

/** No text of theirs is ever written. */
const neverWritten: ReadonlySet<string> = new Set(['script', 'style'])

/** Elements with a rule of CommonMark: neither kept nor removed, only replaced by a rule. */
function isCommonMark(element: HTMLElement): boolean {
  switch (element.nodeName) {
    case 'P': case 'BR': case 'H1': case 'H2': case 'H3': case 'H4': case 'H5': case 'H6': case 'BLOCKQUOTE': case 'UL': case 'OL': case 'LI': case 'HR':
    case 'EM': case 'I': case 'STRONG': case 'B': case 'CODE': case 'IMG': return true
    case 'A': return (element.getAttribute('href') ?? '') !== ''
    case 'PRE': return element.firstChild?.nodeName === 'CODE'
    default: return false
  }
}

function found<R extends {readonly filter: Filter}>(rules: readonly R[], element: HTMLElement, options: Options): R | undefined {
  const name = element.nodeName.toLowerCase()
  return rules.find(rule => {
    const {filter} = rule
    if (typeof filter === 'string') return filter === name
    if (typeof filter === 'function') return filter.call(rule, element as RuleElement, options)
    return filter.includes(name)
  })
}

function replacing(rule: Rule | Kept, options: Options): Replacing {
  return (content, element) => rule.replacement?.(content, element, options) ?? ''
}

const asHtml: ReplacementFunction = (_content, node) => {
  const element = node as HTMLElement
  return isBlock(element) ? `\n\n${element.outerHTML}\n\n` : element.outerHTML
}

function checkedRule(rule: Rule): Rule {
  checkedFilter(rule.filter)
  if (rule.replacement !== undefined && typeof rule.replacement !== 'function') throw new TypeError('`replacement` needs to be a function')
  return rule
}

function checkedFilter(filter: Filter): Filter {
  if (typeof filter === 'string' || typeof filter === 'function' || Array.isArray(filter)) return filter
  throw new TypeError('`filter` needs to be a string, array, or function')
}
