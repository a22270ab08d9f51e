/** Markdown input: the site at its ends goes, a README passes, front matter and fences stay as they are; millions of empty lines cost nothing. */
import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {clean} from '../src/index.ts'
import {withoutEmptyLines} from '../src/input/markdown/emptyLines.ts'
import {readMarkdown} from '../src/input/markdown.ts'

const file = (name: string): string => readFileSync(new URL(`markdownEnds/${name}.md`, import.meta.url), 'utf8')
const part = (text: string, from: string, to: string): string => text.slice(text.indexOf(from), text.indexOf(to) + to.length)

describe('the ends of a Markdown file', () => {
  it('documentation: menu, path, badges, “Edit this page”, pager and foot go', async () => {
    const {markdown} = await clean(file('docs'), {from: 'markdown'})
    const text = file('docs')
    expect(markdown).toBe([
      part(text, '---\n', 'install]\n---'), '# Installing the pump', part(text, 'The pump moves', 'towards you.'), 'Last updated on March 3, 2024',
    ].join('\n\n') + '\n')
  })
  it('a blog: menu, share bar, related posts, comment form and foot go', async () => {
    const {markdown} = await clean(file('blog'), {from: 'markdown'})
    expect(markdown).toBe(`${part(file('blog'), '# What the ferry knew', '6 min read')}\n\n${part(file('blog'), 'The ferry had crossed', 'had been hers.')}\n`)
  })
  it('a README passes whole but for its badges', async () => {
    const {markdown} = await clean(file('readme'), {from: 'markdown'})
    const text = file('readme')
    expect(markdown).toBe(`# pump\n\n![](logo.svg)\n\n${text.slice(text.indexOf('> Moves')).replace('example.com)\n', 'example.com/)\n')}`)
  })
  it('a heading goes only with all that stands below it', async () => {
    const {trace} = await clean(file('docs'), {from: 'markdown', trace: true})
    const rule = (text: string): string | undefined => trace?.decisions.findLast(each => each.verdict === 'drop' && trace.page.blocks[each.from].text === text)?.verdict
    expect([rule('Community'), rule('Troubleshooting')]).toEqual(['drop', undefined])
  })
})

describe('empty lines', () => {
  it('are left out before parsing where there are thousands, and not in a fence', () => {
    const source = `# One\n${'\n'.repeat(5000)}Two three.\n\n\`\`\`\n${' \r\n'.repeat(2000)}x\n\`\`\`\n\r\n \r\n${'\n'.repeat(3000)}Four.\n`
    const {page} = readMarkdown(source)
    expect(page.blocks.map(({kind}) => kind)).toEqual(['heading', 'paragraph', 'code', 'paragraph'])
    expect(page.blocks[2].text.split('\n').length).toBe(2001)
    for (const i of [0, 1, 3]) expect(source.slice(page.blocks[i].from, page.blocks[i].to)).toBe(page.blocks[i].text)
  })
  it('stay where they are few', () => expect(withoutEmptyLines(`a\n${'\n'.repeat(900)}b`)).toBeUndefined())
  it('two are left of each run, and offsets lead back', () => {
    const source = `a\n${'\n'.repeat(1500)}bc\n${'\r\n'.repeat(800)}d`
    const short = withoutEmptyLines(source)
    expect(short?.text).toBe('a\n\n\nbc\n\r\n\r\nd')
    for (const sign of ['a', 'b', 'c', 'd']) expect(short?.offsetOf(short.text.indexOf(sign))).toBe(source.indexOf(sign))
  })
})
