import {expect, it} from 'vitest'
import {createCleaner} from '../src/index.ts'

const html = '<p>a &amp;amp; <a href="https://e.org/x" title="t">b</a></p><hr>'
const asFragment = 'a \\&amp; [b](https://e.org/x "t")\n\n---\n'

it('a fragment is written as it is, whether an option or a fact says so', async () => {
  const said = (await createCleaner({fragment: true})).clean(html).markdown
  const pages = await createCleaner()
  expect(pages.clean(html, {fragment: true}).markdown).toBe(said)
  expect(said).toBe(asFragment)
  expect(pages.clean(html).markdown).not.toBe(said)
})

it('a page among fragments is a page', async () => {
  const page = `<nav><a href="/">Home</a> <a href="/shop">Shop</a></nav><main><h1>Tea</h1>${'<p>Green tea is picked early in the year, dried quickly, and poured with water that has cooled.</p>'.repeat(3)}</main><hr>`
  const fragments = await createCleaner({fragment: true})
  expect(fragments.clean(page).markdown).toContain('Shop')
  expect(fragments.clean(page, {fragment: false}).markdown).not.toContain('Shop')
})
