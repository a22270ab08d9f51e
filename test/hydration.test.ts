/** Text that a page holds only as data: found where nothing else is, and left alone where there is text. */
import {describe, expect, it} from 'vitest'
import {hydrated, isThin, type DataSource} from '../src/hydration/hydration.ts'
import {readHtml} from '../src/input/html.ts'
import type {Page} from '../src/page/page.ts'

const one = 'The harbour was built in two years, and nobody who saw the plans believed that it would stand. It has stood for ninety, through four floods and a war.'
const two = 'Today the cranes are gone. What is left are the sheds, a bakery, and a ferry that crosses twice a day when the wind allows it, mostly with schoolchildren.'
const three = 'The city wants to sell the land. The people who work there have other plans, and they have brought them to the council with three thousand signatures.'
const prose = [one, two, three]

function page(scripts: string, body = '<div id="app">Loading…</div>'): Page {
  return readHtml(`<html><head><title>The harbour</title></head><body>${body}${scripts}</body></html>`)
}
const json = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')
const script = (body: string, attributes = ''): string => `<script ${attributes}>${body}</script>`
const ld = (value: unknown): string => script(json(value), 'type="application/ld+json"')

/** Text of what was found, one line a block. */
function found(input: Page): {source: DataSource | undefined; text: string} {
  const data = hydrated(input, 1)
  return {source: data?.source, text: data === undefined ? '' : readHtml(data.html).blocks.map(block => block.text).join('\n')}
}

const noise = {config: {legal: `${one} ${two}`}, i18n: {welcome: three.repeat(9)}, related: [{text: two.repeat(9)}], theme: 'light', css: '.a{color:red}'.repeat(99), url: 'https://a.example/x'}

describe('frameworks', () => {
  const cases: readonly (readonly [name: string, source: DataSource, scripts: string])[] = [
    ['Next.js pages', 'next-data', script(json({props: {pageProps: {...noise, post: {title: 'The harbour', body: prose.map(text => `<p>${text}</p>`).join('')}}}, buildId: 'x'}), 'id="__NEXT_DATA__" type="application/json"')],
    ['Next.js with blocks of a content system', 'next-data', script(json({props: {pageProps: {entry: {content: prose.map(value => ({nodeType: 'paragraph', content: [{nodeType: 'text', value, marks: []}]}))}}}}), 'id="__NEXT_DATA__" type="application/json"')],
    ['Nuxt 3', 'nuxt-data', script(json([['Reactive', 1], {data: 2}, {post: 3}, {body: 4}, ...prose]), 'type="application/json" id="__NUXT_DATA__"')],
    ['Nuxt 2', 'state', script(`window.__NUXT__=(function(a,b){return {layout:"default",data:[{post:{title:a,body:${json(prose.join('\n\n'))},draft:!1}}],serverRendered:!0}}("x",null));`)],
    ['Apollo', 'state', script(`window.__APOLLO_STATE__ = ${json({'Article:1': {__typename: 'Article', body: prose.map(text => `<p>${text}</p>`).join('')}, ROOT_QUERY: {}})};\nwindow.x = function () { return 1 }`)],
    ['Redux', 'state', script(`window.__INITIAL_STATE__=${json({articles: {current: {paragraphs: prose}}, ...noise})};(function(){var s;})()`)],
    ['a state as a string of JSON', 'state', script(`window.__PRELOADED_STATE__ = JSON.parse(${JSON.stringify(json({article: {text: prose.join('\n\n')}}))});`)],
    ['a state in single quotes', 'state', script(`window.__DATA__ = JSON.parse('${json({article: {text: prose.join(' ')}}).replaceAll('\\', '\\\\').replaceAll("'", "\\'")}');`)],
    ['Remix', 'state', script(`window.__remixContext = ${json({state: {loaderData: {post: {html: prose.map(text => `<p>${text}</p>`).join('')}}}})};`)],
    ['any JSON', 'json', script(json({article: {text: prose.join('\n\n')}}), 'type="application/json"')],
  ]
  it.each(cases)('%s', (_, source, scripts) => {
    const result = found(page(scripts))
    expect(result.source).toBe(source)
    for (const text of prose) expect(result.text).toContain(text)
    expect(result.text.split(one)).toHaveLength(2)
    expect(result.text).not.toMatch(/[{}]|https?:|color/u)
  })

  it('Next.js, streamed: tags, references, texts, and no client components', () => {
    const rows = `1:"$Sreact.fragment"\n2:I[123,["x.js"],"Share"]\n0:{"p":["","blog","slug"],"b":"build","tree":["$","html",null,{"children":["$","main",null,{"children":[["$","h1",null,{"children":"The harbour"}],["$","p",null,{"children":[${json(one)}," ",["$","a",null,{"href":"/x","children":"More"}]]}],"$L3",["$","$L2",null,{"url":"https://a.example"}],["$","div",null,{"dangerouslySetInnerHTML":{"__html":"$4"}}],["$","script",null,{"children":"evil()"}]]}]}]}\n3:["$","p",null,{"children":${json(two)}}]\n4:T${new TextEncoder().encode(`<p>${three} Ü</p>`).length.toString(16)},<p>${three} Ü</p>5:null\n`
    const half = Math.floor(rows.length / 2)
    const result = found(page([rows.slice(0, half), rows.slice(half)].map(chunk => script(`self.__next_f.push([1,${json(chunk)}])`)).join('')))
    expect(result).toEqual({source: 'next-stream', text: `The harbour\n${one} More\n${two}\n${three} Ü`})
  })

  it('Discourse', () => {
    const data = json({topic_1: JSON.stringify({title: 'The harbour', post_stream: {posts: prose.map(text => ({cooked: `<p>${text}</p>`, username: 'x'}))}})}).replaceAll('"', '&quot;')
    expect(found(page('', `<div id="data-preloaded" data-preloaded="${data}"></div>`))).toEqual({source: 'discourse', text: prose.join('\n')})
  })
})

describe('JSON-LD', () => {
  it('an article', () => {
    expect(found(page(ld({'@type': 'NewsArticle', headline: 'x', articleBody: prose.join('\n\n')})))).toEqual({source: 'json-ld', text: prose.join('\n')})
  })
  it('questions and answers', () => {
    expect(found(page(ld({'@type': 'FAQPage', mainEntity: prose.map((text, i) => ({'@type': 'Question', name: `Question ${i}?`, acceptedAnswer: {'@type': 'Answer', text: `<p>${text}</p>`}}))}))).text).toContain(`Question 1?\n${two}`)
  })
  it('a recipe', () => {
    const recipe = {'@type': 'Recipe', name: 'Soup', description: one, recipeIngredient: ['1 onion', '2 carrots'], recipeInstructions: [{'@type': 'HowToStep', text: two}, {'@type': 'HowToStep', text: three}]}
    expect(found(page(ld(recipe))).text).toBe([one, '1 onion', '2 carrots', two, three].join('\n'))
  })
  it('a product in a graph with a trailing comma', () => {
    expect(found(page(script(`{"@graph": [{"@type": "WebSite"}, {"@type": "Product", "description": ${json(prose.join(' '))},}],}`, 'type="application/ld+json"'))).text).toBe(prose.join(' '))
  })
})

describe('what is left alone', () => {
  it('a page with text: its data is not looked at', () => {
    expect(isThin(page(script('window.__STATE__={}')), 61)).toBe(false)
    expect(isThin(page(script('window.__STATE__={}')), 3)).toBe(true)
    expect(isThin(page(''), 3)).toBe(false)
  })
  it('settings, translations, code and addresses', () => {
    expect(found(page(script(`window.__STATE__ = ${json(noise)}`)))).toEqual({source: undefined, text: ''})
    expect(found(page(script('var a = "x"; function __DATA__() { return {b: 1} }'.repeat(99))))).toEqual({source: undefined, text: ''})
  })
  it('data that says less than the page', () => {
    expect(hydrated(page(ld({'@type': 'Article', articleBody: `${one} ${two}`})), 55)).toBeUndefined()
  })
})

describe('hostile data', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['deep', `window.__STATE__ = ${'{"a":'.repeat(100_000)}`], ['deep arrays', `window.__STATE__ = ${'['.repeat(200_000)}`], ['open string', `window.__STATE__ = {"a": "${'x '.repeat(200_000)}`],
    ['many assignments', '__STATE__ = '.repeat(50_000)], ['many open parses', '__STATE__ = JSON.parse("'.repeat(20_000)], ['stream without an end', `self.__next_f.push([1,"${'\\\\'.repeat(200_000)}`],
    ['functions', `__STATE__ = (function(${'a,'.repeat(50_000)}`], ['prototype', 'window.__STATE__ = {"__proto__": {"x": 1}, "constructor": {"prototype": 1}}'],
  ]
  it.each(cases)('%s', (_, body) => {
    expect(() => hydrated(page(script(body)), 1)).not.toThrow()
  })
})
