/**
 * Text from a page or a file name, made safe for a terminal: control characters could move the cursor, hide
 * lines or answer as if typed; direction overrides could make one name look like another.
 */
const unprintable = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu
const unprintableInLines = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu

/** One line: every control and direction character is replaced by U+FFFD. */
export function printable(text: string): string {
  return text.replace(unprintable, '\ufffd')
}

/** Several lines: control characters but tab and line feed are replaced by U+FFFD. */
export function printableLines(text: string): string {
  return text.replace(unprintableInLines, '\ufffd')
}
