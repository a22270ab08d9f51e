/** The tarball, installed into an empty folder: command line, library and types work. */
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {check, inTemporaryFolder, root, run} from './system.js'
import {installed, smoke} from './support/installed.js'

export async function test() {
  await inTemporaryFolder(folder => {
    const app = installed(folder)
    smoke(app)
    typesResolve(app)
  })
}

/** @param {string} app */
function typesResolve(app) {
  writeFileSync(join(app, 'use.ts'), program)
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const flags = '--noEmit --strict --module nodenext --target es2022 --lib es2023,dom --exactOptionalPropertyTypes --types'.split(' ')
  run(process.execPath, [tsc, ...flags, '', '--skipLibCheck', 'use.ts'], {cwd: app})
  writeFileSync(join(app, 'misuse.ts'), `${program}\nawait clean('', {title: 'nowhere'})\n`)
  const complaint = run(process.execPath, [tsc, ...flags, '', '--skipLibCheck', 'misuse.ts'], {cwd: app, code: 1})
  check(complaint.includes('nowhere'), 'a wrong option passes the type check')
}

const program = `
import {clean, createCleaner, cleanAll, type Result, type Options} from 'boildown'
import * as classic from 'boildown/classic'
import * as cheerio from 'boildown/cheerio'
import TurndownService from 'boildown/turndown'
import {Readability} from 'boildown/readability'

const options: Options = {url: 'https://example.org/', title: 'drop'}
const result: Result = await clean('<p>Tea</p>', options)
const text: string = result.markdown
const cleaner = await createCleaner(options)
const title: string | null = cleaner.clean(text, {url: 'https://example.org/'}).metadata.title
for await (const next of cleanAll(['<p>Tea</p>'])) next.problems satisfies readonly {code: string}[]
const written: string = new TurndownService({headingStyle: 'atx'}).addRule('mark', {filter: 'mark', replacement: (content, node) => content + node.getAttribute('id')}).turndown('<p>Tea</p>')
export const all: unknown[] = [title, classic, cheerio, written, Readability]
`
