import fc from 'fast-check'
import {Tokenizer} from 'htmlparser2'
import {expect, it} from 'vitest'
import {scan} from '../src/input/scanner.ts'

/** What htmlparser2's Tokenizer says, in the words of the Scanner. */
function tokenized(html: string): string[] {
  const out: string[] = []
  let name = [0, 0]
  let value = [0, 0]
  const nothing = (): void => {}
  const tokenizer = new Tokenizer({xmlMode: false, decodeEntities: false}, {
    ontext: (from, to) => out.push(`text ${from} ${to}`),
    onopentagname: (from, to) => out.push(`name ${from} ${to}`),
    onattribname: (from, to) => name = value = [from, to],
    onattribdata: (from, to) => value = [from, to],
    onattribend: () => out.push(`attribute ${html.slice(...name)}=${value === name ? '' : html.slice(...value)}`),
    onopentagend: end => out.push(`start ${end} false`),
    onselfclosingtag: end => out.push(`start ${end} true`),
    onclosetag: (from, to) => out.push(`end ${from} ${to}`),
    oncomment: nothing, oncdata: nothing, ondeclaration: nothing, onprocessinginstruction: nothing, onend: nothing, onattribentity: nothing, ontextentity: nothing,
  })
  tokenizer.write(html)
  tokenizer.end()
  return out
}

function scanned(html: string): string[] {
  const out: string[] = []
  scan(html, {
    text: (from, to) => out.push(`text ${from} ${to}`),
    name: (from, to) => out.push(`name ${from} ${to}`),
    attribute: (nameFrom, nameTo, from, to) => out.push(`attribute ${html.slice(nameFrom, nameTo)}=${html.slice(from, to)}`),
    start: (end, isSelfClosing) => out.push(`start ${end} ${isSelfClosing}`),
    end: (from, to) => out.push(`end ${from} ${to}`),
  })
  return out
}

const piece = fc.constantFrom(
  '<', '>', '</', '</ ', '</>', '<!--', '-->', '--!>', '<!', '<?', '<![', '-', '!', '"', "'", '=', ' ', '\n', '/', '1', 'p', 'a', 'script', 'style', 'title', 'textarea', 'xmp',
  '<script>', '<script/>', '</script>', '</script ', '<TITLE>', '</tItle>', '<xmp>', '</xmp\t', '<textarea a>', '<p class="x', '<a b=c/>', '<b =x>', '<br/ >', 'text', '&amp;', '\0', ']]>', 'ſ')
/** Ends whatever is open: what a tag says that the source cuts off is told in the next test. */
const ending = `-->'"> </script></style></title></textarea></xmp></x><p>`
/** Their Tokenizer takes these for the elements of raw text that begin alike. */
const confused = /<(?:tmp|tmP|xitle|xextarea)/iu

it('cuts where the Tokenizer of htmlparser2 cuts', () => {
  fc.assert(fc.property(fc.array(piece, {maxLength: 40}), pieces => {
    const html = pieces.join('') + ending
    fc.pre(!confused.test(html))
    expect(scanned(html)).toEqual(tokenized(html))
  }), {numRuns: 5000})
})

it('tells what is cut off by the end of the source as the Tokenizer does, but for half tags, which are nothing', () => {
  fc.assert(fc.property(fc.array(piece, {maxLength: 20}), pieces => {
    const html = pieces.join('')
    fc.pre(!confused.test(html))
    const ours = scanned(html)
    const theirs = tokenized(html)
    if (theirs.length === ours.length + 1 && /^text/u.test(theirs[theirs.length - 1])) theirs.pop()
    expect(ours).toEqual(theirs)
  }), {numRuns: 3000})
})

it('makes no text of a tag that the source cuts off', () => {
  for (const half of ['<p class="x', '<br /', '</p ', '<s', '<scrip']) expect(scanned(`a${half}`).filter(each => each.startsWith('text'))).toEqual(['text 0 1'])
})

it('reads CDATA as HTML does: a comment up to the first >', () => {
  expect(scanned('<![CDATA[x > y ]]>z')).toEqual(['text 12 19'])
})

it('is linear where nothing ends', () => {
  for (const part of ['<', '</', '<a b="', '<!--', '<script></', '</ ', '<a /', '<?', '<a b=']) {
    const started = performance.now()
    scanned(part.repeat(200_000))
    expect(performance.now() - started).toBeLessThan(3000)
  }
})
