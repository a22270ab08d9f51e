/** `node test/soak/bullmq.js [JOBS]`: 20,000 jobs by reference, and a tenth of them by value; workers and Redis are killed. */
import {queued} from '../systems/bullmq.js'

const jobs = Number(process.argv[2] ?? 20_000)
const started = performance.now()
const say = (/** @type {string} */ line) => console.log(`  ${line}`)
console.log('by reference')
await queued({jobs, isByReference: true, say})
console.log('by value')
await queued({jobs: Math.ceil(jobs / 10), say})
console.log(`bullmq: ok (${((performance.now() - started) / 1000).toFixed(0)} s)`)
