/** How many processes clean at once if nobody says. */
import {readFileSync} from 'node:fs'
import {availableParallelism, freemem} from 'node:os'

/**
 * As many as there are cores, fewer where memory is short: a machine of many cores and little memory must not die of its cores.
 *
 * @param memory - bytes each may take
 */
export function defaultWorkers(memory: number): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(availableMemory() / memory)))
}

function availableMemory(): number {
  // 0 or undefined: no limit is set for this process.
  const allowed = process.constrainedMemory?.() || Number.POSITIVE_INFINITY
  return Math.min(allowed, memAvailable() ?? freemem())
}

/** What programs can have without swapping: free memory leaves out the caches that give way. */
function memAvailable(): number | undefined {
  try {
    const kilobytes = /^MemAvailable:\s+([0-9]+) kB/mu.exec(readFileSync('/proc/meminfo', 'latin1'))?.[1]
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024
  } catch {
    return undefined
  }
}
