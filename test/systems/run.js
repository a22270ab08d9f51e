/**
 * `npm run test:systems -- [NAME...]`: tests that start real programs, all of them without a name.
 *
 * What a test needs and the machine has not is a named skip, and a failure where REQUIRE=name,... names the test.
 */
import {readdirSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {Missing} from './system.js'

const folder = fileURLToPath(new URL('.', import.meta.url))
const known = readdirSync(folder).filter(name => name.endsWith('.js') && !['run.js', 'system.js'].includes(name)).map(name => name.slice(0, -3)).sort()
const required = new Set((process.env.REQUIRE ?? '').split(',').filter(Boolean))
const names = process.argv.length > 2 ? process.argv.slice(2) : known

const unknown = [...names, ...required].filter(name => !known.includes(name))
if (unknown.length) {
  console.error(`no system test ${unknown.join(', ')}; known: ${known.join(', ')}`)
  process.exit(2)
}

let failed = 0
for (const name of new Set([...names, ...required])) {
  const started = performance.now()
  const say = (/** @type {string} */ outcome) => console.log(`${name}: ${outcome} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
  try {
    const {test} = await import(`./${name}.js`)
    await test()
    say('ok')
  } catch (error) {
    if (error instanceof Missing && !required.has(name)) {
      say(`SKIPPED, missing: ${error.message}`)
      continue
    }
    failed++
    say(`FAILED: ${error instanceof Missing ? `missing: ${error.message}, and REQUIRE names it` : error instanceof Error ? error.stack : String(error)}`)
  }
}
process.exitCode = failed ? 1 : 0
