/** Pieces of Markdown one after the other: as many line ends between two as the one that asks for more, at most two. */

export function joined(pieces: readonly string[]): string {
  const out: string[] = []
  let pending = 0
  for (const piece of pieces) {
    const before = newlinesBefore(piece)
    if (before === piece.length) {
      pending = Math.max(pending, before)
      continue
    }
    const after = newlinesAfter(piece)
    out.push('\n'.repeat(Math.min(2, Math.max(pending, before))), piece.slice(before, piece.length - after))
    pending = after
  }
  return out.join('') + '\n'.repeat(Math.min(2, pending))
}

export function newlinesBefore(text: string): number {
  let count = 0
  while (text[count] === '\n') count++
  return count
}

export function newlinesAfter(text: string): number {
  let count = 0
  while (text[text.length - 1 - count] === '\n') count++
  return count
}
