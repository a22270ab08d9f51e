/** How much of a page is kept. */
import type {Ledger} from '../page/ledger.ts'

/** A character of Han or Kana, in words; as in passes/words.ts. */
const ideograph = 0.6
/** One of Thai, Lao, Burmese and Khmer, whose words are spelled out letter by letter. Measured on a Thai page against a dictionary's segments: 0.288. */
const letter = 0.28

export function keptWords(ledger: Ledger): number {
  const {columns: {words, wide}, blocks} = ledger.page
  let kept = 0
  for (let i = 0; i < blocks.length; i++) if (ledger.alive(i)) kept += words[i] + (wide[i] === 0 ? 0 : wideWords(blocks[i].text, wide[i]))
  return kept
}

/** Words of the `wide` characters of a text, which the columns count as one kind. */
function wideWords(text: string, wide: number): number {
  let letters = 0
  let syllables = 0
  let korean = 0
  let isKorean = false
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const wasKorean = isKorean
    isKorean = unit >= 0xac00 && unit <= 0xd7af
    if (isKorean) {
      syllables++
      // Korean puts spaces between its words.
      if (!wasKorean) korean++
    } else if ((unit >= 0x0e00 && unit <= 0x0eff) || (unit >= 0x1000 && unit <= 0x109f) || (unit >= 0x1780 && unit <= 0x17ff)) letters++
  }
  return korean + letters * letter + Math.max(0, wide - letters - syllables) * ideograph
}
