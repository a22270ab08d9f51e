/** What a process does that is made to be lost, so that nobody else suffers when it goes, or when its parent does. */
import {writeFileSync} from 'node:fs'
import {Worker} from 'node:worker_threads'

/** Milliseconds between two looks of an orphan's watch. Chosen. */
const lookEvery = 1000

/** Looks at the parent from a thread of its own: a page that hangs holds up everything else in this process. */
const watch = `
const {workerData: {parent, every}} = require('node:worker_threads')
const lives = () => { try { process.kill(parent, 0); return true } catch (error) { return error.code !== 'ESRCH' } }
setInterval(() => { if (process.ppid !== parent || !lives()) process.kill(process.pid, 'SIGKILL') }, every)
`

/** Where memory runs out, the kernel takes this process first. Linux only. */
export function goFirst(): void {
  if (process.platform !== 'linux') return
  try {
    writeFileSync('/proc/self/oom_score_adj', '1000')
  } catch {
    // Containers may forbid it; then the kernel chooses by itself.
  }
}

/** Ends this process within two seconds after the one that started it, whatever it is doing then. */
export function endWithParent(parent = process.ppid): void {
  const thread = new Worker(watch, {eval: true, workerData: {parent, every: lookEvery}, resourceLimits: {maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2}, stdout: true, stderr: true})
  thread.unref()
  // Without the watch an orphan still ends once its page is done: its channel is closed.
  thread.on('error', () => undefined)
}
