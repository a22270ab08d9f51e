/** A disk that fills up ends a job with 73; with room it goes on. Needs the right to mount a small file system. */
import {spawnSync} from 'node:child_process'
import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {Missing, check, inTemporaryFolder} from './system.js'
import {contentHash, finish, statsOf, writeRecords} from './support/jobs.js'

export async function test() {
  await inTemporaryFolder(async cwd => {
    const disk = join(cwd, 'disk')
    mkdirSync(disk)
    if (process.platform !== 'linux' || spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=300k', 'none', disk]).status !== 0) throw new Missing('the right to mount')
    try {
      writeRecords(join(cwd, 'a.ndjson'), {count: 3000})
      writeRecords(join(cwd, 'b.ndjson'), {from: 3000, count: 3000})
      await finish(['a.ndjson', 'b.ndjson', '-o', 'whole/'], {cwd})
      for (const size of ['500k', '700k', '900k']) {
        const {stderr} = await finish(['a.ndjson', 'b.ndjson', '-o', 'disk/out/'], {cwd, code: 73})
        check(/no space left/u.test(stderr), stderr)
        check(spawnSync('mount', ['-o', `remount,size=${size}`, disk]).status === 0, 'remount')
      }
      check(spawnSync('mount', ['-o', 'remount,size=50m', disk]).status === 0, 'remount')
      await finish(['a.ndjson', 'b.ndjson', '-o', 'disk/out/'], {cwd})
      check(contentHash(join(disk, 'out')) === contentHash(join(cwd, 'whole')), 'other rows than with room')
      check(statsOf(join(disk, 'out')).ok === 6000, 'not all pages')
    } finally {
      spawnSync('umount', [disk])
    }
  })
}
