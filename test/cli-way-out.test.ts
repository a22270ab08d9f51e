/** What somebody types wrongly is told at once, with the way out; and what looks right does what it looks like. */
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {gunzipSync} from 'node:zlib'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {Folder} from './cli-program.ts'

const page = `<title>Tea</title><main><h1>Tea</h1>${'<p>Green tea is picked early in the year, before the rains, and dried on the same day.</p>'.repeat(4)}</main>`
const rows = `${JSON.stringify({id: 1, html: page})}\n${JSON.stringify({id: 2, html: page})}\n`
let folder: Folder
beforeAll(() => {
  folder = new Folder().write({'page.html': page, 'crawl.ndjson': rows, 'other.ndjson': `${JSON.stringify({content: page})}\n`})
})
afterAll(() => folder.remove())

describe('a wrong command line', () => {
  it.each([
    [['explan', 'page.html'], 2, 'did you mean boildown explain?'],
    [['crawl.ndjson', '--shard', '1/2'], 2, '--shard is for jobs'],
    [['explain', 'page.html', '--workers', '2'], 2, '--workers is for jobs'],
    [['crawl.ndjson', '-o', 'rows.ndjson.zst'], 2, 'name it .gz'],
    [['page.html', '-o', 'page.html/'], 73, 'a file stands in the way'],
    [['other.ndjson'], 65, '--html-field'],
  ])('%j', async (args, code, words) => {
    const out = await folder.run(args)
    expect(out.code).toBe(code)
    expect(out.stderr).toContain(words)
  })

  it('is none where a file has nearly the name of a command', async () => {
    using other = new Folder().write({serv: page})
    expect(await other.run(['serv'])).toMatchObject({code: 0, stdout: expect.stringContaining('Green tea') as string})
  })
})

it('packs a file that is named so', async () => {
  expect(await folder.run(['crawl.ndjson', '-o', 'rows.ndjson.gz'])).toMatchObject({code: 0})
  expect(gunzipSync(readFileSync(path.join(folder.path, 'rows.ndjson.gz'))).toString().trimEnd().split('\n')).toHaveLength(2)
})

it('reads the pages of a job, not its reports', async () => {
  expect(await folder.run(['crawl.ndjson', '-o', 'job/', '-q'])).toMatchObject({code: 0})
  const {stdout, stderr} = await folder.run(['job/'])
  expect(stdout.trimEnd().split('\n')).toHaveLength(2)
  expect(stderr).toContain('5 reports of a job')
})

it('has a page of help for every command', async () => {
  for (const name of ['explain', 'merge', 'learn', 'worker', 'serve', 'bundle', 'queue']) {
    const {stdout} = await folder.run([name, '--help'])
    expect(stdout).toMatch(new RegExp(`^boildown ${name} `, 'u'))
  }
})

it('tells pages that are refused from pages that were lost', async () => {
  const wall = JSON.stringify({id: 'wall', html: '<title>404 Not Found</title><h1>404 Not Found</h1><p>The page you requested could not be found.</p>'})
  const refused = await folder.run(['-f', 'ndjson', '--min-quality', '0.3'], {input: `${wall}\n${rows}`})
  expect(refused.stderr).toContain('gave no output (wall)')
  expect(refused.stderr).not.toContain('--fragment')
})
