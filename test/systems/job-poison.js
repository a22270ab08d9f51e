/** Pages that hang, crash or eat memory cost themselves only, and say why. */
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {check, inTemporaryFolder} from './system.js'
import {finish, pageOf, rowsIn, shardRows, statsOf} from './support/jobs.js'
import {poisonPass} from './support/poisons.js'

/** What the reason of each must match. @type {Record<string, RegExp>} */
const reasons = {
  loop: /^deadline/u, abort: /^crash \(SIGABRT\)/u, exit: /^crash \(exit code 0\)/u, segfault: /^crash \(SIGSEGV\)/u, recursion: /^pass failed/u,
  objects: /memory/u, map: /memory/u, arrays: /memory/u, buffers: /memory/u, strings: /memory/u,
}

/** @param {{pages?: number}} [size] */
export async function poison({pages = 200} = {}) {
  const ways = Object.keys(reasons)
  await inTemporaryFolder(async cwd => {
    writeFileSync(join(cwd, 'poison.mjs'), poisonPass)
    const lines = []
    for (let i = 0; i < pages; i++) {
      lines.push({id: `r${i}`, html: pageOf(i)})
      const way = ways[Math.floor(i / pages * ways.length)]
      if (way && !lines.some(({id}) => id === way)) lines.push({id: way, html: pageOf(i).replace('</article>', `<p>poison ${way}</p></article>`)})
    }
    writeFileSync(join(cwd, 'pages.ndjson'), lines.map(line => JSON.stringify(line)).join('\n'))
    const {stderr} = await finish(['pages.ndjson', '-o', 'out/', '--pass', 'poison.mjs', '--deadline', '6', '--memory', '300', '--max-error-rate', '100%'], {cwd})
    const out = join(cwd, 'out')
    const rows = [...shardRows(out).values()].flat().map(row => JSON.parse(row))
    check(rows.length === pages && new Set(rows.map(({id}) => id)).size === pages, `${rows.length} rows of ${pages} pages\n${stderr.slice(-2000)}`)
    check(rows.every(({id}, i) => id === `r${i}`), 'the rows are not in the order of the pages')
    const errors = rowsIn(out)
    for (const way of ways) {
      const row = errors.find(({id}) => id === way)
      check(row && reasons[way].test(row.reason), `poison ${way}: ${row ? row.reason : 'no error row'}`)
    }
    check(errors.length === ways.length, `${errors.length} error rows`)
    const stats = statsOf(out)
    check(stats.ok === pages && stats.error === ways.length, JSON.stringify(stats))
  })
}

/** Pages that are large, deep or a bomb, and no pass to help: each is answered for. */
async function realPoison() {
  await inTemporaryFolder(async cwd => {
    mkdirSync(join(cwd, 'pages'))
    for (let i = 0; i < 40; i++) writeFileSync(join(cwd, 'pages', `p${i}.html`), pageOf(i))
    writeFileSync(join(cwd, 'pages', 'large.html'), pageOf(1, 40).repeat(200_000_000 / pageOf(1, 40).length))
    writeFileSync(join(cwd, 'pages', 'deep.html'), `${'<div>'.repeat(100_000)}deep${'</div>'.repeat(100_000)}`)
    writeFileSync(join(cwd, 'pages', 'bomb.html.gz'), gzipSync(Buffer.alloc(1_000_000_000, ' ')))
    await finish(['pages', '-o', 'out/', '--max-error-rate', '100%'], {cwd})
    const stats = statsOf(join(cwd, 'out'))
    check(stats.in === 43 && stats.ok >= 40, JSON.stringify(stats))
    for (const {id, reason} of rowsIn(join(cwd, 'out'))) console.log(`  ${id}: ${reason}`)
  })
}

export async function test() {
  await poison()
  await realPoison()
}
