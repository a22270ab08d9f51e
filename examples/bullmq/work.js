import {Worker} from 'bullmq'
import {createProcessor} from 'boildown/bullmq'

const processor = await createProcessor({out: 'clean/', deadline: 5})
const worker = new Worker('pages', processor, {connection: {url: process.env.REDIS_URL}, concurrency: processor.workers})

worker.on('error', error => console.error(error.code ?? error.name))
worker.on('failed', (job, error) => console.error(`job ${job?.id}: ${error.message}`))
process.on('SIGTERM', async () => {
  // Without Redis `close` waits for ever.
  setTimeout(() => process.exit(1), 10_000).unref()
  await worker.close()
  processor.close()
  process.exit()
})
