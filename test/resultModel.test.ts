/** Every result names the model that judged it, so that figures of a large corpus can be told apart later. */
import {expect, it} from 'vitest'
import {clean} from '../src/index.ts'
import {modelHash} from '../src/judge/modelHash.ts'
import {model} from '../src/judge/shipped.model.ts'
import {model as textModel} from '../src/judge/text/shippedText.model.ts'

it('names the model of the page’s kind, and none where nobody judged', async () => {
  const html = '<nav><a href="/">Home</a></nav><p>A line of text that says something.'
  expect((await clean(html)).model).toBe(model.hash)
  expect(modelHash).toBe(model.hash)
  expect((await clean('A line of text.\nAnother line of text.', {from: 'text'})).model).toBe(textModel.hash)
  expect((await clean(html, {fragment: true})).model).toBeNull()
})
