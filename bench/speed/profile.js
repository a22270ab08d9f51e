/** `npm run bench -- profile`: where the CPU goes, by stage and by module, of warm code on labelled pages. */
import {Session} from 'node:inspector/promises'
import {dist} from '../engines/dist.js'
import {pageCount, pages, stride} from '../sets.js'

/** Rounds before the clock runs: the engine compiles for good after some hundred pages. */
const warmRounds = 2
const rounds = 3
/** Microseconds between two looks. */
const interval = 250

/** Stages by the module that is running; what is called from elsewhere counts where it stands. @type {readonly (readonly [stage: string, module: RegExp])[]} */
const stages = [
  ['tokenizer', /htmlparser2|input\/(?:scanner|nameTable)/u], ['tree and builder', /dist\/(?:input\/(?:tree|markup|html|void|attributes|skipped)|page\/(?:builder|openRegion|run|tidy|collapsed|abutting|elements|columns|classLists))\b|entities\//u],
  ['normaliser, sniffing, decoding', /dist\/input\//u], ['judge: forest', /dist\/judge\/(?:settledF|f)orest/u], ['judge: features', /dist\/judge\//u], ['passes', /dist\/(?:passes|rules)\/|dist\/page\//u],
  ['metadata', /dist\/(?:metadata|hydration)\//u], ['verdict', /dist\/verdict\//u], ['Markdown', /dist\/(?:markdown|comments|write|clean|output)/u], ['garbage collector', /garbage collector/u],
]

/** @param {{data: string, set: string, pages?: number}} options @returns {Promise<{ms: number, stages: [string, number][], modules: [string, number][]}>} shares, 0–1 */
export async function profile({data, set, pages: wanted = 400}) {
  // The modules as they are, not as the build gathers them.
  const {createCleaner} = await dist('clean.js')
  const cleaner = await createCleaner()
  /** @type {import('../sets.js').Page[]} */
  const loaded = []
  for await (const page of pages(set, data, new Set(stride(await pageCount(set, data), wanted)))) loaded.push(page)
  const pass = () => { for (const {html, gold} of loaded) cleaner.clean(html, gold.url ? {url: gold.url} : {}) }
  for (let round = 0; round < warmRounds; round++) pass()
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', {interval})
  await session.post('Profiler.start')
  const before = process.cpuUsage()
  for (let round = 0; round < rounds; round++) pass()
  const {user, system} = process.cpuUsage(before)
  const {profile: found} = await session.post('Profiler.stop')
  return {ms: (user + system) / 1000 / rounds / loaded.length, ...shares(found)}
}

/** @param {import('node:inspector').Profiler.Profile} profile */
function shares({nodes, samples = []}) {
  const places = new Map(nodes.map(({id, callFrame: {url, functionName}}) => [id, url === '' ? functionName : url]))
  /** @type {Map<string, number>} */
  const modules = new Map()
  /** @type {Map<string, number>} */
  const byStage = new Map()
  let all = 0
  for (const sample of samples) {
    const place = places.get(sample) ?? ''
    if (/^\((?:idle|program|root)\)$/u.test(place)) continue
    all++
    const module = place.replace(/^.*\/(?:dist|node_modules)\//u, '')
    modules.set(module, (modules.get(module) ?? 0) + 1)
    // Expressions and calls of the engine itself have no file.
    const stage = stages.find(([, test]) => test.test(place))?.[0] ?? (/^RegExp|^\(?[\w ]*\)?$/u.test(place) ? 'regular expressions and engine' : 'other')
    byStage.set(stage, (byStage.get(stage) ?? 0) + 1)
  }
  const sorted = (/** @type {Map<string, number>} */ counts) => [...counts].map(([name, count]) => /** @type {[string, number]} */ ([name, count / all])).sort((a, b) => b[1] - a[1])
  return {stages: sorted(byStage), modules: sorted(modules).slice(0, 25)}
}
