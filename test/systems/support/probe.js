/** Loaded before a crawler (`node --import`): how long its event loop stands still, and the CPU time it takes. */
import {monitorEventLoopDelay} from 'node:perf_hooks'

const delay = monitorEventLoopDelay({resolution: 10})
delay.enable()
let before = process.cpuUsage()
// From now on it counts: what was loaded before is no matter of pages.
process.on('message', () => {
  delay.reset()
  before = process.cpuUsage()
})
process.channel?.unref()
process.on('exit', () => {
  const {user, system} = process.cpuUsage(before)
  process.send?.({delay: delay.max / 1e6, cpu: (user + system) / 1000})
})
