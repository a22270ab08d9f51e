/** TeX in Markdown: nobody escapes it, as parsers that know formulas take it as it stands; others must find nothing in it. */

/** Without what another parser would take for a link or an element: white space means nothing in a formula. */
export function safeTex(tex: string): string {
  const linkless = tex.includes('](') ? tex.replaceAll('](', '] (') : tex
  const last = linkless.lastIndexOf('>')
  return last < 0 ? linkless : linkless.replace(/<(?=[a-z/!?])/giu, (sign, at: number) => (at < last ? '< ' : sign))
}
