/** `boildown queue` with a Redis of its own: workers and Redis are killed, nothing is lost, nothing is there twice. */
import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {check, inTemporaryFolder} from './system.js'
import {beside} from './support/beside.js'
import {wait} from './support/jobs.js'
import {addLongJob, startWorker, workThrough} from './support/queues.js'
import {RedisServer} from './support/redis.js'

/** @param {{jobs: number, isByReference?: boolean, say?: (line: string) => void}} size */
export async function queued({jobs, isByReference = false, say = () => undefined}) {
  const app = beside('bullmq', ['bullmq', 'ioredis'])
  await inTemporaryFolder(async folder => {
    const data = join(folder, 'redis')
    mkdirSync(data)
    const redis = await RedisServer.start(data)
    try {
      await workThrough({folder, app, redis, jobs, isByReference, say})
      await stopsWithoutRedis({folder, app, redis})
    } finally {
      await redis.stop()
    }
  })
}

/** A worker that is told to stop in the middle of a page, while Redis is gone, ends in time; another finds no Redis at all. @param {{folder: string, app: string, redis: RedisServer}} options */
async function stopsWithoutRedis({folder, app, redis}) {
  const active = await addLongJob(app, redis)
  const worker = startWorker(app, {args: ['pages', '-o', 'out/', '--workers', '1', '--grace', '2', '--deadline', '100', '--memory', '3000'], folder, url: redis.url})
  await active()
  await redis.down('SIGKILL')
  await wait(300)
  const started = performance.now()
  worker.child.kill('SIGTERM')
  const hung = setTimeout(() => worker.child.kill('SIGKILL'), 20_000)
  const {code} = await worker.ended
  clearTimeout(hung)
  const seconds = (performance.now() - started) / 1000
  check(code === 143, `a worker that was told to stop ended with ${code}`)
  check(worker.said().includes('left to others'), `a worker that was told to stop: ${worker.said()}`)
  check(seconds < 6, `a worker that was told to stop took ${seconds.toFixed(1)} s without Redis, with a grace of 2`)
  const late = startWorker(app, {args: ['pages', '-o', 'out/'], folder, url: redis.url})
  const end = await late.ended
  check(end.code === 75 && /does not answer \(ECONNREFUSED\)/u.test(end.said) && !end.said.includes(redis.password), `without Redis: ${end.code}, ${end.said}`)
}

export async function test() {
  await queued({jobs: 1000, say: line => console.log(`  ${line}`)})
}
