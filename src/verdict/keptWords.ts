/** How much of a page is kept. */
import type {Ledger} from '../page/ledger.ts'

/** A character of a script without spaces, in words; as in passes/words.ts. */
const wideWord = 0.6

export function keptWords(ledger: Ledger): number {
  const {columns: {words, wide}, blocks} = ledger.page
  let kept = 0
  for (let i = 0; i < blocks.length; i++) if (ledger.alive(i)) kept += words[i] + wideWord * wide[i]
  return kept
}
