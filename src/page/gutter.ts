/** Line numbers that stand beside code, and editors that draw code without a `pre`: known by their classes. */

const gutter = /^(?:linenos?|lineno|lineno-cell|linenodiv|line-?numbers?|line-number|line-numbers-rows|ln|lnt|lnlinks|gutter|gl|rouge-gutter|code-gutter|hljs-ln-n(?:umbers)?|hljs-ln-line-number|blob-num|diff-line-num|CodeMirror-gutters?|CodeMirror-linenumber|CodeMirror-gutter-wrapper|CodeMirror-gutter-elt|cm-gutters?|ace_gutter|codeLineNumber_\w{1,12}|line-num)$/u
const editor = /^(?:CodeMirror-code|cm-content|view-lines|ace_text-layer|js-file-line-container)$/u

/** Is this element a column, or a number, of line numbers? */
export function isGutter(classes: readonly string[]): boolean {
  return classes.some(name => gutter.test(name))
}

/** Does this element hold code, line by line? */
export function isEditor(classes: readonly string[]): boolean {
  for (let i = 0; i < classes.length; i++) {
    const {length} = classes[i]
    // The lengths of the five names refuse nearly all others.
    if ((length === 10 || length === 14 || length === 15 || length === 22) && editor.test(classes[i])) return true
  }
  return false
}
