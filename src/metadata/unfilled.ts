/** A template's hole is nobody's title, author or date. */
const hole = /^\s*(?:\{\{.{0,100}\}\}|\{%.{0,100}%\}|<%.{0,100}%>|\$\{.{0,100}\}|\{[\w.]{1,60}\}|\[\[.{0,60}\]\]|%\w{1,60}%|undefined|null|nan|n\/a|none|\[object object\]|lorem ipsum.{0,60})\s*$/iu
const inside = /\{\{[^{}]{1,100}\}\}|\$\{[\w.]{1,60}\}|%%\w{1,40}%%/u

export function isUnfilled(text: string): boolean {
  return text.length < 500 && (hole.test(text) || inside.test(text))
}
