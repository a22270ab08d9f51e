import {describe, expect, it} from 'vitest'
import {readHtml} from '../src/input/html.ts'
import type {RenderOptions} from '../src/markdown/options.ts'
import {render} from '../src/markdown/render.ts'
import {loadVerify} from '../src/markdown/verify.ts'
import {Ledger} from '../src/page/ledger.ts'
import {html, random, tree} from './soak/markdownTrees.js'

const usual: RenderOptions = {
  links: 'keep', images: 'keep', bullet: '-', emphasis: '*', strong: '**', fence: '```', exact: true, heading: undefined, except: new Set(),
}
const verify = await loadVerify()

describe('the self-check', () => {
  const source = '<h2>a</h2><p>b <b>c</b><ul><li>d<ol><li>e</ol></ul><blockquote><p>f</blockquote><pre>g\n  h</pre><table><tr><th>i<th>j<tr><td>k<td>l</table><hr><p>m'
  const page = readHtml(source)
  const ledger = new Ledger(page)
  const written = render(page, ledger, usual)

  it('finds nothing where all is well', () => {
    expect(verify(written, page, ledger)).toEqual([])
  })

  const harms: readonly (readonly [string, string, string, string])[] = [
    ['a lost heading', '## a', '\\## a', 'kind'], ['a wrong level', '## a', '### a', 'level'], ['a lost word', '**c**', '*b*', 'text'],
    ['an item on the wrong level', '  1. e', '- _ e', 'containers'], ['code that lost its indent', '  h\n', 'h\n', 'text'], ['a lost cell', '| k | l |', '| k | _ |', 'text'],
    ['text that became markup', 'm\n', '<b>\n', 'kind'],
  ]
  for (const [name, from, to, why] of harms) it(`finds ${name}`, () => {
    expect(written.markdown).toContain(from)
    const markdown = written.markdown.replace(from, to.padEnd(from.length))
    expect(verify({...written, markdown}, page, ledger).map(difference => difference.why)).toContain(why)
  })

  it('agrees with generated trees', () => {
    for (let seed = 1; seed < 300; seed++) {
      const generated = readHtml(html(tree(random(seed))), {exact: true})
      const whole = new Ledger(generated)
      expect({seed, differences: verify(render(generated, whole, usual), generated, whole)}).toEqual({seed, differences: []})
    }
  })
})
