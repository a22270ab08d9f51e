import {expect, it} from 'vitest'
import {plainText} from '../src/cli/text.ts'

it.each([
  ['# A *b* **c**\n', 'A b c\n'],
  ['One\\\ntwo [link](https://example.org/) ![alt](x.png)\n', 'One\ntwo link alt\n'],
  ['- one\n  - inner\n- two\n', '- one\n  - inner\n- two\n'],
  ['- one\n\n- two\n\n  more\n', '- one\n\n- two\n\n  more\n'],
  ['7. a\n8. b\n', '7. a\n8. b\n'],
  ['| a | b |\n| - | - |\n| 1 | `2` |\n', 'a\tb\n1\t2\n'],
  ['```js\nif (a) {\n  b\n}\n```\n', 'if (a) {\n  b\n}\n'],
  ['> quoted\n\n---\n\nH<sub>2</sub>O<br>x\\*y &amp; z\n', 'quoted\n\nH2O\nx*y & z\n'],
  ['---\ntitle: x\n---\n\nBody.\n', 'Body.\n'],
  ['---\n\nBody.\n\n---\n', 'Body.\n'],
  ['', ''],
])('%j as text', async (markdown, text) => {
  expect((await plainText())(markdown)).toBe(text)
})
