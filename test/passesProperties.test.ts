/** What holds for every pass: the page stays as it is, decisions are named, doubling the input about doubles the time. */
import {describe, expect, it} from 'vitest'
import {captions} from '../src/passes/captions.ts'
import {debris} from '../src/passes/debris.ts'
import {duplicates} from '../src/passes/duplicates.ts'
import {emptied} from '../src/passes/emptied.ts'
import {hidden} from '../src/passes/hidden.ts'
import {landmarks} from '../src/passes/landmarks.ts'
import {placeholders} from '../src/passes/placeholders.ts'
import {rescue} from '../src/passes/rescue.ts'
import {titleBlock} from '../src/passes/titleBlock.ts'
import type {Pass} from '../src/page/pass.ts'
import {el, left, page, prose, run, textPage, type Node} from './passPages.ts'

const caption = 'Afghan children play on the wreckage of an old Soviet armored vehicle in Kabul.'
const all: readonly Pass[] = [hidden, landmarks, placeholders, debris, captions, titleBlock, duplicates, emptied, rescue]

describe('every pass', () => {
  it('says its name and what it decides', () => {
    for (const pass of all) {
      expect(pass.name).toMatch(/^[a-z][A-Za-z]+$/u)
      expect(pass.about.length).toBeGreaterThan(10)
    }
  })

  it('does nothing to an empty page, and nothing but a title to a plain article', () => {
    expect(run(page([]), ...all).decisions).toEqual([])
    const plain = [el('h1', 'Ferry'), prose(60), el('ul', el('li', 'one'), el('li', 'two')), el('h2', 'Part'), prose(60, 'fox')]
    expect(run(page(plain), ...all).decisions.map(it => it.rule)).toEqual(['first-level-1'])
  })

  it('decides nothing on its own output', () => {
    const nodes: (Node | string)[] = [
      'Skip to content', prose(60), 'Loading...', 'Advertisement', '{{ad.text}}', caption, caption, prose(80, 'fox'), `${prose(20)} {{x}}`, 'Share this:', prose(50, 'hare'), '{title}',
    ]
    const first = left(run(textPage(nodes), ...all))
    expect(first).toHaveLength(5)
    expect(run(textPage(first), placeholders, debris, duplicates, emptied, rescue).decisions).toEqual([])
  })

  it('survives any characters', () => {
    const odd = ['\ud800', '\udfff{{', '\0', '}}'.repeat(50), '\u202e', '%s%d'.repeat(20), '[[', '«', '🔗', '', '\ue000 tag', 'constructor', '__proto__']
    const nodes = odd.flatMap(text => [el('p', text), el('h2', text), el('div', {class: text, id: text, role: text}, text), el('img', {alt: text, src: text, width: text, height: text})])
    expect(() => run(page(nodes, {title: odd.join('|'), metas: [{key: 'og:title', content: '\ud800'}]}), ...all)).not.toThrow()
  })
})
