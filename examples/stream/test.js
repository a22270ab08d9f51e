/** Streams 200 rows, one of them bad. */
import {execFileSync} from 'node:child_process'
import {readFileSync, writeFileSync} from 'node:fs'
import assert from 'node:assert/strict'

const sentence = 'Green tea is picked early in the year, dried quickly and poured with water that has cooled for a while. '
const rows = Array.from({length: 200}, (_, i) => ({id: i, url: `https://example.org/${i}`, html: i === 7 ? null : `<title>Cup ${i}</title><nav><a href="/">Home</a></nav><main><h1>Cup ${i}</h1><p>${sentence.repeat(5)}This is cup ${i}.</p></main>`}))
writeFileSync('pages.ndjson', rows.map(row => `${JSON.stringify(row)}\n`).join(''))
execFileSync(process.execPath, ['stream.js'], {stdio: 'inherit'})

const out = readFileSync('clean.ndjson', 'utf8').trim().split('\n').map(line => JSON.parse(line))
assert.deepEqual(out.map(({id}) => id), rows.map(({id}) => id))
for (const {id, ok, markdown} of out) assert.ok(id === 7 ? !ok : ok && markdown.includes(`This is cup ${id}.`), `row ${id}`)
console.log('200 rows through a stream, in order')
