/** Cleans pages/ and looks at the tree. */
import {execFileSync} from 'node:child_process'
import {readFileSync, rmSync} from 'node:fs'
import assert from 'node:assert/strict'

rmSync('clean', {recursive: true, force: true})
execFileSync('npm', ['start', '--silent'], {stdio: 'inherit'})
for (const name of ['shop/tea', 'shop/pots', 'notes']) {
  const markdown = readFileSync(`clean/${name}.md`, 'utf8')
  assert.match(markdown, name === 'notes' ? /Water that boiled twice/ : /Green tea is picked/)
  assert.doesNotMatch(markdown, /Your cart|Loading/)
}
assert.equal(JSON.parse(readFileSync('clean/_stats.json', 'utf8')).ok, 3)
console.log('3 pages cleaned into clean/')
