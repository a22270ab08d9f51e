/** Comments: what they are, where they stay, and the field they always have. */
import {describe, expect, it} from 'vitest'
import {clean, explain} from '../src/index.ts'
import type {Options} from '../src/index.ts'

const sentence = (n: number): string => `The harbour of the town was dredged for the ${n}th time that spring, and the ferries could come in again at low water, as they had done before the great storm.`
const body = Array.from({length: 8}, (_, i) => `<p>${sentence(i)}</p>`).join('')
const said = ['I remember the old pier very well, my father worked there until it was closed.', 'Thanks for this, the photograph alone was worth the reading.']
const commentList = `<section id="comments" class="comments-area"><h2>Two comments</h2><ol class="comment-list">${said.map((text, i) => `<li class="comment"><b class="fn">Reader ${i}</b><a href="#r${i}">May ${i + 3}, 2024</a><p>${text}</p><a class="comment-reply-link" href="#re">Reply</a></li>`).join('')}</ol></section>`
const menu = '<nav><ul><li><a href="/">Home</a><li><a href="/news">News</a><li><a href="/about">About</a></ul></nav>'
const foot = '<footer><p>© 2024 The Harbour Post</p><a href="/imprint">Imprint</a></footer>'
const article = `<!doctype html><html lang="en"><head><title>The harbour</title><meta property="og:type" content="article"><script src="/a.js"></script></head><body>${menu}<main><article><h1>The harbour</h1>${body}</article>${commentList}</main>${foot}</body></html>`
const thread = article.replace('og:type', 'og:kind').replace('</head>', '<script type="application/ld+json">{"@type": "DiscussionForumPosting", "headline": "The harbour"}</script></head>')

const cleaned = (html: string, options: Options = {}) => clean(html, {from: 'html', url: 'https://example.org/a', trace: true, ...options})

describe('comments', () => {
  it('go below an article, and have a field of their own', async () => {
    const result = await cleaned(article)
    expect(result.markdown).toContain(sentence(7))
    for (const text of said) {
      expect(result.markdown).not.toContain(text)
      expect(result.comments).toContain(text)
    }
    expect(result.comments).not.toContain('Reply')
    expect(result.comments).not.toContain('ferries')
  })

  it('are marked as such, and explain says why they went', async () => {
    const result = await cleaned(article)
    const block = result.trace!.page.blocks.findIndex(({text}) => text === said[0])
    expect(result.blocks[block]).toMatchObject({role: 'comment', alive: false})
    expect(explain(result)).toMatch(/comments: comments-below-text \(likely \d+(?:\.\d+)?\) comment/u)
  })

  it('stay and go as the caller says', async () => {
    const kept = await cleaned(article, {comments: 'keep'})
    for (const text of said) expect(kept.markdown).toContain(text)
    expect(kept.comments).toContain(said[0])
    const dropped = await cleaned(thread, {comments: 'drop'})
    for (const text of said) expect(dropped.markdown).not.toContain(text)
    expect(dropped.comments).toContain(said[0])
    expect(explain(dropped)).toContain('comments: comments-unwanted (certain)')
  })

  it('are left to the judge where the page says it is a thread', async () => {
    const {trace} = await cleaned(thread)
    expect(trace!.decisions.filter(({pass}) => pass === 'comments')).toEqual([])
  })

  it.each([
    ['a form and its prompts', '<div id="comments"><h3>Leave a comment</h3><form><p>Your address will not be published, we promise it.</p></form><p>You must be registered for two weeks to post a reply under this article of ours.</p></div>'],
    ['a list of the newest comments elsewhere', '<aside class="widget_recent_comments"><ul class="recent-comments"><li>Anna: what a lovely text, and what good pictures you have taken there</ul></aside>'],
    ['a heading with a slug', '<section id="how-to-reply-to-review-comments"><p>Answer every remark of a reviewer, and be kind to them while you do so.</p></section>'],
    ['what holds the title', `<div class="allows-comments"><h1>The harbour</h1>${body}</div>`],
  ])('no comments: %s', async (_, html) => {
    const {comments} = await cleaned(`<script src="/a.js"></script>${menu}${html.includes('<h1') ? '' : `<h1>The harbour</h1>${body}`}${html}${foot}`)
    expect(comments).toBeNull()
  })

  it('has no field for text, Markdown and fragments', async () => {
    expect((await clean('One line.\n\nAnother line.', {from: 'text'})).comments).toBeNull()
    expect((await clean(commentList, {fragment: true})).comments).toBeNull()
  })

  it('is bounded', async () => {
    const many = article.replace('</ol>', `${Array.from({length: 12_000}, (_, i) => `<li class="comment"><p>${said[i % 2]} ${i}</p>`).join('')}</ol>`)
    const {comments} = await cleaned(many)
    expect(comments!.length).toBeGreaterThan(400_000)
    expect(comments!.length).toBeLessThan(600_000)
  })
})
