/** The built program, started as a user starts it: streams, messages, exit codes. */
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {existsSync, readFileSync, readdirSync} from 'node:fs'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {examples} from '../src/cli/help.ts'
import {response, warcGz} from './archives.ts'
import {Folder, bin, page, rows} from './cli-program.ts'

let folder: Folder
beforeEach(() => { folder = new Folder() })
afterEach(() => { folder.remove() })

describe('one page', () => {
  it('goes from a file or stdin to Markdown on stdout', async () => {
    folder.write({'page.html': page('lighthouse')})
    const file = await folder.run(['page.html'])
    expect(file).toMatchObject({code: 0})
    expect(file.stdout).toMatch(/^# The lighthouse keeper\n\n.*every evening.*\n$/su)
    expect((await folder.run([], {input: page('lighthouse')})).stdout).toBe(file.stdout)
    expect((await folder.run(['-', '-t', 'markdown'], {input: page('lighthouse')})).stdout).toBe(file.stdout)
  })

  it('gives one JSON object alone, an array in company', async () => {
    folder.write({'a.html': page('first'), 'b.html': page('second')})
    const one = JSON.parse((await folder.run(['a.html', '-t', 'json'])).stdout) as Record<string, unknown>
    expect(one).toMatchObject({id: 'a.html', ok: true, title: 'The first keeper'})
    expect(one['markdown']).not.toContain('# The first')
    const many = JSON.parse((await folder.run(['*.html', '-t', 'json'])).stdout) as unknown[]
    expect(many).toMatchObject([{id: 'a.html'}, {id: 'b.html'}])
    expect(JSON.parse((await folder.run(['a*.html', '-t', 'json'])).stdout)).toHaveLength(1)
  })

  it('that is empty exits 1 and says so', async () => {
    const empty = await folder.run([], {input: ' \n'})
    expect(empty).toMatchObject({code: 1, stdout: ''})
    expect(empty.stderr).toMatch(/^boildown: .+\n$/u)
    expect(await folder.run(['-o', 'out.md'], {input: ''})).toMatchObject({code: 1})
    expect(readdirSync(folder.path)).toEqual([])
  })

  it('of another kind is refused by name or by its first bytes', async () => {
    folder.write({'a.pdf': 'x', 'b.mhtml': 'x', 'c.docx': 'x', 'd.html': '%PDF-1.4'})
    for (const [name, what] of [['a.pdf', 'PDF'], ['b.mhtml', 'web archive'], ['c.docx', 'Office'], ['d.html', 'PDF']]) {
      const refused = await folder.run([name])
      expect(refused).toMatchObject({code: 65, stdout: ''})
      expect(refused.stderr).toContain(`${name}: is`)
      expect(refused.stderr).toContain(what)
    }
  })

  it('is never fetched', async () => {
    const refused = await folder.run(['https://example.org/a?b=1'])
    expect(refused).toMatchObject({code: 2, stdout: ''})
    expect(refused.stderr).toContain("curl -sL 'https://example.org/a?b=1' | boildown --url 'https://example.org/a?b=1'")
  })
})

describe('several inputs', () => {
  it('come in order, a blank line between them', async () => {
    folder.write({'a.html': page('first'), 'b.html': page('second')})
    const both = await folder.run(['b.html', 'a.html'])
    const [a, b] = [await folder.run(['a.html']), await folder.run(['b.html'])]
    expect(both.stdout).toBe(`${b.stdout}\n${a.stdout}`)
  })

  it('are all tried, and the most severe code is returned', async () => {
    folder.write({'a.html': page('first'), 'b.pdf': ''})
    const mixed = await folder.run(['b.pdf', 'missing.html', 'a.html'])
    expect(mixed.code).toBe(66)
    expect(mixed.stdout).toContain('The first keeper')
    expect(mixed.stderr).toContain('missing.html: cannot be read: no such file or folder')
    expect(mixed.stderr).toContain('b.pdf: is a PDF file')
    expect(await folder.run(['none*.html'])).toMatchObject({code: 66})
  })

  it('of a folder are its pages; assets are counted', async () => {
    folder.write({
      'pages/b.htm': page('second'), 'pages/a.html': page('first'), 'pages/sub/c.xhtml': page('third'), 'pages/style.css': '', 'pages/x.js': '',
      'pages/y.js': '', 'pages/a_files/ad.html': page('advert'), 'pages/.git/d.html': page('hidden'),
    })
    const all = await folder.run(['pages', '-t', 'ndjson'])
    expect(rows(all.stdout).map(({id}) => id)).toEqual(['pages/a.html', 'pages/b.htm', 'pages/sub/c.xhtml'].map(name => name.split('/').join(path.sep)))
    expect(all.stderr).toContain('1 .css')
    expect(all.stderr).toContain('2 .js')
    expect(all.stderr).toContain('1 *_files/ folders')
    expect((await folder.run(['pages', '-t', 'ndjson', '--quiet'])).stderr).toBe('')
  })
})

describe('records', () => {
  it('give a row each, in order, and a bad line never ends them', async () => {
    const input = [JSON.stringify({id: 1, html: page('first')}), '{bad', '', '[1]', JSON.stringify({id: 2, body: page('second'), k: 'v'}), '{"id":12345678901234567890}'].join('\n')
    const out = await folder.run(['-f', 'ndjson'], {input})
    expect(out.code).toBe(0)
    expect(rows(out.stdout)).toMatchObject([
      {id: 1, ok: true, title: 'The first keeper'}, {ok: false, error: 'line 2: not JSON (syntax error)'}, {ok: false},
      {id: 2, ok: true, k: 'v', title: 'The second keeper'}, {ok: false, error: expect.stringContaining('line 6') as string},
    ])
    expect(out.stdout).toContain('"id":12345678901234567890,')
    expect(out.stderr).toContain('3 of 5 rows could not be read')
    folder.write({'crawl.jsonl': input})
    expect((await folder.run(['crawl.jsonl'])).stdout).toBe(out.stdout)
  })

  it('exit 65 if no line is one, 1 if none has content', async () => {
    expect(await folder.run(['-f', 'ndjson'], {input: '<html>\n<p>\n'})).toMatchObject({code: 65})
    expect(await folder.run(['-f', 'ndjson'], {input: '{"html":""}\n'})).toMatchObject({code: 1})
    expect(await folder.run(['-f', 'ndjson'], {input: ''})).toMatchObject({code: 0, stdout: ''})
    expect((await folder.run(['-f', 'ndjson'], {input: Buffer.from('\ufeff{"html":""}', 'utf16le')})).stderr).toContain('stdin: is UTF-16')
  })

  it('take the address of the row, and --url over it', async () => {
    const input = JSON.stringify({url: 'https://row.example/', html: `${page('first')}<p><a href="/x">link</a></p>`})
    expect(rows((await folder.run(['-f', 'ndjson'], {input})).stdout)[0]).toMatchObject({url: 'https://row.example/', url_source: 'row'})
    expect(rows((await folder.run(['-f', 'ndjson', '--url', 'https://option.example/'], {input})).stdout)[0]).toMatchObject({url_source: 'option'})
  })

  it('nested too deep for JSON cost their own row only', async () => {
    const input = `{"html":"x","deep":${'['.repeat(100_000)}${']'.repeat(100_000)}}\n${JSON.stringify({id: 2, html: page('second')})}\n`
    const out = await folder.run(['-f', 'ndjson'], {input})
    expect(out.code).toBe(0)
    expect(rows(out.stdout)).toMatchObject([{ok: false}, {id: 2, ok: true}])
  })

  it('stream in bounded memory, and wait for a slow reader', async () => {
    const line = JSON.stringify({html: '<p>x</p>', pad: 'y'.repeat(256 * 1024)}) + '\n'
    const child = spawn(process.execPath, ['--max-old-space-size=48', bin, '-f', 'ndjson'], {cwd: folder.path})
    let sent = 0
    let got = 0
    child.stdin.on('error', () => undefined)
    const sending = (async () => {
      for (; sent < 500; sent++) if (!child.stdin.write(line)) await once(child.stdin, 'drain')
      child.stdin.end()
    })()
    await new Promise(resolve => { setTimeout(resolve, 700) })
    const sentUnread = sent
    child.stdout.on('data', (chunk: Buffer) => { got += chunk.length })
    const [code] = await once(child, 'close') as [number]
    await sending
    expect(code).toBe(0)
    expect(got).toBeGreaterThan(500 * 256 * 1024)
    expect(sentUnread).toBeLessThan(60)
  })
})

describe('plain text', () => {
  it('has no marks of Markdown', async () => {
    const out = await folder.run(['-f', 'markdown', '-t', 'text', '--fragment'], {input: '# A *b* [c](https://example.org/)\n\n- one\n- two\n\n3. `x*`\n'})
    expect(out.stdout).toBe('A b c\n\n- one\n- two\n\n3. x*\n')
  })
})

describe('explain', () => {
  it('goes to stdout as a command, to stderr as a flag', async () => {
    folder.write({'page.html': page('lighthouse')})
    const explained = await folder.run(['explain', 'page.html'])
    expect(explained).toMatchObject({code: 0, stderr: ''})
    expect(explained.stdout).toMatch(/^page\.html\nread as html: /u)
    expect(explained.stdout).toMatch(/ keep paragraph .*lighthouse keeper walked/u)
    expect(explained.stdout).not.toContain('\u001b')
    const flagged = await folder.run(['page.html', '--explain'])
    expect(flagged.stderr).toBe(explained.stdout)
    expect(flagged.stdout).toBe((await folder.run(['page.html'])).stdout)
  })
})

describe('the process', () => {
  it('refuses a wrong command line with 2', async () => {
    for (const args of [['--nonsense'], ['-t', 'docx', 'a'], ['queue'], ['-', '-'], ['--select', '[[', '-']]) {
      const refused = await folder.run(args, {input: page('x')})
      expect(refused).toMatchObject({code: 2, stdout: ''})
      expect(refused.stderr).toMatch(/^boildown: [^\n]+\n$/u)
    }
  })

  it('says version and help on stdout', async () => {
    const {version} = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {version: string}
    expect(await folder.run(['--version'])).toMatchObject({code: 0, stdout: expect.stringMatching(new RegExp(`^${version} \\(model [0-9a-f]{12}\\)\\n$`, 'u'))})
    expect((await folder.run(['--help'])).stdout).toContain('Examples')
  })

  it('ends quietly on a broken pipe', async () => {
    folder.write({'many.ndjson': `${JSON.stringify({html: '<p>x</p>', pad: 'y'.repeat(10_000)})}\n`.repeat(500)})
    const out = await folder.shell('boildown many.ndjson | head -c 100')
    expect(out).toMatchObject({code: 0, stderr: ''})
    expect(out.stdout).toHaveLength(100)
  })

  it.runIf(existsSync('/dev/full'))('exits 73 where stdout is full', async () => {
    folder.write({'page.html': page('x')})
    const full = await folder.shell('boildown page.html > /dev/full')
    expect(full).toMatchObject({code: 73, stderr: 'boildown: output cannot be written: no space left on the disk\n'})
  })

  it('exits 130 on an interrupt and leaves no temporary file', async () => {
    const child = spawn(process.execPath, [bin, '-f', 'ndjson', '-o', 'out.ndjson'], {cwd: folder.path})
    child.stdin.write('{"html":"x"}\n')
    while (readdirSync(folder.path).length === 0) await new Promise(resolve => { setTimeout(resolve, 20) })
    child.kill('SIGINT')
    expect(await once(child, 'close')).toEqual([130, null])
    expect(readdirSync(folder.path)).toEqual([])
  })

  it('maps an uncaught error to 70, in one line that calls it our bug', async () => {
    const fault = 'Object.defineProperty(process, "stdin", {value: {[Symbol.asyncIterator]() { throw new RangeError("no\\u001bway") }}})'
    const out = await folder.run([], {nodeFlags: ['--import', `data:text/javascript,${encodeURIComponent(fault)}`]})
    expect(out.code).toBe(70)
    expect(out.stderr).toMatch(/^boildown: a bug in boildown, please report it: RangeError: no\ufffdway at [^\n]+\n$/u)
  })

  it('shows no control character of a file name', async () => {
    expect((await folder.run(['a\u001b[31m\nb.html'])).stderr).toBe('boildown: a\ufffd[31m\ufffdb.html: cannot be read: no such file or folder\n')
  })
})

describe('the examples of --help', () => {
  it.each(examples)('$line', async ({line}) => {
    folder.write({
      'page.html': page('lighthouse'), 'notes.txt': 'A heading\n\nThe keeper walked along the shore every morning, and counted the boats.\n',
      'pages/one.html': page('first'), 'pages/sub/two.html': page('second'), 'crawl.ndjson': `${JSON.stringify({id: 1, html: page('third')})}\n`,
      'crawl.warc.gz': warcGz([response(page('fourth'))]),
    })
    const before = readdirSync(folder.path)
    const out = await folder.shell(line, 'curl() { cat page.html; }')
    expect(out).toMatchObject({code: 0})
    const written = readdirSync(folder.path).filter(name => !before.includes(name))
    expect(out.stdout + written.map(name => name.includes('.') ? readFileSync(path.join(folder.path, name), 'utf8') : 'keeper').join('')).toContain('keeper')
  })
})
