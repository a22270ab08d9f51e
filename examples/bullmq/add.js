import {createInterface} from 'node:readline'
import {Queue} from 'bullmq'

// Rows of NDJSON on stdin, a job each: {"id", "url", "html"}.
const queue = new Queue('pages', {connection: {url: process.env.REDIS_URL}})
for await (const line of createInterface({input: process.stdin})) {
  await queue.add('page', JSON.parse(line), {attempts: 3, backoff: {type: 'exponential', delay: 1000}})
}
await queue.close()
