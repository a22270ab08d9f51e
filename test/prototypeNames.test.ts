/** Names that every object has are names like others, wherever a page, a row or a request says them; and nothing can be put into all objects. */
import {describe, expect, it} from 'vitest'
import {readConfig} from '../src/cli/config.ts'
import {createCleaner, type Result} from '../src/index.ts'
import {settle} from '../src/options.ts'
import {columnsOf} from '../src/rows/columns.ts'
import {readRow} from '../src/rows/read.ts'
import {writeRow} from '../src/rows/write.ts'
import {optionsIn} from '../src/serve/query.ts'
import {checkSiteRules} from '../src/sites/siteRules.ts'
import {nodeFiles, replaceFile} from '../src/batch/job/files.ts'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'

const names = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__', 'isPrototypeOf']
/** Of the same form, and a name of nothing. */
const neutral = (name: string): string => name.replace(/[a-z]/gu, 'q').replace(/[A-Z]/gu, 'Q')
/** What people and programs read of it; the judge's figures go by the letters of names. */
const shown = ({markdown, metadata, problems}: Result): string => JSON.stringify({markdown, metadata, problems})

const prose = 'The river had been rising for three days when the council met in the old hall above the mill, and nobody who was there that evening will forget what was said.'

/** Every place of a page where it may name something. */
const places: Readonly<Record<string, (name: string) => string>> = {
  elements: name => `<main><${name}>${prose}</${name}><p>${prose}</p><math><${name}>x</${name}></math></main>`,
  attributes: name => `<main ${name}="${name}" class="${name}" id="${name}" role="${name}" itemprop="${name}" itemtype="https://schema.org/${name}" itemscope><p ${name} style="${name}:none" hidden="${name}">${prose}</p><p>${prose}</p></main>`,
  metadata: name => `<html lang="${name}"><head><title>A</title><meta name="${name}" content="${name}"><meta property="og:${name}" content="x"><meta property="article:${name}" content="x"><meta name="dc.${name}" content="x"><meta http-equiv="${name}" content="x"><link rel="${name}" href="/x"></head><body><p>${prose}</p></body></html>`,
  jsonLd: name => `<head><script type="application/ld+json">{"@context":"https://schema.org","@type":"${name}","${name}":{"polluted":"yes"},"@graph":[{"@type":["NewsArticle","${name}"],"@id":"${name}","headline":"A dam","author":{"@id":"${name}"},"${name}":"x"}]}</script></head><main><p>${prose}</p></main>`,
  looseJson: name => `<script>window.__INITIAL_STATE__ = {${name}: {polluted: 'yes'}, '${name}': ['a'], article: {${name}: {polluted: 'yes'}, body: '${prose}'}}</script><p>Loading</p>`,
  nextData: name => `<script id="__NEXT_DATA__" type="application/json">{"${name}":{"polluted":"yes"},"props":{"${name}":{"polluted":"yes"},"pageProps":{"type":"${name}","body":"<p>${prose}</p>"}}}</script>`,
  code: name => `<main><p>${prose}</p><pre class="language-${name}" data-lang="${name}"><code class="brush:${name}">let x = 1</code></pre></main>`,
  callouts: name => `<main><p>${prose}</p><div class="admonition ${name}"><p>${prose}</p></div><div class="callout" data-callout="${name}"><p>${prose}</p></div></main>`,
  formulas: name => `<main><p>${prose}</p><math><mo>${name}</mo><mi>${name}</mi><mover><mi>x</mi><mo>${name}</mo></mover></math></main>`,
  tables: name => `<main><p>${prose}</p><table><tr><th align="${name}">a</th><th>b</th></tr><tr><td align="${name}">c</td><td>d</td></tr></table></main>`,
  embeds: name => `<main><p>${prose}</p><iframe src="https://${name.toLowerCase().replaceAll('_', '')}.com/${name}?${name}=1"></iframe><input type="${name}"><a href="#${name}">a</a><a name="${name}"></a></main>`,
  entities: name => `<main><p>${prose} &${name}; {{${name}}} \${${name}} %${name}%</p></main>`,
}

const untouched = Object.getOwnPropertyNames(Object.prototype).join()

describe('names that every object has', () => {
  it.each(Object.entries(places))('are names like others in %s', async (_, at) => {
    const cleaner = await createCleaner({trace: false})
    for (const name of names) {
      const letters = (word: string): string => word.replaceAll('_', '')
      const said = (word: string): string => shown(cleaner.clean(at(word), {url: 'https://example.org/a'})).replaceAll(letters(word), 'NAME').replaceAll(letters(word).toLowerCase(), 'NAME')
      expect(said(name), name).toBe(said(neutral(name)))
      expect(({} as Record<string, unknown>)['polluted'], name).toBeUndefined()
    }
    expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(untouched)
  })

  it('are columns in rows, and a name that comes twice is one column', () => {
    for (const name of names) {
      const item = readRow({number: 1, text: `{"html": "<p>a</p>", "${name}": {"polluted": 1}, "twice": 1, "twice": 2}`, damaged: false}, {keepInput: false})
      const row = writeRow(item, {error: 'x'})
      expect(row, name).toContain(`"${name}":{"polluted":1}`)
      expect(row.match(/"twice":2/gu)).toHaveLength(1)
      // What a row does not have it does not inherit.
      const without = readRow({number: 1, text: `{"${name}": {"html": "<p>a</p>", "url": "x", "id": 1}}`, damaged: false}, {keepInput: false})
      expect('error' in without && without.error, name).toContain('no page')
      expect([without.id, without.facts.url], name).toEqual([null, undefined])
    }
    for (const html of ['constructor.name', '__proto__.html', '__proto__.constructor', 'toString.name', 'html.constructor.name']) {
      const item = readRow({number: 1, text: '{"a": 1, "html": "x"}', damaged: false}, {keepInput: false, columns: columnsOf({html})})
      expect('error' in item && item.error, html).toContain('no column')
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('are no options: of the library, of requests, of configs, of rules', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'boildown-names-'))
    try {
      for (const name of names) {
        for (const options of [`{"${name}": 1}`, `{"markdown": {"${name}": {"polluted": true}}}`]) expect(() => settle(JSON.parse(options)), options).toThrow(/unknown option/u)
        for (const query of [`${name}=1`, `markdown-${name}=1`, `${name}-polluted=1`]) expect(() => optionsIn(new URLSearchParams(query)), query).toThrow(/unknown parameter/u)
        const file = path.join(folder, 'c.json')
        for (const content of [`{"${name}": true}`, `{"markdown": {"${name}": {"polluted": true}}}`, `{"${name}": {"links": "drop"}}`]) {
          replaceFile(nodeFiles, file, content)
          expect(() => readConfig(file), content).toThrow(/unknown option/u)
        }
        expect(() => checkSiteRules(JSON.parse(`[{"match": "https://example.org/*", "${name}": {"polluted": true}}]`), 'rules'), name).toThrow(TypeError)
      }
    } finally {
      rmSync(folder, {recursive: true})
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})
