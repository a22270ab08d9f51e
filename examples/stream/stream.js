import {createReadStream, createWriteStream} from 'node:fs'
import {createInterface} from 'node:readline'
import {pipeline} from 'node:stream/promises'
import {cleanStream} from 'boildown'
import {createPool} from 'boildown/pool'

const [from = 'pages.ndjson', to = 'clean.ndjson'] = process.argv.slice(2)

// Two processes clean; what takes more than five seconds is a row with `ok: false`.
const pool = createPool({workers: 2, deadline: 5})

await pipeline(
  createInterface({input: createReadStream(from), crlfDelay: Infinity}),
  async function* (lines) {
    for await (const line of lines) yield JSON.parse(line)
  },
  cleanStream({pool}),
  async function* (rows) {
    for await (const row of rows) yield `${JSON.stringify(row)}\n`
  },
  createWriteStream(to),
)
await pool.close()
