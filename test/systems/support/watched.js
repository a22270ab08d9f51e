/** A job watched from outside: memory and CPU time of it and its children (Linux). */
import {readFileSync} from 'node:fs'
import {childrenOf, start} from './jobs.js'

/** Seconds of a clock tick, bytes of a page of memory. */
const tick = 0.01
const page = 4096

/** @param {number} pid @returns {string[] | undefined} fields from the third on */
function stat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

/** Memory of its own: what processes share is counted once for each in RSS. @param {number} pid */
function privateBytes(pid) {
  try {
    const pss = /^Pss:\s+([0-9]+) kB/mu.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1'))
    return Number(pss?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}

/**
 * @param {readonly string[]} args
 * @param {{cwd: string, every?: number, input?: import('node:stream').Readable}} options
 */
export async function watched(args, {cwd, every = 200}) {
  const started = performance.now()
  const job = start(args, {cwd})
  const pid = job.child.pid ?? 0
  /** @type {{at: number, rss: number, pss: number, own: number}[]} */
  const samples = []
  let supervisor = 0
  let children = 0
  let busy = 0
  let watchedChildren = 0
  const timer = setInterval(() => {
    const own = stat(pid)
    if (!own) return
    const now = childrenOf(pid)
    supervisor = (Number(own[11]) + Number(own[12])) * tick
    // Of those that have ended, and of those that have not.
    children = (Number(own[13]) + Number(own[14])) * tick
    let rss = Number(own[21]) * page
    let pss = samples.length % 10 === 0 ? privateBytes(pid) : 0
    for (const child of now) {
      const fields = stat(child)
      if (!fields) continue
      children += (Number(fields[11]) + Number(fields[12])) * tick
      rss += Number(fields[21]) * page
      if (samples.length % 10 === 0) pss += privateBytes(child)
      watchedChildren++
      if (fields[0] === 'R' || fields[0] === 'D') busy++
    }
    samples.push({at: (performance.now() - started) / 1000, rss, pss, own: Number(own[21]) * page})
  }, every)
  const end = await job.ended
  clearInterval(timer)
  return {...end, seconds: (performance.now() - started) / 1000, samples, supervisor, children, busy: busy / Math.max(1, watchedChildren)}
}

/** Megabytes by which memory grows between the first and the last third of the run. @param {{rss: number}[]} samples */
export function growth(samples) {
  const third = Math.floor(samples.length / 3)
  const mean = (/** @type {{rss: number}[]} */ part) => part.reduce((sum, {rss}) => sum + rss, 0) / Math.max(1, part.length) / 1e6
  // The first third warms up: the second one is where it starts.
  return mean(samples.slice(2 * third)) - mean(samples.slice(third, 2 * third))
}
