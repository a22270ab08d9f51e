import fc from 'fast-check'
import {Tokenizer} from 'htmlparser2'
import {expect, it} from 'vitest'
import {FastTokenizer} from '../src/input/tokenizer.ts'

/** Everything a tokenizer says, in order. */
function said(Kind: typeof Tokenizer, html: string): string[] {
  const out: string[] = []
  const tokenizer = new Kind({xmlMode: false, decodeEntities: false}, new Proxy({} as ConstructorParameters<typeof Tokenizer>[1], {
    get: (_, name) => (...args: readonly number[]) => void out.push(`${String(name)} ${args.join(' ')}`),
  }))
  tokenizer.write(html)
  tokenizer.end()
  return out
}

const piece = fc.constantFrom('<', '>', '</', '<!--', '-->', '--!>', '<!', '<?', '"', "'", '=', ' ', '/', 'p', 'a', 'script', 'style', 'title', 'textarea', '<script>', '</script>', '<p class="x', 'text', '&amp;', '\n', ']]>')

it('says what the plain Tokenizer says', () => {
  fc.assert(fc.property(fc.array(piece, {maxLength: 40}), pieces => {
    expect(said(FastTokenizer, pieces.join(''))).toEqual(said(Tokenizer, pieces.join('')))
  }), {numRuns: 3000})
})

it('is still asked for the step it replaces', () => {
  const own = Object.getOwnPropertyDescriptor(FastTokenizer.prototype, 'fastForwardTo')?.value as (unit: number) => boolean
  let calls = 0
  class Counting extends FastTokenizer {}
  Object.defineProperty(Counting.prototype, 'fastForwardTo', {value(this: Tokenizer, unit: number): boolean {
    calls++
    return own.call(this, unit)
  }})
  said(Counting, '<p class="x">a long text</p>')
  expect(calls).toBeGreaterThanOrEqual(2)
})
