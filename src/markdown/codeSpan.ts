/** Code and formulas in running text. */
import {safeTex} from './formula.ts'

/** Signs before and after: more backticks than any run inside, and a space where a backtick stands at an edge. */
export function codeSigns(code: string): readonly [string, string] {
  const runs = new Set<number>()
  for (const [run] of code.matchAll(/`+/gu)) runs.add(run.length)
  let length = 1
  while (runs.has(length)) length++
  const sign = '`'.repeat(length)
  const needsSpace = code.startsWith('`') || code.endsWith('`') || (code.startsWith(' ') && code.endsWith(' ') && code.trim() !== '')
  return needsSpace ? [`${sign} `, ` ${sign}`] : [sign, sign]
}

export function codeText(code: string, isCode: boolean, inTable: boolean): string {
  const line = (isCode ? code : safeTex(code)).replaceAll('\n', ' ')
  if (!inTable || !line.includes('|')) return line
  // A bar of TeX that has a backslash already has a name, too.
  return (isCode ? line : line.replaceAll('\\|', '\\Vert{}')).replaceAll('|', '\\|')
}
