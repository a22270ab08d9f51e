/** Runs clean.js on page.html. */
import {execFileSync} from 'node:child_process'
import assert from 'node:assert/strict'

const out = execFileSync(process.execPath, ['clean.js'], {encoding: 'utf8'})
assert.match(out, /^# Tea\n\nGreen tea is picked/)
assert.match(out, /\[tin\]\(https:\/\/example\.org\/tins\)/)
assert.match(out, /date: '2024-03-05'/)
assert.match(out, /a tin that closes well/)
assert.match(out, /Your cart/)
console.log('one page cleaned and explained')
