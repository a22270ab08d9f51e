/** Posts, players, formulas and pictures that pages bring in from elsewhere, or twice. */
import {describe, expect, it} from 'vitest'
import {createCleaner} from '../src/index.ts'

const tea = 'Green tea is picked early in the year, dried quickly and poured with water that has cooled for a while. '
const black = 'Black tea was shipped in wooden boxes that kept the leaves dry on the long way over the sea to London. '
const fragments = await createCleaner({fragment: true, from: 'html'})
const pages = await createCleaner({from: 'html', title: 'drop', trace: true})
const written = (html: string): string => fragments.clean(html).markdown.trimEnd()

describe('frames of posts lead to the post', () => {
  it.each([
    ['https://embed.bsky.app/embed/did:plc:abc123/app.bsky.feed.post/3kxyz?id=1', '[Post](https://bsky.app/profile/did:plc:abc123/post/3kxyz)'],
    ['https://leaf.social/@ada/110123456/embed', '[Post](https://leaf.social/@ada/110123456)'],
    ['https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fada%2Fposts%2F1&show_text=true', '[Post](https://www.facebook.com/ada/posts/1)'],
    ['https://www.facebook.com/plugins/video.php?width=500&href=https%3A%2F%2Fwww.facebook.com%2Fada%2Fvideos%2F1', '[Video](https://www.facebook.com/ada/videos/1)'],
    ['https://www.facebook.com/plugins/post.php?href=javascript%3Ax', '[Post](https://www.facebook.com/plugins/post.php?href=javascript%3Ax)'],
    ['https://www.facebook.com/plugins/post.php?href=%E0%A4%A', '[Post](https://www.facebook.com/plugins/post.php?href=%E0%A4%A)'],
    ['https://ads.example/frame', ''],
  ])('%s', (src, expected) => {
    expect(written(`<iframe src="${src}"></iframe>`)).toBe(expected)
  })
})

describe('a quoted post inside the text stays', () => {
  const post = (name: string): string => `<blockquote class="${name}"><p>Tea is good <a href="https://t.example/x">pic.example/x</a></p>&mdash; Ada (@ada) <a href="https://post.example/ada/1">May 4, 2021</a></blockquote>`
  const page = (inside: string): string => `<main><h1>Tea</h1><p>${tea.repeat(4)}</p>${inside}<p>${black.repeat(4)}</p></main>`
  it.each(['twitter-tweet', 'tiktok-embed', 'bluesky-embed', 'mastodon-embed', 'fb-xfbml-parse-ignore'])('%s', name => {
    const {markdown, trace} = pages.clean(page(post(name)))
    expect(markdown).toContain('> — Ada (@ada) [May 4, 2021](https://post.example/ada/1)')
    expect(trace?.decisions.some(({rule}) => rule === 'quoted-post')).toBe(true)
  })
  it('not one behind the text', () => {
    expect(pages.clean(`<main><h1>Tea</h1><p>${tea.repeat(4)}</p><p>${black.repeat(4)}</p></main>${post('twitter-tweet')}`).trace?.decisions.some(({rule}) => rule === 'quoted-post')).toBe(false)
  })
})

describe('binomials', () => {
  const fraction = '<mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac>'
  it.each([
    [`<mo>(</mo>${fraction}<mo>)</mo>`, '\\binom{n}{k}'],
    [`<mi>a</mi><mo>(</mo>${fraction}<mo>)</mo><mi>b</mi>`, 'a \\binom{n}{k} b'],
    [`<mfenced>${fraction}</mfenced>`, '\\binom{n}{k}'],
    [fraction.replace('"0"', '"0pt"'), '\\binom{n}{k}'],
    ['<mo>(</mo><mfrac linethickness="0.5"><mi>n</mi><mi>k</mi></mfrac><mo>)</mo>', '( \\frac{n}{k} )'],
    ['<mo>(</mo><mfrac><mi>n</mi><mi>k</mi></mfrac><mo>)</mo>', '( \\frac{n}{k} )'],
  ])('%s', (inside, expected) => {
    expect(written(`<p>x <math>${inside}</math> y</p>`)).toBe(`x $${expected}$ y`)
  })
})

it('an image in noscript at the beginning of a fragment is written once', () => {
  expect(written('<noscript><img src="a.jpg" alt="A"></noscript><img data-src="a.jpg" src="blank.gif" alt="A"><p>x</p>')).toBe('![A](a.jpg)\n\nx')
  expect(written('<noscript><img src="a.jpg" alt="A"></noscript><p>x</p>')).toBe('![A](a.jpg)\n\nx')
})

describe('UTF-8 read as ISO 8859-1 beside sound text', () => {
  const damaged = 'caf\u00e9 \u00e2\u0080\u0094 don\u00e2\u0080\u0099t, na\u00efve'
  const html = `<p>${damaged}</p><img src="/a.png" alt="${damaged} \u0085">`
  it.each([['a string', html], ['bytes', new TextEncoder().encode(html)]])('%s', (_, input) => {
    const {markdown, problems} = pages.clean(input, {fragment: true})
    expect(markdown).not.toMatch(/[\u0080-\u009f]/u)
    expect(problems.map(({code}) => code)).toContain('mojibake')
    const repaired = pages.clean(input)
    expect(repaired.trace?.page.blocks[0].text).toBe('caf\u00e9 — don’t, na\u00efve')
  })
  it('leaves sound text', () => {
    expect(pages.clean('<p>\u00c3\u00a9 and \u00e2\u20ac\u2122 are mojibake</p>').trace?.page.blocks[0].text).toBe('\u00c3\u00a9 and \u00e2\u20ac\u2122 are mojibake')
  })
})

it('trace has every candidate, what was refused, and the raw facts', () => {
  const {trace} = pages.clean(`<title>How tea is made | Leaf</title><meta property="og:title" content="How tea is made"><meta name="author" content="admin">
    <script type="application/ld+json">{"@type": "Article", "headline": "How tea is made", "datePublished": "2021-05-04", "author": {"name": "Ada Brown"},}</script><h1>How tea is made</h1><p>${tea}</p>`)
  expect(trace?.candidates?.title.length).toBeGreaterThan(2)
  expect(new Set(trace?.candidates?.title.map(({value}) => value))).toEqual(new Set(['How tea is made']))
  expect(trace?.candidates?.authors[0]).toMatchObject({value: ['Ada Brown'], source: 'json-ld'})
  expect(trace?.candidates?.date[0]).toMatchObject({value: '2021-05-04', confidence: expect.any(Number)})
  expect(trace?.candidates?.rejected).toEqual([expect.objectContaining({value: 'admin', why: expect.any(String)})])
  expect(trace?.raw?.metas).toContainEqual({key: 'author', content: 'admin'})
  expect(trace?.raw?.jsonLd).toEqual([expect.objectContaining({headline: 'How tea is made'})])
})
