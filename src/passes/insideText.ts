/**
 * Keep code, formulas and quoted posts that stand between two blocks of the content, and the terms of definitions that are kept.
 *
 * They hold few words, or none, so that alone they are judged too low. Text that goes on after them needs them:
 * "it satisfies" and then nothing says nothing.
 */
import type {Ledger} from '../page/ledger.ts'
import type {Block, Page} from '../page/page.ts'
import type {Pass} from '../page/pass.ts'

/** Such blocks in a row at most; more are a listing of their own. Chosen. */
const longestRun = 6

/** Share of the threshold from which code directly below kept text is its example, though nothing kept follows. Measured: .9 costs nothing anywhere, .75 a thousandth on forums. */
const nearlyContent = 0.9

export const insideText: Pass = {
  name: 'insideText',
  about: 'keeps code, formulas and quoted posts inside of the content, and terms with their definitions',
  origins: ['html'],
  run(page, ledger, {judgement}) {
    const {blocks} = page
    const nearly = judgement === undefined ? 2 : nearlyContent * judgement.threshold
    for (let i = 0; i < blocks.length; i++) {
      if (ledger.alive(i) || ledger.strength(i) !== 'weak') continue
      if (isTermOfKept(page, ledger, i)) ledger.keep(i, i + 1, {rule: 'term', strength: 'weak', role: 'content'})
      else if (isCodeOrFormula(blocks[i]) || isPost(page, blocks[i])) {
        const rule = isCodeOrFormula(blocks[i]) ? 'code-or-formula' : 'quoted-post'
        const isSame = rule === 'quoted-post' ? (block: Block) => isPost(page, block) : isCodeOrFormula
        let to = i + 1
        while (to < blocks.length && !ledger.alive(to) && ledger.strength(to) === 'weak' && isSame(blocks[to])) to++
        if (to - i <= longestRun && isText(page, ledger, i - 1) && (isText(page, ledger, to) || (judgement?.probability[i] ?? 0) >= nearly)) ledger.keep(i, to, {rule, strength: 'weak', role: 'content'})
        i = to - 1
      }
    }
  },
}

function isCodeOrFormula({kind, text, marks}: Block): boolean {
  return kind === 'code' || kind === 'math' || (kind === 'paragraph' && marks.some(mark => mark.kind === 'math' && mark.from === 0 && mark.to >= text.length - 1))
}

/** Posts as the networks' own code embeds them; one of Instagram has no words of its own. */
const posts: ReadonlySet<string> = new Set(['twitter-tweet', 'twitter-video', 'tiktok-embed', 'bluesky-embed', 'mastodon-embed', 'reddit-embed-bq', 'fb-xfbml-parse-ignore', 'instagram-media'])

function isPost({regions}: Page, {region}: Block): boolean {
  for (let at = region, up = 0; at >= 0 && up < 6; at = regions[at].parent, up++) {
    if (regions[at].tag === 'blockquote') return regions[at].classes.some(name => posts.has(name))
  }
  return false
}

function isText({blocks}: Page, ledger: Ledger, block: number): boolean {
  return block >= 0 && block < blocks.length && ledger.alive(block) && (blocks[block].kind === 'paragraph' || blocks[block].kind === 'code' || blocks[block].kind === 'math')
}

/** A term whose definition comes right after it, or after further terms, and is kept. */
function isTermOfKept({blocks, regions}: Page, ledger: Ledger, block: number): boolean {
  const term = blocks[block].region
  if (term < 0 || regions[term].tag !== 'dt') return false
  const {parent, to} = regions[term]
  for (let r = regions[term].end; r < regions.length && regions[r].parent === parent; r = regions[r].end) {
    if (regions[r].tag === 'dd') return regions[r].from >= to && regions[r].from < regions[r].to && ledger.alive(regions[r].from)
  }
  return false
}
