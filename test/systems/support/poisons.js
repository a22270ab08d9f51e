/** Pages that take the process down that cleans them: each word is one way. */

/** Source of an object `ways`, from the word to a function that does not come back. */
export const ways = `
const ways = {
  loop() { for (;;); },
  regex() { /^(a+)+$/.test('a'.repeat(64) + 'b') },
  abort() { process.abort() },
  exit() { process.exit(0) },
  segfault() { process.kill(process.pid, 'SIGSEGV') },
  recursion() { const down = n => down(n + 1) + 1; down(0) },
  objects() { const all = []; for (;;) all.push({all}) },
  map() { const all = new Map(); for (let i = 0; ; i++) all.set(i, 'x' + i) },
  arrays() { const all = []; for (;;) all.push(new Array(3e6).fill(0).map((_, i) => i / 3)) },
  buffers() { const all = []; for (;;) all.push(Buffer.alloc(5e7, 1)) },
  strings() { let text = 'x'.repeat(100); const all = []; for (;;) all.push((text += text.slice(0, 1000)).split('').join('-')) },
}
`

/** Source of a pass that does what a paragraph «poison WORD» says. */
export const poisonPass = `${ways}
export default {name: 'poison', about: 'goes down as the page says', run({blocks}) {
  for (const {text} of blocks) ways[/^poison (\\w+)$/.exec(text)?.[1]]?.()
}}
`
