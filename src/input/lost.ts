/** Characters that somebody else lost. */
import type {Problem} from '../problem.ts'

/** U+FFFD in texts that came decoded: what a crawler read as the wrong encoding cannot be had back, but is told. */
export function lostBefore(texts: readonly string[]): Problem | undefined {
  let lost = 0
  for (const text of texts) {
    for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) lost++
  }
  if (lost === 0) return undefined
  return {code: 'decode-damage', message: `${lost} characters were lost before the text came here: U+FFFD stands in for them`, count: lost}
}
