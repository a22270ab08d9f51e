/**
 * Jobs that are killed again and again give the rows of a job that never was.
 *
 * BOILDOWN_TEST_KILL names a file; where it exists, a child that stands between writing data and the journal line
 * that makes it count removes it and kills itself, or its supervisor if the file says `parent`.
 */
import {existsSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {check, inTemporaryFolder} from './system.js'
import {checkWhole, childrenOf, contentHash, finish, start, statsOf, until, wait, writeRecords} from './support/jobs.js'

/**
 * @param {{runs?: number, records?: number, weight?: number, pause?: number, killsARun?: number, seed?: number, say?: (line: string) => void}} [size]
 *   `pause`: milliseconds between two kills at most
 */
export async function kills({runs = 3, records = 1500, weight = 12, pause = 1200, killsARun = 4, seed = 1, say = () => undefined} = {}) {
  let random = seed
  const next = () => (random = (random * 1103515245 + 12345) % 2147483648) / 2147483648
  return inTemporaryFolder(async cwd => {
    for (let k = 0; k < 3; k++) writeRecords(join(cwd, `c${k}.ndjson`), {from: k * records, count: records, weight})
    const args = ['c0.ndjson', 'c1.ndjson', 'c2.ndjson', '-q', '--workers', '2']
    const started = performance.now()
    await finish([...args, '-o', 'whole/'], {cwd})
    say(`undisturbed: ${((performance.now() - started) / 1000).toFixed(1)} s, ${checkpoints(join(cwd, 'whole'))} checkpoints`)
    const whole = contentHash(join(cwd, 'whole'))
    const tally = {between: 0, parent: 0, child: 0}
    for (let run = 0; run < runs; run++) {
      const out = `out${run}/`
      const before = sum(tally)
      await killedRun({cwd, args: [...args, '-o', out], next, tally, pause, killsARun})
      check(contentHash(join(cwd, out)) === whole, `run ${run}: other rows than without kills`)
      check(statsOf(join(cwd, out)).in === 3 * records, `run ${run}: not every record counted`)
      checkWhole(join(cwd, out))
      say(`run ${run + 1}: ${sum(tally) - before} kills`)
      rmSync(join(cwd, out), {recursive: true})
    }
    return tally
  })
}

/** @typedef {{between: number, parent: number, child: number}} Tally */

/** @param {Tally} tally */
const sum = ({between, parent, child}) => between + parent + child

/** @param {string} folder */
function checkpoints(folder) {
  const state = join(folder, '.boildown')
  return readdirSync(state).filter(name => name.endsWith('.journal')).map(name => readFileSync(join(state, name), 'latin1').split('\n').length - 1).join(' + ')
}

/** @param {{cwd: string, args: string[], next: () => number, tally: Tally, pause: number, killsARun: number}} options */
async function killedRun({cwd, args, next, tally, pause, killsARun}) {
  const trigger = join(cwd, 'kill')
  let left = killsARun
  for (let round = 0; ; round++) {
    check(round < 60, 'a job that makes no progress')
    const job = start(args, {cwd, env: {BOILDOWN_TEST_KILL: trigger}})
    let isDead = false
    void job.ended.finally(() => { isDead = true })
    await until(() => isDead || childrenOf(job.child.pid ?? 0).length > 0, 'a job with children')
    while (left > 0 && !isDead) {
      await wait((0.2 + 0.8 * next()) * pause)
      if (isDead) break
      const kind = await kill(job, {what: next(), trigger, which: next()})
      if (!kind) continue
      tally[kind]++
      left--
    }
    rmSync(trigger, {force: true})
    const {code, signal, stderr} = await job.ended
    check(code === 0 || signal === 'SIGKILL', `ended with ${code ?? signal}: ${stderr.slice(-2000)}`)
    if (code === 0) return
  }
}

/**
 * @param {ReturnType<typeof start>} job @param {{what: number, trigger: string, which: number}} options
 * @returns {Promise<keyof Tally | undefined>} undefined if it came too late
 */
async function kill({child, ended}, {what, trigger, which}) {
  if (what < 0.55) {
    writeFileSync(trigger, what < 0.3 ? 'child' : 'parent')
    let isOver = false
    void ended.finally(() => { isOver = true })
    await until(() => isOver || !existsSync(trigger), 'a checkpoint', 20_000)
    return existsSync(trigger) ? undefined : 'between'
  }
  if (what < 0.8) {
    child.kill('SIGKILL')
    return (await ended).code === 0 ? undefined : 'parent'
  }
  const children = childrenOf(child.pid ?? 0)
  try {
    process.kill(children[Math.floor(which * children.length)], 'SIGKILL')
    return 'child'
  } catch {
    return undefined
  }
}

export async function test() {
  const {between, parent, child} = await kills()
  console.log(`  ${between} kills between data and journal, ${parent} of the supervisor, ${child} of a child`)
}
