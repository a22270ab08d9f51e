/**
 * The generator of test/soak/serve.js, a process of its own: `load.js PORT SECONDS RATE FOLDER`. RATE 0: as fast as the
 * service answers, by WIDTH connections; else that many requests a second, whatever becomes of those before. Prints what
 * came back as JSON.
 */
import {readFileSync, readdirSync} from 'node:fs'
import {Agent, request} from 'node:http'
import {join} from 'node:path'
import {gunzipSync} from 'node:zlib'

const [port, seconds, rate, folder] = [Number(process.argv[2]), Number(process.argv[3]), Number(process.argv[4]), process.argv[5]]
const width = Number(process.env.WIDTH ?? 4)

const names = readdirSync(folder).filter(name => /\.html(?:\.gz)?$/u.test(name)).sort()
// Every nth, so that they are drawn from all of the set, and so few that the generator stays small.
const pages = names.filter((_, i) => i % Math.ceil(names.length / 300) === 0).map(name => {
  const bytes = readFileSync(join(folder, name))
  return name.endsWith('.gz') ? gunzipSync(bytes) : bytes
})

const agent = new Agent({keepAlive: true, maxSockets: 600, scheduling: 'lifo'})
/** @type {Record<string, number>} */
const statuses = {}
/** @type {number[]} */
const accepted = []
let sent = 0
let open = 0
let bytes = 0

/** One request to its end. @returns {Promise<void>} */
function post() {
  const page = pages[sent++ % pages.length]
  const started = performance.now()
  open++
  return new Promise(resolve => {
    const end = (/** @type {string} */ status) => {
      statuses[status] = (statuses[status] ?? 0) + 1
      open--
      resolve()
    }
    const asked = request({host: '127.0.0.1', port, method: 'POST', path: '/clean', agent, headers: {'Content-Type': 'text/html', 'Content-Length': page.length}}, response => {
      response.on('data', chunk => { bytes += chunk.length })
      response.on('end', () => {
        if (response.statusCode === 200) accepted.push(performance.now() - started)
        end(String(response.statusCode))
      })
      response.on('error', error => end(error.message))
    })
    asked.on('error', error => end(error.message))
    asked.end(page)
  })
}

const started = performance.now()
const passed = () => (performance.now() - started) / 1000
if (rate === 0) {
  await Promise.all(Array.from({length: width}, async () => { while (passed() < seconds) await post() }))
} else {
  await new Promise(resolve => {
    let asked = 0
    const timer = setInterval(() => {
      // As many as are due: a slow tick is made up for.
      for (; asked < passed() * rate && asked < seconds * rate; asked++) void post()
      if (passed() >= seconds) {
        clearInterval(timer)
        resolve(undefined)
      }
    }, 5)
  })
}
const took = passed()
for (const patience = performance.now(); open > 0 && performance.now() - patience < 30_000;) await new Promise(resolve => setTimeout(resolve, 20))
accepted.sort((a, b) => a - b)
const at = (/** @type {number} */ share) => accepted[Math.min(accepted.length - 1, Math.floor(share * accepted.length))] ?? 0
const {user, system} = process.cpuUsage()
console.log(JSON.stringify({seconds: took, sent, open, statuses, accepted: accepted.length, median: at(0.5), p99: at(0.99), most: at(1), bytes, cpu: (user + system) / 1e6}))
process.exit(0)
