/** Two passes and copies left out, in real processes: killed and gone on with, in parts, with poison; what must not be mixed. */
import {existsSync, readFileSync, readdirSync, writeFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {check, inTemporaryFolder} from './system.js'
import {checkWhole, childrenOf, contentHash, finish, rowsIn, start, statsOf, wait, writeRecords} from './support/jobs.js'

const inputs = ['c0.ndjson', 'c1.ndjson', 'c2.ndjson']

/** Three files; every tenth page of the last two stands in the first one, too. @param {string} cwd */
function writeCorpus(cwd) {
  for (const [k, name] of inputs.entries()) {
    writeRecords(join(cwd, name), {from: k * 200, count: 200})
    if (k === 0) continue
    const first = readFileSync(join(cwd, inputs[0]), 'utf8').trim().split('\n')
    const lines = readFileSync(join(cwd, name), 'utf8').trim().split('\n')
    const mixed = lines.map((line, i) => i % 10 === 0 ? JSON.stringify({...JSON.parse(first[i]), id: `copy${k}-${i}`, url: `https://copies.example/${k}/${i}`}) : line)
    writeFileSync(join(cwd, name), `${mixed.join('\n')}\n`)
  }
}

async function killed() {
  await inTemporaryFolder(async cwd => {
    writeCorpus(cwd)
    const args = [...inputs, '--two-pass', '--dedupe', 'exact', '--workers', '2']
    await finish([...args, '-o', 'whole/'], {cwd})
    const whole = statsOf(join(cwd, 'whole'))
    check(whole.in === 600 && whole.duplicate === 40 && whole.ok === 560, `counts: ${JSON.stringify(whole)}`)
    check(rowsIn(join(cwd, 'whole'), '_rejected.ndjson').every(({id, twin}) => id.startsWith('copy') && twin.id.startsWith('r')), 'a copy does not name its twin')
    let kills = 0
    for (let attempt = 0; attempt < 40; attempt++) {
      const job = start([...args, '-o', 'killed/'], {cwd})
      let isOver = false
      job.child.on('close', () => { isOver = true })
      // A fast machine is done soon: shorter and shorter, but for a long one now and then.
      await wait(attempt % 5 === 4 ? 2600 : Math.max(250, 900 - attempt * 90))
      if (!isOver) {
        const victims = attempt % 2 === 0 ? [job.child.pid ?? 0] : childrenOf(job.child.pid ?? 0).slice(0, 1)
        for (const pid of victims) process.kill(pid, 'SIGKILL')
        kills += victims.length
      }
      const {code} = await job.ended
      if (code === 0) break
    }
    check(kills >= 2, `only ${kills} kills`)
    await finish([...args, '-o', 'killed/'], {cwd})
    check(contentHash(join(cwd, 'killed')) === contentHash(join(cwd, 'whole')), 'other rows after kills')
    checkWhole(join(cwd, 'killed'))
    const state = readdirSync(join(cwd, 'killed/.boildown'))
    check(!state.some(name => /learn|bands|kept/u.test(name)), `left behind: ${state.join(', ')}`)
    console.log(`  ${kills} kills`)
    await finish([...args.slice(0, -2), '--workers', '1', '-o', 'one/'], {cwd})
    check(contentHash(join(cwd, 'one')) === contentHash(join(cwd, 'whole')), 'rows depend on the number of workers')
    // --hosts with what was learnt in two steps gives the same rows.
    await finish(['learn', ...inputs, '-o', 'hosts.bin'], {cwd})
    await finish([...inputs, '--hosts', 'hosts.bin', '--dedupe', 'exact', '-o', 'steps/'], {cwd})
    check(contentHash(join(cwd, 'steps')) === contentHash(join(cwd, 'whole')), 'two steps give other rows than two passes')
  })
}

async function learntInParts() {
  await inTemporaryFolder(async cwd => {
    writeCorpus(cwd)
    // A fast machine is done before it is killed: then sooner.
    for (const after of [1200, 800, 500, 300, 200]) {
      const job = start(['learn', ...inputs, '-o', 'killed.bin'], {cwd})
      await wait(after)
      job.child.kill('SIGKILL')
      await job.ended
      if (!existsSync(join(cwd, 'killed.bin'))) break
      rmSync(join(cwd, 'killed.bin'))
    }
    await finish(['learn', ...inputs, '-o', 'killed.bin'], {cwd})
    await finish(['learn', ...inputs, '-o', 'whole.bin', '--workers', '1'], {cwd})
    check(readFileSync(join(cwd, 'killed.bin')).equals(readFileSync(join(cwd, 'whole.bin'))), 'another file after a kill')
    check(readdirSync(cwd).every(name => !name.startsWith('.')), `left behind: ${readdirSync(cwd).join(', ')}`)
    for (const i of [3, 1, 2]) await finish(['learn', ...inputs, '--shard', `${i}/3`, '-o', `part${i}.bin`], {cwd})
    await finish(['merge', 'part1.bin', 'part3.bin', 'part2.bin', '-o', 'sum.bin'], {cwd})
    check(existsSync(join(cwd, 'sum.bin')), 'no sum')
    // Hosts of these files have more than 64 pages: each part looks at other ones, so that pages differ, and hosts do not.
    const {stderr} = await finish(['merge', 'part1.bin', 'part3.bin', '-o', 'sum.bin'], {cwd, code: 73})
    check(/exists already/u.test(stderr), stderr)
  })
}

async function notMixed() {
  await inTemporaryFolder(async cwd => {
    writeCorpus(cwd)
    await finish(['learn', inputs[0], '-o', 'a.bin'], {cwd})
    await finish(['learn', inputs[0], inputs[1], '-o', 'b.bin'], {cwd})
    await finish([inputs[0], '--hosts', 'a.bin', '-o', 'out/'], {cwd})
    const other = await finish([inputs[0], '--hosts', 'b.bin', '-o', 'out/'], {cwd, code: 73})
    check(/hosts/u.test(other.stderr), other.stderr)
    writeFileSync(join(cwd, 'bad.bin'), readFileSync(join(cwd, 'a.bin')).subarray(0, -1))
    const bad = await finish([inputs[0], '--hosts', 'bad.bin', '-o', 'other/'], {cwd, code: 2})
    check(/bad\.bin: a damaged hosts file/u.test(bad.stderr), bad.stderr)
    for (const flag of [['--two-pass'], ['--dedupe', 'exact']]) {
      const part = await finish([...inputs, ...flag, '--shard', '1/2', '-o', 'part/'], {cwd, code: 2})
      check(/boildown learn for each part, then boildown merge/u.test(part.stderr), part.stderr)
      const stream = await finish([...inputs, ...flag], {cwd, code: 2})
      check(/add -o DIR\//u.test(stream.stderr), stream.stderr)
    }
  })
}

/** A page that hangs while hosts are learnt costs itself only. */
async function poisoned() {
  await inTemporaryFolder(async cwd => {
    writeRecords(join(cwd, 'r.ndjson'), {count: 60})
    const lines = readFileSync(join(cwd, 'r.ndjson'), 'utf8').trim().split('\n')
    lines[30] = JSON.stringify({id: 'large', url: 'https://h1.example/large', html: '<p>word '.repeat(900_000)})
    writeFileSync(join(cwd, 'r.ndjson'), `${lines.join('\n')}\n`)
    await finish(['r.ndjson', '--two-pass', '-o', 'out/', '--memory', '400', '--deadline', '1'], {cwd})
    const {ok, error} = statsOf(join(cwd, 'out'))
    check(ok === 59 && error === 1, `${ok} ok, ${error} errors`)
    check(/deadline|memory/u.test(rowsIn(join(cwd, 'out'))[0].reason), 'another reason')
  })
}

export async function test() {
  for (const part of [killed, learntInParts, notMixed, poisoned]) {
    const started = performance.now()
    await part()
    console.log(`  ${part.name}: ok (${((performance.now() - started) / 1000).toFixed(1)} s)`)
  }
}
