/** The page with the role of each block instead of without its boilerplate: for who labels, compares or trains. */
import type {Ledger, Role} from './page/ledger.ts'

/** A block with its role: content that stays, or what it was dropped as. */
export interface Labelled { readonly role: Role; readonly alive: boolean; readonly text: string }

/** One line a block: `[role] text`, and `[-role] text` where the block would have been dropped. Blocks without text have no line. */
export function labelledLines(blocks: readonly Labelled[]): string {
  return blocks.filter(({text}) => text !== '').map(({role, alive, text}) => `[${alive ? '' : '-'}${role}] ${oneLine(text)}\n`).join('')
}

/** The text of a block as it would be written: without what was cut, without its marks; of an image its alt text. */
export function textOf(ledger: Ledger, block: number): string {
  const {text, marks} = ledger.page.blocks[block]
  return text === '' ? (marks.find(mark => mark.kind === 'image')?.attrs['alt'] ?? '') : ledger.text(block)
}

/** Line ends and control characters become a space: a line is a block. */
function oneLine(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]{1,}/gu, ' ').trim()
}
