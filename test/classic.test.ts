/** The classic stack: cheerio, jsdom with Readability, turndown, behind the call of the core. */
import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync, readdirSync} from 'node:fs'
import {beforeAll, describe, expect, it} from 'vitest'
import {clean, createCleaner, type ClassicCleaner} from '../src/classic/index.ts'
import {loadJsdom} from '../src/classic/pick.ts'
import {prune} from '../src/classic/prune.ts'
import {clean as cleanWithCore} from '../src/clean.ts'

const prose = 'The kettle whistled before the water boiled, so the lid came off, and the steam found its own way out. '.repeat(12)
const page = (body: string, head = ''): string => `<!doctype html><html lang=en><head><title>Kettles and lids</title>${head}</head><body>${body}</body></html>`
const article = page(`<nav><a href="/x">Menu</a></nav><article><h1>Kettles and lids</h1><p>${prose}</p><p>{{product.price}}</p><p><a href="/more">More</a> of it. ${prose}</p></article><div class="cookie-banner">We use cookies</div>`)

let cleaner: ClassicCleaner
beforeAll(async () => { cleaner = await createCleaner({url: 'https://example.org/a/'}) })

describe('a page', () => {
  it('becomes Markdown of its article, without debris', async () => {
    const {markdown, metadata, problems, quality, blocks} = await cleaner.clean(article)
    expect(markdown).toMatch(/^# Kettles and lids\n\nThe kettle whistled/u)
    expect(markdown).toContain('[More](https://example.org/more) of it.')
    expect(markdown).not.toMatch(/Menu|cookies|product\.price/u)
    expect(metadata).toMatchObject({title: 'Kettles and lids', url: 'https://example.org/a/', urlSource: 'option'})
    expect(problems).toEqual([])
    expect(Object.keys(quality)).toEqual(Object.keys((await cleanWithCore(article)).quality))
    expect(blocks.some(({alive, role}) => !alive && role === 'debris')).toBe(true)
  })

  it('keeps tables, languages of code, task lists and strikethrough', async () => {
    const body = `<article><p>${prose}</p><table style="border:1px" bgcolor=red><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>
      <pre><code class="language-js">let a</code></pre><p><del>old</del> ${prose}</p></article>`
    const {markdown} = await cleaner.clean(page(body))
    expect(markdown).toMatch(/\| a \| b \|\n\| --- \| --- \|\n\| 1 \| 2 \|/u)
    expect(markdown).toContain('```js\nlet a\n```')
    expect((await clean('<ul><li><input type=checkbox checked> done</li></ul>', {fragment: true})).markdown).toMatch(/^- \\?\[x\] done\n$/u)
    expect(markdown).toContain('~~old~~')
  })

  it('is spelled as the options say', async () => {
    const {markdown} = await clean(page(`<article><p>${prose}</p><ul><li>a</li><li>b</li></ul><p><i>${prose}</i></p></article>`), {markdown: {bullet: '*', emphasis: '_'}, title: 'drop'})
    expect(markdown).toMatch(/^The kettle/u)
    expect(markdown).toContain('* a\n* b\n')
    expect(markdown).toContain('_The kettle')
  })

  it('answers for every fixture', async () => {
    const fixtures = new URL('../fixtures/', import.meta.url)
    for (const name of readdirSync(fixtures)) {
      const file = readdirSync(new URL(`${name}/`, fixtures)).find(each => each.startsWith('input.'))
      if (file === undefined) continue
      const result = await cleaner.clean(readFileSync(new URL(`${name}/${file}`, fixtures)))
      expect(result.markdown !== '' || result.problems.some(({code}) => code === 'no-content' || code === 'empty-input'), name).toBe(true)
      expect(result.problems.filter(({code}) => code === 'engine-failed'), name).toEqual([])
    }
  })

  it('may be Markdown, which none of the tools touches', async () => {
    expect((await cleaner.clean('# A\n\nB *c* d.\n', {from: 'markdown'})).markdown).toBe('# A\n\nB *c* d.\n')
  })
})

describe('options', () => {
  it('a fragment is written whole', async () => {
    expect((await clean('<nav>a</nav><p class=ad>b</p>', {fragment: true})).markdown).toBe('a\n\nb\n')
    expect((await cleaner.clean('<nav>a</nav>', {fragment: true, from: 'html'})).markdown).toBe('a\n')
  })

  it('selectors choose instead of Readability', async () => {
    const html = page('<main><p>a</p><p class=x>b</p></main><p>c</p>')
    expect((await clean(html, {select: ['main', 'main p'], title: 'drop'})).markdown).toBe('a\n\nb\n')
    expect((await clean(html, {select: ['main'], remove: ['.x'], title: 'drop'})).markdown).toBe('a\n')
    await expect(createCleaner({select: ['p[']})).rejects.toThrow(/option select: 'p\['/u)
  })

  it('wrong ones and wrong inputs throw', async () => {
    await expect(createCleaner({never: 1} as never)).rejects.toThrow(TypeError)
    await expect(clean(1 as never)).rejects.toThrow(TypeError)
  })
})

describe('what could go wrong', () => {
  const hostile: Readonly<Record<string, string>> = {
    'nesting': page('<div>'.repeat(100_000) + prose),
    'nesting under end tags that end nothing': page('<b></i>'.repeat(5000) + prose),
    'a page of ten million characters': page(`<p>${'x'.repeat(10_000_000)}</p>`),
  }
  it.each(Object.entries(hostile))('%s is a problem, not an exception', async (_name, html) => {
    const {markdown, problems} = await cleaner.clean(html)
    expect(markdown).toBe('')
    expect(problems).toContainEqual(expect.objectContaining({code: 'engine-failed'}))
    expect(problems.some(({code}) => code === 'empty-input')).toBe(false)
  })

  it('a cell over a billion columns is one cell', async () => {
    const {problems} = await cleaner.clean(page(`<article><p>${prose}</p><table><tr><td colspan=1e9>a</td><td>b</td></tr></table></article>`))
    expect(problems).toEqual([])
  })

  it('scripts do not run, nothing is loaded', async () => {
    const html = page(`<article><p id=p>${prose}</p><script>document.title = 'ran'; document.getElementById('p').textContent = 'ran'</script><img src=x onerror="document.body.textContent='ran'"></article>`, '<script src="https://example.org/x.js"></script>')
    const {markdown, metadata} = await cleaner.clean(html)
    expect(markdown).not.toContain('ran')
    expect(metadata.title).toBe('Kettles and lids')
  })

  it('says how to install jsdom where it is missing', async () => {
    const missing = Object.assign(new Error('Cannot find package \'jsdom\''), {code: 'ERR_MODULE_NOT_FOUND'})
    await expect(loadJsdom(() => Promise.reject(missing))).rejects.toThrow(/npm install jsdom@26/u)
    await expect(loadJsdom(() => Promise.reject(new Error('other')))).rejects.toThrow('other')
  })
})

describe('prune', () => {
  const cases: readonly (readonly [about: string, html: string, left: string])[] = [
    ['scripts and styles', '<p>a</p><script>b</script><style>c</style>', '<p>a</p>'],
    ['data for Readability stays', '<script type="application/ld+json">{}</script>', '<script type="application/ld+json">{}</script>'],
    ['landmarks', '<nav>a</nav><p>b</p><footer>c</footer><aside>d</aside>', '<p>b</p>'],
    ['landmarks around the content stay', '<aside><article>a</article></aside>', '<aside><article>a</article></aside>'],
    ['class tokens, whole or in parts', '<div class="ad">a</div><div class="x cookie-bar">b</div><div id="sponsored_links">c</div><div class="road adventure">d</div>', '<div class="road adventure">d</div>'],
    ['the body and the article stay', '<body class="has-ads ads"><article class="cookie">a</article></body>', '<body class="has-ads ads"><article class="cookie">a</article></body>'],
    ['layout tables are spread', '<table><tr><td><ul><li>a</li></ul></td></tr></table>', '<div><div><div><ul><li>a</li></ul></div></div></div>'],
    ['columns are no number to trust', '<table><tr><td colspan="1e9">a</td><td colspan="2">b</td></tr></table>', '<table><tr><td>a</td><td colspan="2">b</td></tr></table>'],
  ]
  it.each(cases)('%s', (_about, html, left) => {
    expect(prune(html, {select: [], remove: [], fragment: false})).toBe(left)
  })
})

describe('what is loaded', () => {
  const dist = new URL('../dist/', import.meta.url)
  const classic = /\/node_modules\/(cheerio|jsdom|@mozilla\/readability|turndown|@joplin\/turndown-plugin-gfm)\//u

  /** Modules that a program imports, as Node resolves them. */
  function imported(program: string): string[] {
    const hook = 'import {writeSync} from "node:fs"; export async function resolve(name, context, next) { const found = await next(name, context); writeSync(2, found.url + "\\n"); return found }'
    const start = `import {register} from 'node:module'; register('data:text/javascript,${encodeURIComponent(hook)}'); ${program}`
    const {stderr, status} = spawnSync(process.execPath, ['--input-type=module', '-e', start], {encoding: 'utf8'})
    expect(status, stderr).toBe(0)
    return stderr.split('\n')
  }

  it('is built', () => {
    expect(existsSync(new URL('classic/index.js', dist)), 'npm run build').toBe(true)
  })

  it('by the library: nothing of the classic stack', () => {
    const program = `const {clean} = await import('${dist.href}index.js'); await clean('<p>a</p>'); await clean('# a', {from: 'markdown'}); await clean('<p>a</p>', {select: ['p']}); await import('${dist.href}cheerio.js')`
    const found = imported(program)
    expect(found.some(url => url.includes('/node_modules/css-select/'))).toBe(true)
    expect(found.filter(url => classic.test(url))).toEqual([])
  })

  it('by the classic engine: all of it', () => {
    const found = imported(`const {createCleaner} = await import('${dist.href}classic/index.js'); await createCleaner()`)
    expect(new Set(found.flatMap(url => classic.exec(url)?.[1] ?? []))).toEqual(new Set(['cheerio', 'jsdom', '@mozilla/readability', 'turndown', '@joplin/turndown-plugin-gfm']))
  })
})
