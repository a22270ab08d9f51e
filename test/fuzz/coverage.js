/** Which branches of a program were taken, as V8 counts them: one range is one branch, as in c8's reports. */
import {Session} from 'node:inspector/promises'

/** Folders whose branches count. */
const watched = /\/dist\/(input|markdown)\//u

/** Starts counting. @param {string} dist @returns {Promise<() => Promise<Record<string, readonly string[]>>>} by file: name:from-to=1 for a branch that was taken, 0 for one that was not */
export async function coverage(dist) {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', {callCount: true, detailed: true})
  return async () => {
    const {result} = await session.post('Profiler.takePreciseCoverage')
    /** @type {Record<string, readonly string[]>} */
    const out = {}
    for (const {url, functions} of result) {
      if (!url.startsWith(dist) || !watched.test(url)) continue
      out[url.slice(dist.length)] = functions.flatMap(({functionName, ranges}) => ranges.map(({startOffset, endOffset, count}) => `${functionName}:${startOffset}-${endOffset}=${count > 0 ? 1 : 0}`))
    }
    return out
  }
}
