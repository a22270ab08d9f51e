/** The inspector's page as text: what it holds, and that nothing of a page becomes markup. In a browser: `test:systems -- inspector`. */
import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {parse} from 'parse5'
import {describe, expect, it} from 'vitest'
import {clean, inspector} from '../src/index.ts'
import type {InspectorData} from '../src/explain/inspector/shown.ts'

const attack = `"'></title></script><script>globalThis.ran = 1</script><img src=x onerror="ran()"><!--`
const shown = attack.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const prose = 'The harbour was built of oak in the year 1702, and for three hundred years, they say, no ship was ever lost in it. '

const page = `<html lang="en"><head><title>${shown}</title></head><body><nav class="menu"><a href="/">Home</a> <a href="/b">Boats</a></nav>
  <main><h1>Harbours</h1><p>${prose.repeat(4)}</p><p>${prose} {{bucket.key_as_string}}</p><p>${shown} and ${prose}</p><ul><li>${prose}</li></ul></main>
  <div class="cookie-banner">We use cookies \u202eevil\u202c to improve your experience.</div></body></html>`

async function inspected(html = page, name = attack): Promise<{text: string; data: InspectorData}> {
  const text = await inspector(await clean(html, {trace: true, url: 'https://example.org/a'}), name)
  const data = JSON.parse(/<script type="application\/json" id="data">([^]*?)<\/script>/u.exec(text)?.[1] ?? '') as InspectorData
  return {text, data}
}

interface Node { readonly nodeName: string; readonly attrs?: readonly {readonly name: string; readonly value: string}[]; readonly childNodes?: readonly Node[] }

function elements(node: Node): readonly Node[] {
  return [node, ...(node.childNodes ?? []).flatMap(elements)]
}

describe('inspector', () => {
  it('says of every block what became of it, by whom, and how sure that was', async () => {
    const {data} = await inspected()
    const [menu, title] = [data.blocks.find(({text}) => text.includes('Boats')), data.blocks.find(({text}) => text === 'Harbours')]
    expect(menu).toMatchObject({state: 'dropped'})
    expect(menu?.reason).toMatch(/^drop {2}\w+: \S+ \((?:weak|likely|certain)/u)
    expect(title).toMatchObject({state: 'kept', kind: 'heading 1'})
    const body = data.blocks.find(({text}) => text.startsWith('The harbour'))
    expect(body?.probability).toBeGreaterThan(data.threshold ?? 1)
    expect(body?.causes).toHaveLength(3)
    expect(body?.causes[0].meaning).not.toBe('')
  })
  it('shows what was cut out of a block', async () => {
    const {text, data} = await inspected()
    expect(data.blocks.find(({cuts}) => cuts.length > 0)).toMatchObject({state: 'changed'})
    expect(text).toContain('<del>{{bucket.key_as_string}}</del>')
  })
  it('ties pieces of the Markdown to their blocks', async () => {
    const {text, data} = await inspected()
    const index = data.blocks.findIndex(({text: each}) => each === 'Harbours')
    expect(text).toMatch(new RegExp(`<pre id="markdown">[^]*<span data-block="${index}">[^<]*Harbours`, 'u'))
  })
  it('lets nothing of a page become markup, and signs that turn the text round are no signs', async () => {
    const {text, data} = await inspected()
    const found = elements(parse(text) as unknown as Node)
    expect(found.filter(({nodeName}) => nodeName === 'script')).toHaveLength(2)
    expect(found.filter(({nodeName}) => /^(?:img|iframe|link|base|object|embed|svg|form)$/u.test(nodeName))).toEqual([])
    expect(found.flatMap(({attrs}) => attrs ?? []).filter(({name}) => name.startsWith('on'))).toEqual([])
    expect(text).not.toMatch(/[\u202a-\u202e]/u)
    expect(data.blocks.some(({text: each}) => each.includes(`<script>globalThis.ran = 1</script>`))).toBe(true)
  })
  it('allows its own script and style by hash, and nothing else', async () => {
    const {text} = await inspected()
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/u.exec(text)?.[1].replaceAll('&#39;', "'") ?? ''
    const script = /<\/script>\n<script>([^]*?)<\/script>/u.exec(text)?.[1] ?? ''
    const style = /<style>([^]*?)<\/style>/u.exec(text)?.[1] ?? ''
    const hash = (body: string): string => `'sha256-${createHash('sha256').update(body).digest('base64')}'`
    expect(policy).toBe(`default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`)
  })
  it('is the same whatever page came before, and for text and fragments, too', async () => {
    const first = await inspected()
    const text = await inspector(await clean(readFileSync(new URL('../fixtures/foreign-affairs/input.txt', import.meta.url)), {trace: true}))
    expect(text).toContain('class="dropped"')
    expect(await inspector(await clean('<p>A <b>c</b></p>', {trace: true, fragment: true}), 'piece')).toContain('A **c**')
    expect((await inspected()).text).toBe(first.text)
  })
  it('needs a trace', async () => {
    await expect(clean('<p>Tea</p>').then(result => inspector(result))).rejects.toThrow(TypeError)
  })
})
