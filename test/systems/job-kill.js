/**
 * Jobs that are killed again and again give the rows of a job that never was.
 *
 * BOILDOWN_TEST_KILL names a file; where it exists, a child that stands between writing data and the journal line
 * that makes it count removes it and kills itself, or its supervisor if the file says `parent`.
 */
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {check, inTemporaryFolder} from './system.js'
import {checkWhole, childrenOf, contentHash, finish, start, statsOf, until, wait, writeRecords} from './support/jobs.js'

/** @param {{runs?: number, records?: number, seed?: number}} [size] */
export async function kills({runs = 3, records = 1500, seed = 1} = {}) {
  let random = seed
  const next = () => (random = (random * 1103515245 + 12345) % 2147483648) / 2147483648
  return inTemporaryFolder(async cwd => {
    for (let k = 0; k < 3; k++) writeRecords(join(cwd, `c${k}.ndjson`), {from: k * records, count: records})
    const args = ['c0.ndjson', 'c1.ndjson', 'c2.ndjson', '-q', '--workers', '2']
    await finish([...args, '-o', 'whole/'], {cwd})
    const whole = contentHash(join(cwd, 'whole'))
    const tally = {between: 0, parent: 0, child: 0}
    for (let run = 0; run < runs; run++) {
      const out = `out${run}/`
      await killedRun({cwd, args: [...args, '-o', out], next, tally})
      check(contentHash(join(cwd, out)) === whole, `run ${run}: other rows than without kills`)
      check(statsOf(join(cwd, out)).in === 3 * records, `run ${run}: not every record counted`)
      checkWhole(join(cwd, out))
    }
    return tally
  })
}

/** @param {{cwd: string, args: string[], next: () => number, tally: {between: number, parent: number, child: number}}} options */
async function killedRun({cwd, args, next, tally}) {
  const trigger = join(cwd, 'kill')
  let left = 4
  for (let round = 0; ; round++) {
    check(round < 50, 'a job that makes no progress')
    const job = start(args, {cwd, env: {BOILDOWN_TEST_KILL: trigger}})
    let isDead = false
    void job.ended.then(() => { isDead = true })
    await until(() => isDead || childrenOf(job.child.pid ?? 0).length > 0, 'a job with children')
    while (left > 0 && !isDead) {
      await wait(300 + next() * 1200)
      if (isDead) break
      left--
      const what = next()
      if (what < 0.3) {
        tally.between++
        writeFileSync(trigger, 'child')
      } else if (what < 0.55) {
        tally.between++
        writeFileSync(trigger, 'parent')
        await Promise.race([job.ended, wait(4000)])
      } else if (what < 0.8) {
        tally.parent++
        job.child.kill('SIGKILL')
        await job.ended
      } else {
        const children = childrenOf(job.child.pid ?? 0)
        if (children.length > 0) {
          tally.child++
          try {
            process.kill(children[Math.floor(next() * children.length)], 'SIGKILL')
          } catch {
            // It was done a moment before.
          }
        }
      }
    }
    const {code, signal, stderr} = await job.ended
    if (code === 0 && left <= 0) return
    check(code === 0 || signal === 'SIGKILL', `ended with ${code ?? signal}: ${stderr.slice(-2000)}`)
    if (code === 0) left = 0
    if (code === 0) return
  }
}

export async function test() {
  const {between, parent, child} = await kills()
  console.log(`  ${between} kills between data and journal, ${parent} of the supervisor, ${child} of a child`)
}
