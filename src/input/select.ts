/**
 * CSS selectors of the user, on the DOM road: htmlparser2's tree, css-select, the DOM driver.
 *
 * Loaded only by who has selectors.
 */
import {compile} from 'css-select'
import type {AnyNode, Element as Node} from 'domhandler'
import {parseDocument} from 'htmlparser2'
import {knownElement} from '../page/elements.ts'
import type {Settings} from '../options.ts'
import type {Selected} from '../page/pass.ts'
import type {Page} from '../page/page.ts'
import type {Problem} from '../problem.ts'
import {readDom} from './dom.ts'
import {readHtml, withoutCdata} from './html.ts'
import type {ReadOptions} from './markup.ts'
import {nestsDeeper} from './nestsDeeper.ts'
import {Selection, type Matches, type Selector} from './selection.ts'

export interface ReadSelected {
  readonly page: Page
  readonly selected: readonly Selected[]
  /** The selectors could not be applied, and `selected` is empty. */
  readonly problem?: Problem
}

export interface Selectors {
  /** Never throws. */
  readHtml(source: string, options: ReadOptions): ReadSelected
  readDom(document: AnyNode | readonly AnyNode[], options: ReadOptions): ReadSelected
}

/** Nested elements up to which selectors are matched: parsing and matching both cost time times depth. Chosen. */
const maxDepth = 2000
/** Nodes beside each other up to which selectors that count or compare siblings are matched: each costs time times their number. Chosen. */
const maxSiblings = 20_000
const looksAtSiblings = /[+~:]/u

export interface Compiled extends Selector { readonly matches: (node: AnyNode) => boolean }

/**
 * Prepare the selectors of the options; undefined if there are none.
 *
 * @throws {TypeError} naming the option and the selector that cannot be read.
 */
export function compileSelectors(options: Pick<Settings, 'select' | 'remove'>): Selectors | undefined {
  return selectorsFrom(compiledOptions(options))
}

/** @throws {TypeError} as `compileSelectors`. */
export function compiledOptions({select, remove}: Pick<Settings, 'select' | 'remove'>): readonly Compiled[] {
  return [
    ...select.map(selector => compiledOf('keep', selector, 'select')),
    ...remove.map(selector => compiledOf('drop', selector, 'remove')),
  ]
}

/** undefined if there are none. */
export function selectorsFrom(compiled: readonly Compiled[]): Selectors | undefined {
  if (compiled.length === 0) return undefined
  return {
    readHtml: (source, options) => {
      if (nestsDeeper(source, maxDepth)) return {page: readHtml(source, options), selected: [], problem: notApplied(`elements nest deeper than ${maxDepth}`)}
      const document = parseDocument(withoutCdata(source), {withStartIndices: true, withEndIndices: true})
      return readMatched(document, {...options, source}, compiled)
    },
    readDom: (document, options) => readMatched(document, options, compiled),
  }
}

/** @throws {TypeError} naming the option and the selector that cannot be read. */
export function compiledOf(verdict: Selector['verdict'], selector: string, option: string): Compiled {
  try {
    if (selector.trim() === '') throw new SyntaxError('it is empty')
    return {verdict, selector, matches: compile<AnyNode, Node>(selector)}
  } catch (error) {
    throw new TypeError(`option ${option}: '${selector.slice(0, 80)}' is not a CSS selector: ${(error as Error).message}`, {cause: error})
  }
}

function readMatched(document: AnyNode | readonly AnyNode[], options: Parameters<typeof readDom>[1], compiled: readonly Compiled[]): ReadSelected {
  const matches = matchesIn(Array.isArray(document) ? document as readonly AnyNode[] : [document as AnyNode], compiled)
  if (typeof matches === 'string') return {page: readDom(document, options), selected: [], problem: notApplied(matches)}
  const selection = new Selection(matches)
  return selection.finish(readDom(document, {...options, selection}))
}

function notApplied(why: string): Problem {
  return {code: 'engine-failed', message: `select and remove were not applied: ${why}`}
}

/** All matches in a tree; why not, if that could take too long. */
function matchesIn(roots: readonly AnyNode[], compiled: readonly Compiled[]): Matches | string {
  const found = new Map<AnyNode, Selector[]>()
  const holders = new Set<AnyNode>()
  const countsSiblings = compiled.some(({selector}) => looksAtSiblings.test(selector))
  const stack: {nodes: readonly AnyNode[]; at: number}[] = [{nodes: roots, at: 0}]
  while (stack.length > 0) {
    const top = stack[stack.length - 1]
    if (top.at === top.nodes.length) {
      stack.pop()
      continue
    }
    const node = top.nodes[top.at++]
    if (!('children' in node)) continue
    if (node.type === 'tag' || node.type === 'script' || node.type === 'style') match(node as Node, {compiled, found, holders})
    if (stack.length > maxDepth) return `elements nest deeper than ${maxDepth}`
    if (countsSiblings && node.children.length > maxSiblings) return `more than ${maxSiblings} nodes stand beside each other`
    stack.push({nodes: node.children, at: 0})
  }
  return {selectors: compiled.map(named), of: node => found.get(node), holdsBlocks: node => holders.has(node)}
}

function named({verdict, selector, site}: Compiled): Selector {
  return {verdict, selector, ...(site === undefined ? {} : {site})}
}

function match(node: Node, {compiled, found, holders}: {compiled: readonly Compiled[]; found: Map<AnyNode, Selector[]>; holders: Set<AnyNode>}): void {
  for (const each of compiled) {
    if (!each.matches(node)) continue
    const known = found.get(node)
    if (known === undefined) found.set(node, [named(each)])
    else known.push(named(each))
  }
  const known = knownElement(node.name)
  if (known === undefined || (known.does !== 'region' && known.tag !== 'hr')) return
  for (let around: AnyNode | null = node.parent; around !== null && !holders.has(around); around = around.parent) holders.add(around)
}
