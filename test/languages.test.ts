/** Word counts by script: near what a dictionary segments, for languages that write no spaces and those that do. */
import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {clean} from '../src/index.ts'

/** Relative error of the count that is allowed. */
const tolerance = 0.15

describe('words are counted by script', () => {
  it.each([['chinese-review', 'zh'], ['japanese-travel', 'ja'], ['arabic-news', 'ar'], ['thai-howto', 'th']])('%s', async (name, language) => {
    const file = new URL(`../fixtures/languages/${name}/input.html`, import.meta.url)
    const {markdown, metadata, comments} = await clean(new Uint8Array(readFileSync(file)))
    const text = markdown.replace(/\]\([^)]{0,200}\)/gu, ']')
    const segments = [...new Intl.Segmenter(language, {granularity: 'word'}).segment(text)].filter(each => each.isWordLike === true).length
    expect(Math.abs((metadata.words ?? 0) / segments - 1)).toBeLessThan(tolerance)
    expect(metadata.language?.slice(0, 2)).toBe(language)
    expect(comments?.length).toBeGreaterThan(30)
    expect(comments).not.toMatch(/回复|返信|コメントを送信|أضف|เข้าสู่ระบบ/u)
  })

  it('Korean has spaces, and its syllables are no words', async () => {
    const text = '봄이 되면 강가의 작은 도서관은 아침 일찍 문을 열고 사람들은 창가에 앉아 책을 읽는다. '
    const {metadata} = await clean(`<h1>도서관</h1><p>${text.repeat(5)}</p>`, {from: 'html'})
    const words = text.trim().split(' ').length * 5 + 1
    expect(Math.abs((metadata.words ?? 0) / words - 1)).toBeLessThan(tolerance)
  })
})
