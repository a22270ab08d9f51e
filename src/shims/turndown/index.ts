/**
 * `boildown/turndown`: turndown's calls over our writer. Swap the import, keep the rest.
 *
 * Synchronous, as turndown is. Without rules no DOM is ever built. GFM is always written, so the GFM plugins have
 * nothing to do. README says what differs.
 */
import {escapeText} from './escape.ts'
import {markdownWriter} from './fragment.ts'
import {joined} from './joining.ts'
import {checkOptions, defaults} from './options.ts'
import {isGfm} from './plugins.ts'
import {htmlOf, rewrite} from './rewrite.ts'
import {RuleList} from './ruleList.ts'
import {rootOf} from './tree.ts'
import type {Filter, NodeLike, Options, Plugin, Rule} from './types.ts'

export type {Filter, FilterFunction, NodeLike, Options, Plugin, ReplacementFunction, Rule, RuleElement} from './types.ts'

export class TurndownService {
  /** Read at each call; may be changed between calls. */
  options: Options
  readonly rules: RuleList

  /** @throws {TypeError} on an option that is not one of turndown's values */
  constructor(options: Options = {}) {
    checkOptions(options)
    this.options = {...defaults, ...options}
    this.rules = new RuleList(this.options)
  }

  /**
   * HTML, or an element, document or fragment of any DOM, as Markdown without a line end at the end. The node is
   * left as it was.
   *
   * @throws {TypeError} if the input is neither. What rules throw goes through.
   */
  turndown(input: string | NodeLike): string {
    if (!canConvert(input)) throw new TypeError(`${String(input)} is not a string, or an element/document/fragment node.`)
    const escape = this.escape === builtInEscape ? undefined : (text: string): string => this.escape(text)
    const toMarkdown = markdownWriter(this.options)
    const isPlain = escape === undefined && !this.rules.concern(typeof input === 'string' ? input : htmlOf(input as unknown as Node))
    const markdown = isPlain
      ? toMarkdown(typeof input === 'string' ? input : htmlOf(input as unknown as Node))
      : rewrite(rootOf(typeof input === 'string' ? input : input as unknown as Node), {rules: this.rules, toMarkdown, escape})
    return this.#appended(markdown)
  }

  /** A rule for what the filter matches: it is asked before those added earlier, and before all of the writer's. */
  addRule(key: string, rule: Rule): this {
    this.rules.add(key, rule)
    return this
  }

  /** Elements that stay HTML, where CommonMark has no sign for them. */
  keep(filter: Filter): this {
    this.rules.keep(filter)
    return this
  }

  /** Elements that go with all that is in them, where CommonMark has no sign for them. */
  remove(filter: Filter): this {
    this.rules.remove(filter)
    return this
  }

  /** The rules of the GFM plugins are left out: tables, task lists and strikethrough are written anyway. */
  use(plugins: Plugin | readonly Plugin[]): this {
    for (const plugin of Array.isArray(plugins) ? plugins as readonly Plugin[] : [plugins as Plugin]) {
      if (typeof plugin !== 'function') throw new TypeError('plugin must be a Function or an Array of Functions')
      if (!isGfm(plugin)) plugin(this as never)
    }
    return this
  }

  /** Text that is text wherever it is put. One of your own, put in its place, is asked for all text but code. */
  escape(text: string): string {
    return escapeText(text)
  }

  #appended(markdown: string): string {
    const appended: string[] = []
    this.rules.forEach(({append}) => {
      if (append !== undefined) appended.push(append(this.options))
    })
    return joined([markdown, ...appended]).replace(/^[\t\r\n]+/u, '').trimEnd()
  }
}
export default TurndownService

const {escape: builtInEscape} = TurndownService.prototype

function canConvert(input: unknown): input is string | NodeLike {
  if (typeof input === 'string') return true
  const nodeType = (input as NodeLike | null | undefined)?.nodeType
  return nodeType === 1 || nodeType === 9 || nodeType === 11
}
