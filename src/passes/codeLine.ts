/** Does a line of plain text look like code? A scraper that drops `<pre>` leaves code as ordinary lines. */

const statement = /[;{}]\s*$|^\s*(?:[$#>] |\/\/|\/\*|#!|#(?:if|define|include|endif)|<\/?[a-z]|(?:import|from|const|let|var|function|return|def|class|public|private|if|for|while|export|echo|sudo|npm|pip|git|cd|SELECT|INSERT)\b.{0,80}[=({;'"/])|[\w\])] ?(?:=|:=|=>|->|\|\||&&|==) ?["'\w([{$]|\w\([^)\n]{0,80}\)\s*;?\s*$|<\/?[a-z][\w-]{0,20}(?: [^<>\n]{0,100})?>/u
/** A line that is only a placeholder ends in a brace and is no code for that. */
const bare = /^[^\w]{0,3}\{\{?[^{}\n]{0,200}\}\}?[^\w]{0,3}$/u
const maxLength = 400

export function isCodeLine(text: string): boolean {
  if (text.length === 0 || text.length > maxLength) return false
  return statement.test(text) && !bare.test(text)
}
