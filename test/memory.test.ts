/** What is remembered over pages (class names, the judge's arrays) must not keep the pages themselves: a slice of a page holds all of it. */
import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'
import {expect, it} from 'vitest'
import {createCleaner} from '../src/index.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Bytes of a page, most of them no text: what its result owns is far smaller. */
const pageSize = 300_000
const pages = 60

/** Names that no other page has, each longer than what an engine would copy rather than slice. */
function pageOf(number: number): string {
  const blocks = Array.from({length: 12}, (_, i) => `<div class="author-name-of-page-${number}-block-${i} entry-meta-${number}-${i}-and-more" id="some-long-identifier-${number}-${i}"><p>Line ${i} of page ${number}, <a href="/page/number/${number}/${i}">which leads on</a>.</p></div>`)
  return `<title>Page ${number}</title>${blocks.join('')}<!--${String(number).padStart(8, '0').repeat(pageSize / 8)}-->`
}

/** Bytes in use once nothing of the engine's own holds a page: the last match of a regex keeps its input alive. */
function used(): number {
  /x/u.test('x')
  collect()
  collect()
  const {heapUsed, external} = process.memoryUsage()
  return heapUsed + external
}

it('holds none of the pages it has cleaned', async () => {
  const cleaner = await createCleaner()
  for (let i = 0; i < 10; i++) cleaner.clean(pageOf(i))
  const before = used()
  for (let i = 10; i < 10 + pages; i++) cleaner.clean(pageOf(i))
  expect(used() - before).toBeLessThan(pages * pageSize / 6)
}, 30_000)

it('holds no page by its result', async () => {
  const cleaner = await createCleaner()
  cleaner.clean(pageOf(1000))
  const before = used()
  const results = Array.from({length: pages}, (_, i) => cleaner.clean(pageOf(2000 + i)))
  expect(used() - before).toBeLessThan(pages * pageSize / 6)
  expect(results).toHaveLength(pages)
}, 30_000)
