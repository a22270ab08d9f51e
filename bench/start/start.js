/** `npm run bench -- start`: what it costs to load the library, to get a first result, and in memory. */
import {spawnSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {median} from '../speed/speed.js'

/** Rounds of the import; one import is some ten milliseconds and spreads by a few. */
const rounds = 9

const probe = fileURLToPath(new URL('probe.js', import.meta.url))

/** What a process of its own measures, by name of the probe. @param {string[]} args @returns {Record<string, number>} */
function inChild(...args) {
  const {stdout, stderr, status} = spawnSync(process.execPath, [...(args[0] === 'held' ? ['--expose-gc'] : []), probe, ...args], {encoding: 'utf8'})
  if (status !== 0) throw new Error(`the probe ${args.join(' ')} ended with ${status}\n${stderr}`)
  return JSON.parse(stdout)
}

/** Milliseconds of CPU, megabytes, kilobytes a result. */
export function start() {
  /** @type {Record<'boildown' | 'htmlparser2', number[]>} */
  const imports = {boildown: [], htmlparser2: []}
  const first = []
  for (let round = 0; round < rounds; round++) {
    imports.htmlparser2.push(inChild('import', 'htmlparser2').cpu)
    imports.boildown.push(inChild('import', 'boildown').cpu)
    first.push(inChild('first'))
  }
  const own = median(imports.boildown)
  const parser = median(imports.htmlparser2)
  return {
    import_ms: own, htmlparser2_import_ms: parser, import_above_htmlparser2_ms: own - parser,
    first_result_cpu_ms: median(first.map(({cpu}) => cpu)), first_result_wall_ms: median(first.map(({wall}) => wall)),
    node_rss_mb: inChild('memory', '0').rss, rss_5mb_page_mb: inChild('memory', '5000000').rss,
    heap_kb_a_held_result: inChild('held').kilobytes,
  }
}
