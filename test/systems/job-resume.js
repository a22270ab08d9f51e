/** A job as a new user has it: 500 saved pages, stopped half way, gone on with; and everything that must not be mixed. */
import {existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {spawnSync} from 'node:child_process'
import {check, inTemporaryFolder} from './system.js'
import {node24} from './node24.js'
import {bin, checkWhole, contentHash, finish, pageOf, rowsIn, shardRows, start, statsOf, until, visible, writeRecords} from './support/jobs.js'

/** @param {string} cwd @param {number} count */
function savePages(cwd, count) {
  for (let i = 0; i < count; i++) {
    mkdirSync(join(cwd, 'pages', `dir${i % 5}`), {recursive: true})
    writeFileSync(join(cwd, 'pages', `dir${i % 5}`, `p${i}.html`), pageOf(i, 60))
  }
  mkdirSync(join(cwd, 'pages', 'p1_files'))
  writeFileSync(join(cwd, 'pages', 'style.css'), 'p {}')
}

async function stoppedAndResumed() {
  await inTemporaryFolder(async cwd => {
    savePages(cwd, 500)
    await finish(['pages/', '-o', 'whole/'], {cwd})
    for (const [signal, code] of /** @type {const} */ ([['SIGINT', 130], ['SIGTERM', 143]])) {
      const out = `${signal}/`
      const job = start(['pages/', '-o', out], {cwd})
      await until(() => existsSync(join(cwd, out, 'dir3')), 'the first pages')
      const second = await start(['pages/', '-o', out], {cwd}).ended
      check(second.code === 73 && /another process works in this folder/u.test(second.stderr), `a second process ended with ${second.code}: ${second.stderr}`)
      job.child.kill(signal)
      const end = await job.ended
      check(end.code === code, `${signal}: ended with ${end.code ?? end.signal}: ${end.stderr}`)
      check(/run the same command line again/u.test(end.stderr), `it does not say how to go on: ${end.stderr}`)
      const pages = visible(join(cwd, out)).filter(name => name.endsWith('.md')).length
      check(pages < 500, 'stopped too late to show anything')
      const {seconds} = JSON.parse(readFileSync(join(cwd, out, '_manifest.json'), 'utf8'))
      await finish(['pages/', '-o', out], {cwd})
      check(JSON.parse(readFileSync(join(cwd, out, '_manifest.json'), 'utf8')).seconds > seconds && seconds > 0, 'the seconds of both runs are not added up')
      check(contentHash(join(cwd, out)) === contentHash(join(cwd, 'whole')), `${signal}: other pages than without a stop`)
      checkWhole(join(cwd, out))
    }
    check(statsOf(join(cwd, 'whole')).ok === 500, 'not all pages clean')
    check(readFileSync(join(cwd, 'whole', 'report.html'), 'utf8').includes('500'), 'the report does not count the pages')

    // Twice: now.
    const job = start(['pages/', '-o', 'twice/'], {cwd})
    await until(() => existsSync(join(cwd, 'twice', 'dir3')), 'the first pages')
    job.child.kill('SIGINT')
    job.child.kill('SIGINT')
    check((await job.ended).code === 130, 'twice is not 130')
    await finish(['pages/', '-o', 'twice/'], {cwd})
    check(contentHash(join(cwd, 'twice')) === contentHash(join(cwd, 'whole')), 'stopped twice: other pages')
  })
}

async function newWork() {
  await inTemporaryFolder(async cwd => {
    savePages(cwd, 30)
    await finish(['pages/', '-o', 'out/'], {cwd})
    const before = readFileSync(join(cwd, 'out/dir0/p0.md'), 'utf8')
    writeFileSync(join(cwd, 'pages/dir0/late.html'), pageOf(1000))
    writeFileSync(join(cwd, 'pages/dir1/p1.html'), pageOf(2000))
    utimesSync(join(cwd, 'pages/dir1/p1.html'), 1, 1)
    await finish(['pages/', '-o', 'out/'], {cwd})
    check(statsOf(join(cwd, 'out')).ok === 31, 'a new file is not new work')
    check(readFileSync(join(cwd, 'out/dir0/late.md'), 'utf8').includes('page number 1000'), 'the new file is not there')
    check(readFileSync(join(cwd, 'out/dir1/p1.md'), 'utf8').includes('page number 2000'), 'the changed file is not read again')
    check(readFileSync(join(cwd, 'out/dir0/p0.md'), 'utf8') === before, 'another page changed')
    const {stderr} = await finish(['pages/', '-o', 'out/', '--links', 'text'], {cwd, code: 73})
    check(/links/u.test(stderr) && /--force/u.test(stderr), `it does not say what differs: ${stderr}`)
    await finish(['pages/', '-o', 'out/', '--links', 'text', '--force'], {cwd})
    await finish(['pages/', '-o', 'out/', '--select', '[['], {cwd, code: 73})
    await finish(['pages/', '-o', 'none/', '--select', '[['], {cwd, code: 2})
    // What its address rules out is not cleaned.
    writeRecords(join(cwd, 'r.ndjson'), {count: 21})
    writeFileSync(join(cwd, 'fails.mjs'), "export default {name: 'fails', about: 'fails on every page', run() { throw new Error('cleaned') }}")
    await finish(['r.ndjson', '-o', 'excluded/', '--exclude', 'h3.example', '--pass', 'fails.mjs'], {cwd, code: 1})
    check(statsOf(join(cwd, 'excluded')).rejected === 3 && statsOf(join(cwd, 'excluded')).error === 18, 'pages that are excluded were cleaned')
  })
}

async function errorsAgain() {
  await inTemporaryFolder(async cwd => {
    mkdirSync(join(cwd, 'pages'))
    writeFileSync(join(cwd, 'slow.mjs'), `import {existsSync} from 'node:fs'
export default {name: 'slow', about: 'hangs on some pages', run({blocks}) { if (blocks.some(({text}) => text.startsWith('hang')) && !existsSync('fast')) for (;;); }}`)
    const lines = Array.from({length: 30}, (_, i) => JSON.stringify({id: `r${i}`, html: pageOf(i).replace('</article>', i % 10 === 3 ? '<p>hang here</p></article>' : '</article>')}))
    writeFileSync(join(cwd, 'r.ndjson'), `${lines.join('\n')}\nnot json\n`)
    writeFileSync(join(cwd, 'pages', 'hang.html'), pageOf(77).replace('</article>', '<p>hang here</p></article>'))
    const args = ['r.ndjson', 'pages/hang.html', '-o', 'out/', '--pass', 'slow.mjs', '--deadline', '1', '--max-error-rate', '100%']
    await finish(args, {cwd})
    const first = statsOf(join(cwd, 'out'))
    check(first.ok === 27 && first.error === 5, JSON.stringify(first))
    // The error file is an input itself.
    writeFileSync(join(cwd, 'fast'), '')
    await finish(['out/_errors.ndjson', '-o', 'redone/', '--pass', 'slow.mjs'], {cwd})
    const redone = [...shardRows(join(cwd, 'redone')).values()].flat().map(row => JSON.parse(row))
    check(redone.map(({id}) => id).sort().join() === 'pages/hang.html,r13,r23,r3', `the error file gives ${redone.map(({id}) => id)}`)
    await finish([...args, '--retry-errors'], {cwd})
    const second = statsOf(join(cwd, 'out'))
    check(second.ok === 31 && second.error === 1 && second.in === 32, JSON.stringify(second))
    check(rowsIn(join(cwd, 'out')).length === 1 && existsSync(join(cwd, 'out/pages/hang.md')), 'the tried pages are not where they belong')
    const ids = [...shardRows(join(cwd, 'out')).values()].flat().map(row => JSON.parse(row).id)
    check(new Set(ids).size === 30 && ids.length === 30, `${ids.length} rows, ${new Set(ids).size} ids`)
  })
}

async function pipes() {
  await inTemporaryFolder(async cwd => {
    writeRecords(join(cwd, 'r.ndjson'), {count: 20})
    const run = (/** @type {string[]} */ ...args) => spawnSync(process.execPath, [bin, '-f', 'ndjson', ...args], {cwd, input: `${readFileSync(join(cwd, 'r.ndjson'), 'utf8')}{"id":"bad"}\n`, encoding: 'utf8'})
    const {status, stderr} = run('-o', 'out/', '--max-error-rate', '100%')
    check(status === 0, stderr)
    check(statsOf(join(cwd, 'out')).ok === 20 && rowsIn(join(cwd, 'out'))[0].input.file === 'stdin', 'a pipe is not read as it should')
    check(!existsSync(join(cwd, 'out/.boildown/stdin')), 'what came from the pipe is left behind')
    check(run('-o', 'out/').status === 73, 'a pipe was resumed')
  })
}

async function parts() {
  await inTemporaryFolder(async cwd => {
    for (let k = 0; k < 5; k++) writeRecords(join(cwd, `c${k}.ndjson`), {from: k * 40, count: 40})
    const inputs = Array.from({length: 5}, (_, k) => `c${k}.ndjson`)
    await finish([...inputs, '-o', 'whole/'], {cwd})
    for (const i of [2, 3, 1]) await finish([...inputs, '-o', 'parts/', '--shard', `${i}/3`], {cwd})
    await finish(['merge', 'parts'], {cwd})
    check(JSON.stringify(statsOf(join(cwd, 'parts'))) === JSON.stringify(statsOf(join(cwd, 'whole'))), 'the parts do not add up')
    check(JSON.stringify([...shardRows(join(cwd, 'parts'))]) === JSON.stringify([...shardRows(join(cwd, 'whole'))]), 'the parts hold other rows')
    await finish([...inputs, '-o', 'parts/'], {cwd, code: 73})
    await finish([...inputs, '-o', 'parts/', '--shard', '1/4'], {cwd, code: 73})
    rmSync(join(cwd, 'parts/_manifest.2-of-3.json'))
    await finish(['merge', 'parts'], {cwd, code: 66})
    writeFileSync(join(cwd, 'job.json'), JSON.stringify({inputs, output: 'config/', workers: 1, markdown: {bullet: '*'}, limit: 60}))
    await finish(['--config', 'job.json'], {cwd})
    const limited = [...shardRows(join(cwd, 'config'))].flatMap(([, rows]) => rows)
    check(limited.length === 60 && JSON.parse(limited[59]).id === 'r59', `--limit 60 gives ${limited.length} rows`)
  })
}

async function sameEverywhere() {
  await inTemporaryFolder(async cwd => {
    for (let k = 0; k < 4; k++) writeRecords(join(cwd, `c${k}.ndjson`), {from: k * 150, count: 150})
    const hashes = []
    for (const workers of ['1', '2', '8']) {
      await finish(['c0.ndjson', 'c1.ndjson', 'c2.ndjson', 'c3.ndjson', '-o', `w${workers}/`, '--workers', workers], {cwd})
      hashes.push(contentHash(join(cwd, `w${workers}`)))
    }
    check(new Set(hashes).size === 1, 'rows depend on the number of workers')
    await finish(['c0.ndjson', 'c1.ndjson', 'c2.ndjson', 'c3.ndjson', '-o', 'node24/'], {cwd, node: node24()})
    check(contentHash(join(cwd, 'node24')) === hashes[0], 'rows depend on the version of Node')
  })
}

async function tooManyErrors() {
  await inTemporaryFolder(async cwd => {
    const lines = Array.from({length: 6000}, (_, i) => JSON.stringify(i % 2 ? {id: i, html: `<p>The keeper number ${i} walked along the shore.</p>`} : {id: i}))
    writeFileSync(join(cwd, 'r.ndjson'), lines.join('\n'))
    const {stderr} = await finish(['r.ndjson', '-o', 'out/'], {cwd, code: 65})
    check(/--max-error-rate/u.test(stderr) && /first error: line 1: no page/u.test(stderr), stderr)
    await finish(['r.ndjson', '-o', 'out/', '--max-error-rate', '60%'], {cwd})
    check(statsOf(join(cwd, 'out')).in === 6000, 'it did not go on')
  })
}

export async function test() {
  for (const part of [stoppedAndResumed, newWork, errorsAgain, pipes, parts, sameEverywhere, tooManyErrors]) {
    const started = performance.now()
    await part()
    console.log(`  ${part.name}: ok (${((performance.now() - started) / 1000).toFixed(1)} s)`)
  }
}
