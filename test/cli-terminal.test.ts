/** What only a terminal gets: the program's main in this process, with streams that say they are one. */
import {Readable, Writable} from 'node:stream'
import {expect, it} from 'vitest'
import {main} from '../src/cli/main.ts'
import {page} from './cli-program.ts'

class Terminal extends Writable {
  readonly isTTY: boolean
  text = ''
  constructor(isTTY: boolean) {
    super({write: (chunk: Buffer, _encoding, done) => { this.text += chunk.toString(); done() }})
    this.isTTY = isTTY
  }
}

async function onTerminal(argv: readonly string[], input: string | undefined, env: Record<string, string> = {}): Promise<{code: number; out: string; err: string}> {
  const stdin = Object.assign(Readable.from(input === undefined ? [] : [Buffer.from(input)]), {isTTY: input === undefined})
  const [stdout, stderr] = [new Terminal(true), new Terminal(true)]
  const code = await main(argv, {stdin, stdout, stderr, env})
  return {code, out: stdout.text, err: stderr.text}
}

it('prints help where nothing is asked and nobody pipes', async () => {
  const {code, out} = await onTerminal([], undefined)
  expect(code).toBe(0)
  expect(out).toMatch(/^boildown: .*\n\n/u)
  expect(out).toContain('Examples')
})

it('colours explanations, unless NO_COLOR or a dumb terminal asks not to', async () => {
  const coloured = await onTerminal(['explain'], page('lighthouse'))
  expect(coloured.out).toContain('\u001b[32mkeep\u001b[39m')
  for (const env of [{NO_COLOR: '1'}, {TERM: 'dumb'}]) expect((await onTerminal(['explain'], page('lighthouse'), env)).out).not.toContain('\u001b')
})

it('lets no control character of a page through', async () => {
  const {out} = await onTerminal(['--fragment', '-f', 'html'], '<p>one\u001b[2J two \u009b31m three</p>')
  expect(out).toContain('one')
  expect(out).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u)
  const {out: text} = await onTerminal(['explain', '-f', 'html'], '<p>one\u001b[2J two</p>', {NO_COLOR: '1'})
  expect(text).not.toContain('\u001b')
})

it('shows no sign that turns the direction of a message or ends its line', async () => {
  const {err} = await onTerminal(['none\u061c\u200f\u202e\u2028\u2029\u2069fdp.html'], undefined)
  expect(err).toMatch(/^boildown: none\ufffd{6}fdp\.html: .*\n$/u)
})
