/** Files and folders the built program writes. */
import {mkdirSync, readFileSync, readdirSync, symlinkSync} from 'node:fs'
import path from 'node:path'
import {gunzipSync} from 'node:zlib'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {targets} from '../src/batch/job/targets.ts'
import {Folder, page, rows} from './cli-program.ts'

let folder: Folder
beforeEach(() => { folder = new Folder() })
afterEach(() => { folder.remove() })

function read(name: string): string {
  return readFileSync(path.join(folder.path, name), 'utf8')
}
function tree(name: string): string[] {
  return readdirSync(path.join(folder.path, name), {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile()).map(entry => path.relative(path.join(folder.path, name), path.join(entry.parentPath, entry.name)).split(path.sep).join('/')).toSorted()
}

describe('-o FILE', () => {
  it('is written whole, and not overwritten unasked', async () => {
    folder.write({'a.html': page('first'), 'b.html': page('second')})
    expect(await folder.run(['a.html', '-o', 'out.md'])).toMatchObject({code: 0, stdout: '', stderr: ''})
    expect(read('out.md')).toBe((await folder.run(['a.html'])).stdout)
    const again = await folder.run(['b.html', '-o', 'out.md'])
    expect(again).toMatchObject({code: 73, stderr: 'boildown: out.md: exists already; --force overwrites it\n'})
    expect(read('out.md')).toContain('first')
    expect(await folder.run(['b.html', '-o', 'out.md', '--force'])).toMatchObject({code: 0})
    expect(read('out.md')).toContain('second')
    expect(tree('.')).toEqual(['a.html', 'b.html', 'out.md'])
  })

  it('may be a device, and - is stdout', async () => {
    folder.write({'a.html': page('first')})
    expect(await folder.run(['a.html', '-o', '/dev/null'])).toMatchObject({code: 0, stdout: ''})
    expect((await folder.run(['a.html', '-o', '-'])).stdout).toContain('first')
  })

  it('in a folder that is not there exits 73', async () => {
    folder.write({'a.html': page('first')})
    expect(await folder.run(['a.html', '-o', 'none/out.md'])).toMatchObject({code: 73})
  })
})

describe('-o DIR/', () => {
  it('holds the same tree; colliding names keep their ending', async () => {
    folder.write({'in/a.html': page('first'), 'in/a.txt': page('second'), 'in/sub/b.htm': page('third'), 'in/sub/c.md': '# C\n\nThe keeper counted boats.\n'})
    expect(await folder.run(['in', '-o', 'out/'])).toMatchObject({code: 0, stdout: ''})
    expect(pages('out')).toEqual(['a.html.md', 'a.txt.md', 'sub/b.md', 'sub/c.md'])
    expect(read('out/a.txt.md')).toContain('second')
    expect(await folder.run(['in', '-o', 'out'])).toMatchObject({code: 0})
    const other = await folder.run(['in', '-o', 'out', '-t', 'json'])
    expect(other.code).toBe(73)
    expect(other.stderr).toContain('--force')
    expect(await folder.run(['in', '-o', 'out', '--force', '-t', 'json'])).toMatchObject({code: 0})
    expect(JSON.parse(read('out/sub/b.json'))).toMatchObject({title: 'The third keeper'})
    expect(pages('out').filter(name => name.endsWith('.md'))).toEqual([])
  })

  it('starts at the deepest folder that holds every input', async () => {
    folder.write({'in/x/index.html': page('first'), 'in/y/index.html': page('second'), 'in/c.ndjson': `${JSON.stringify({id: 1, html: page('third')})}\n`})
    expect(await folder.run(['in/x', 'in/y/index.html', 'in/x/index.html', '-t', 'markdown', '-o', 'out/'])).toMatchObject({code: 0})
    expect(pages('out')).toEqual(['x/index.md', 'y/index.md'])
    await folder.run(['in/c.ndjson', '-o', 'rows/'])
    expect(pages('rows')).toEqual(['c.ndjson.gz'])
    expect(rows(gunzipSync(readFileSync(path.join(folder.path, 'rows/c.ndjson.gz'))).toString())).toMatchObject([{id: 1, ok: true}])
  })

  it('gets no file for a page without output', async () => {
    folder.write({'in/a.html': page('first'), 'in/b.html': ''})
    const out = await folder.run(['in', '-o', 'out/'])
    expect(out.code).toBe(0)
    expect(out.stderr).toContain('1 clean, 1 empty')
    expect(pages('out')).toEqual(['a.md'])
  })

  it('is not left by a link', async () => {
    folder.write({'in/sub/a.html': page('first'), 'in/b.html': page('second'), 'outside/keep.txt': 'x'})
    mkdirSync(path.join(folder.path, 'out'))
    symlinkSync(path.join(folder.path, 'outside'), path.join(folder.path, 'out/sub'))
    expect(await folder.run(['in', '-o', 'out/'])).toMatchObject({code: 0})
    expect(rows(read('out/_errors.ndjson'))).toMatchObject([{id: path.join('in', 'sub', 'a.html'), reason: 'output path', error: expect.stringContaining('outside of')}])
    expect(tree('outside')).toEqual(['keep.txt'])
    expect(read('out/b.md')).toContain('second')
  })

  it('is not written over if no job made what is there', async () => {
    folder.write({'in/a.html': page('first'), 'out/a.md': 'mine'})
    const out = await folder.run(['in', '-o', 'out/'])
    expect(out.code).toBe(73)
    expect(out.stderr).toContain('a.md: exists already; --force overwrites it')
    expect(read('out/a.md')).toBe('mine')
  })
})

/** Without the job's own files. */
function pages(name: string): string[] {
  return tree(name).filter(file => !/^(?:\.boildown\/|_|report\.html)/u.test(file))
}

describe('targets', () => {
  function of(...names: string[]): string[] {
    return [...targets(names.map(name => `/base/${name}`), {base: '/base', format: 'markdown', taken: []}).values()]
  }

  it('never give two inputs one name', () => {
    expect(of('a.html', 'a.txt', 'b.html')).toEqual(['a.html.md', 'a.txt.md', 'b.md'])
    expect(of('a.html', 'a.txt', 'a.html.html')).toEqual(['a.html.md', 'a.txt.md', 'a.html.html.md'])
  })

  it('stay inside, without control characters', () => {
    expect(of('../../etc/x.html', 'a\u001b\n.html')).toEqual(['etc/x.md', 'a__.md'])
  })
})
