/** The library bundled for a browser: no Node built-in in it, and it runs without Node's globals. */
import {join} from 'node:path'
import vm from 'node:vm'
import {build} from 'esbuild'
import {check, root} from './system.js'

export async function test() {
  // For the browser platform esbuild fails on an import of a Node built-in.
  const {outputFiles} = await build({
    entryPoints: [join(root, 'dist', 'index.js')], bundle: true, platform: 'browser', target: 'es2022',
    format: 'iife', globalName: 'boildown', write: false, logLevel: 'silent',
    // No document in here, as in a worker: a page's own bundle may also take the variants that use one.
    conditions: ['worker'],
  })
  // What a browser, a worker and an edge runtime have alike, and the library may use.
  const context = vm.createContext({URL, URLSearchParams, TextDecoder, TextEncoder, atob, crypto})
  vm.runInContext(outputFiles[0].text, context)
  const said = await vm.runInContext(program, context)
  const {page, bytes, markdown, text, selected} = JSON.parse(said)
  check(page.includes('Green tea is picked') && !page.includes('Shop'), `a page gives ${page}`)
  check(bytes === page, `the page as bytes gives ${bytes}`)
  check(markdown.includes('*early*'), `Markdown gives ${markdown}`)
  check(text.includes('picked early'), `text gives ${text}`)
  check(selected.includes('Pots') && !selected.includes('picked'), `a selector gives ${selected}`)
  // Not minified, every lazy part in it: the rules of 25 languages, the two judges' models (0.3 MB), YAML, the public suffix list.
  check(outputFiles[0].text.length < 3_200_000, `the bundle has ${outputFiles[0].text.length} characters`)
}

const program = `(async () => {
  const sentence = 'Green tea is picked early in the year, dried quickly and poured with water that has cooled for a while. '
  const html = '<title>Tea</title><nav><a href="/a">Home</a> <a href="/b">Shop</a></nav><main><h1>Tea</h1><p>' + sentence.repeat(6)
    + '</p><p class="more"><a href="/pots">Pots</a></p></main>'
  const markdownOf = async (input, options) => (await boildown.clean(input, options)).markdown
  return JSON.stringify({
    page: await markdownOf(html, {url: 'https://example.org/tea'}),
    bytes: await markdownOf(new Uint8Array([...html].map(letter => letter.charCodeAt(0))), {url: 'https://example.org/tea'}),
    markdown: await markdownOf('# Tea\\n\\n' + sentence.replace('early', '*early*'), {from: 'markdown'}),
    text: await markdownOf('Tea\\n\\n' + sentence.repeat(3), {from: 'text'}),
    selected: await markdownOf(html, {select: ['.more']}),
  })
})()`
