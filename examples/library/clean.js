import {readFileSync} from 'node:fs'
import {clean, createCleaner, explain} from 'boildown'

const html = readFileSync(process.argv[2] ?? 'page.html')
const url = 'https://example.org/tea'

// One page: bytes or a string in, Markdown and facts out.
const {markdown, metadata, quality, problems} = await clean(html, {url})
console.log(markdown)
console.log({title: metadata.title, date: metadata.date, score: quality.score, problems})

// Many pages with the same options: prepare once, then synchronously.
const cleaner = await createCleaner({images: 'drop', links: 'text'})
console.log(cleaner.clean(html, {url}).markdown)

// Why is a block there, or not?
console.log(explain(await clean(html, {url, trace: true})))
