/** The same article, flattened and as the page it came from: one answer. */
import {readFileSync} from 'node:fs'
import {expect, it} from 'vitest'
import {clean} from '../src/index.ts'

const fixture = (path: string): string => readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8')

it('gives the golden of the flattened article for its page, when the page\'s images are dropped', async () => {
  const {markdown} = await clean(fixture('foreign-affairs-html/input.html'), {images: 'drop'})
  expect(markdown).toBe(fixture('foreign-affairs/expected.md'))
})
