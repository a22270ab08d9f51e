/**
 * `node test/soak/markdown.js [TREES] [SEED]`: generated trees through reading, writing and parsing again.
 *
 * Where emphasis touches letters or other marks it may be left out, as CommonMark cannot say it: such a tree is
 * compared without emphasis. All else must be the same.
 */
import {fromMarkdown} from 'mdast-util-from-markdown'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {gfm} from 'micromark-extension-gfm'
import {formOfMarkdown, formOfTree} from './markdownForm.js'
import {html, legal, pairs, random, size, smaller, tree} from './markdownTrees.js'

const dist = process.env['BOILDOWN_DIST'] ?? new URL('../../dist', import.meta.url).href
const {readHtml} = await import(`${dist}/input/html.js`)
const {Ledger} = await import(`${dist}/page/ledger.js`)
const {render} = await import(`${dist}/markdown/render.js`)

const options = {links: 'keep', images: 'keep', bullet: '-', emphasis: '*', strong: '**', fence: '```', exact: true, heading: undefined, except: new Set()}
const total = Number(process.argv[2] ?? 100_000)
const first = Number(process.argv[3] ?? 1)

/** @param {import('./markdownTrees.js').Node} root */
function write(root) {
  const page = {...readHtml(html(root), {exact: true}), url: 'https://example.org/'}
  return render(page, new Ledger(page), options).markdown
}

/** @param {import('./markdownTrees.js').Node} root @returns {'same' | 'weaker' | 'different'} */
function check(root) {
  const parsed = /** @type {any} */ (fromMarkdown(write(root), {extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()]}))
  if (formOfTree(root, false).join('\n') === formOfMarkdown(parsed, false).join('\n')) return 'same'
  return formOfTree(root, true).join('\n') === formOfMarkdown(parsed, true).join('\n') ? 'weaker' : 'different'
}

const counts = new Map()
let nodes = 0
let weaker = 0
let different = 0
const began = performance.now()
for (let seed = first; seed < first + total; seed++) {
  const root = tree(random(seed))
  nodes += size(root)
  pairs(root, counts)
  const result = check(root)
  if (result === 'weaker') weaker++
  if (result !== 'different') continue
  different++
  if (different > 8) break
  let small = root
  for (let again = true, steps = 0; again && steps < 400; steps++) {
    again = false
    for (const less of smaller(small)) {
      if (check(less) !== 'different') continue
      small = less
      again = true
      break
    }
  }
  const parsed = /** @type {any} */ (fromMarkdown(write(small), {extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()]}))
  console.log(`seed ${seed}\n  html     ${JSON.stringify(html(small))}\n  markdown ${JSON.stringify(write(small))}\n  wanted   ${JSON.stringify(formOfTree(small, true))}\n  found    ${JSON.stringify(formOfMarkdown(parsed, true))}`)
}
const rare = Object.entries(legal).flatMap(([parent, children]) => children.map(child => [`${parent} > ${child}`, counts.get(`${parent} > ${child}`) ?? 0])).sort((a, b) => Number(a[1]) - Number(b[1]))
console.log(`${total} trees from seed ${first}: ${(nodes / total).toFixed(1)} nodes on average, ${different} different, ${weaker} with emphasis that Markdown cannot say; rarest pair ${rare[0].join(': ')}; ${((performance.now() - began) / 1000).toFixed(0)} s`)
process.exitCode = different > 0 ? 1 : 0
