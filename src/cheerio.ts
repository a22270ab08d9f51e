/**
 * `boildown/cheerio`: clean a document that is parsed already, a cheerio `$` or a tree of domhandler nodes.
 *
 * The document is read and never changed. cheerio itself is not imported.
 */
import type {AnyNode} from 'domhandler'
import {finish, learning} from './clean.ts'
import {judgeFor} from './judge/load.ts'
import {loadLazy} from './lazy.ts'
import {loadDrivers, type Drivers} from './input/drivers.ts'
import {readDom} from './input/dom.ts'
import {absolute, locate} from './input/locate.ts'
import {lostBefore} from './input/lost.ts'
import {createNormaliser} from './input/normalise.ts'
import type {Facts, Read} from './input/read.ts'
import type {ReadSelected, Selectors} from './input/select.ts'
import {settle, type Options, type Settings} from './options.ts'
import type {Repair} from './page/page.ts'
import type {Problem} from './problem.ts'
import type {Result} from './result.ts'
import {verifyFor} from './markdown/verify.ts'

/** What cheerio's `load` gives; only its root is asked for. */
export interface Loaded { root(): {toArray(): AnyNode[]} }
/** A selection of cheerio, `$('main')`. */
export interface Chosen { toArray(): AnyNode[] }
/** A loaded `$`, a selection of it, a node (a whole document most often), or several nodes. */
export type DocumentInput = Loaded | Chosen | AnyNode | readonly AnyNode[]

/** What is known of one document besides itself. */
export type DocumentFacts = Pick<Facts, 'url' | 'headers' | 'status' | 'fragment'>

export interface DocumentCleaner {
  /**
   * Clean one document. Never throws on its content: what goes wrong is in `problems`.
   *
   * @param facts what is known of this document; they win over the options of the same name.
   * @throws {TypeError} if the document is neither a cheerio `$` nor domhandler nodes.
   */
  clean(document: DocumentInput, facts?: DocumentFacts): Result
}

/**
 * Clean a document that is parsed already.
 *
 * @throws {TypeError} if it is neither a cheerio `$` nor domhandler nodes, or on an unknown or wrong option.
 */
export async function clean(document: DocumentInput, options?: Options): Promise<Result> {
  return (await createCleaner(options)).clean(document)
}

/**
 * Prepare once. Options about bytes and their kind (`contentType`, `from`, `limits.bytes`) have no effect here.
 *
 * @throws {TypeError} on an unknown or wrong option.
 */
export async function createCleaner(options?: Options): Promise<DocumentCleaner> {
  const settings = settle(options)
  const drivers = await loadDrivers(settings, ['html'])
  const judge = await judgeFor(settings, ['html'])
  const verify = await verifyFor(settings)
  const lazy = await loadLazy(settings)
  const learnt = settings.learn ? learning(settings) : undefined
  // One document may be a fragment among pages, and is then read and written as one.
  const other = settle({...options, fragment: !settings.fragment})
  return {
    clean: (document, facts = {}) => {
      const used = (facts.fragment ?? settings.fragment) === settings.fragment ? settings : other
      const found = read(nodesOf(document), facts, {settings: used, drivers})
      const result = finish(found, {settings: used, judge, verify, lazy, hosts: used.fragment ? undefined : learnt})
      if (!used.fragment) learnt?.add(found.page)
      return result
    },
  }
}

function read(nodes: readonly AnyNode[], facts: DocumentFacts, {settings, drivers}: {settings: Settings; drivers: Drivers}): Read {
  const problems: Problem[] = []
  const given = facts.url ?? settings.url
  const known = given === undefined ? undefined : absolute(given)
  const early = known === undefined ? undefined : drivers.sites?.of(known)
  let found = readOnce(nodes, early ?? drivers.selectors, settings)
  const {url, urlSource} = locate(found.page, given, problems)
  const late = known === undefined ? drivers.sites?.of(url) : undefined
  if (late !== undefined) found = readOnce(nodes, late, settings)
  const {page, selected, problem, repairs} = found
  if (problem !== undefined) problems.push(problem)
  const lost = lostBefore(page.blocks.map(({text}) => text))
  if (lost !== undefined) problems.push(lost)
  const located = {...page, repairs, ...(url === undefined ? {} : {url})}
  const arrival = {headers: facts.headers ?? settings.headers, status: facts.status ?? settings.status}
  return {page: located, problems, sniffed: 'html: a parsed document', urlSource, selected, arrival}
}

function readOnce(nodes: readonly AnyNode[], selectors: Selectors | undefined, settings: Settings): ReadSelected & {readonly repairs: readonly Repair[]} {
  const normaliser = settings.normalise ? createNormaliser() : undefined
  const options = {exact: settings.fragment, normalise: normaliser?.piece, maxBlocks: settings.limits.blocks, maxDepth: settings.limits.depth}
  const read = selectors === undefined ? {page: readDom(nodes, options), selected: []} : selectors.readDom(nodes, options)
  return {...read, repairs: normaliser?.repairs() ?? []}
}

function nodesOf(document: unknown): readonly AnyNode[] {
  const {root, toArray} = (document ?? {}) as Partial<Loaded & Chosen>
  const nodes: unknown = typeof root === 'function'
    ? (document as Loaded).root().toArray()
    : typeof toArray === 'function' ? (document as Chosen).toArray() : Array.isArray(document) ? document : [document]
  if ((nodes as unknown[]).every(isNode)) return nodes as AnyNode[]
  throw new TypeError(`the document must be a cheerio $, a selection or domhandler nodes, not ${document === null ? 'null' : typeof document}`)
}

function isNode(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'type' in value && 'parent' in value
}
