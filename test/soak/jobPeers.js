/**
 * One warm process of Readability + linkedom + turndown: cleans half of the pages it is given to get warm, all of them
 * to be measured. argv: file of pages (a JSON array of strings). Prints CPU seconds a page, import left out.
 * A file .html is one page, cleaned once.
 */
import {readFileSync} from 'node:fs'
import {startEngine} from '../../bench/engines/engine.js'

const [, , file] = process.argv
const text = readFileSync(file, 'utf8')
/** @type {string[]} */
const pages = file.endsWith('.html') ? [text] : JSON.parse(text)
const run = await startEngine('readability')
for (const [i, page] of pages.entries()) if (i % 2) await clean(page)
const before = process.cpuUsage()
for (const page of pages) await clean(page)
const {user, system} = process.cpuUsage(before)
process.stdout.write(String((user + system) / 1e6 / pages.length))

/** @param {string} page */
async function clean(page) {
  try {
    await run(page, undefined)
  } catch {
    // It throws at some pages; they cost it nothing more.
  }
}
