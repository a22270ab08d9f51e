/** The rule reference, made from the tables of src/rules: every rule with its examples, as the tests run them. */

/** Examples shown of a row; the tables hold more. */
const shown = 4

/**
 * @typedef {{name: string, role?: string, strength?: string, verdict?: string, where?: string, is?: string}} Named
 * @typedef {{title: string, about: string, columns: readonly string[], rows: readonly (readonly string[])[]}} Section
 */

/** @param {readonly Section[]} sections */
export function reference(sections) {
  const out = ['# Rules', '', 'Made from the tables in `src/rules/` by `npm run docs`; a test fails when it is out of date. `explain` names these rules. In flattened text and where a page speaks of templates or code, more has to speak for a rule before it holds.', '']
  for (const {title, about, columns, rows} of sections) {
    out.push(`## ${title}`, '', about, '', `| ${columns.join(' | ')} |`, `|${columns.map(() => '---').join('|')}|`)
    out.push(...rows.map(row => `| ${row.join(' | ')} |`), '')
  }
  return `${out.join('\n').trimEnd()}\n`
}

/** A text as code in a cell: one line, bars and backticks safe. @param {string} text */
export function code(text) {
  const line = text.replace(/\s+/gu, ' ').trim().slice(0, 160)
  const fence = line.includes('`') ? '``' : '`'
  return line === '' ? '' : `${fence}${line.startsWith('`') || line.endsWith('`') ? ` ${line} ` : line}${fence}`.replaceAll('|', '\\|')
}

/** @param {readonly string[]} texts */
export function examples(texts) {
  return texts.slice(0, shown).map(code).filter(Boolean).join('<br>')
}
