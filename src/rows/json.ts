/** JSON that any language reads: no lone surrogates, no character that some reader takes for a line end or a control. */

/** Two spaces of indent with `pretty`, else one line. */
export function safeJson(value: unknown, pretty = false): string {
  const json = JSON.stringify(value, undefined, pretty ? 2 : 0) ?? 'null'
  return escapeControls(wellFormed(json))
}

/**
 * An object written from its entries: the order of the columns holds (an object would sort "1" to the front),
 * and a column named __proto__ is a column.
 */
export function safeObject(entries: readonly (readonly [string, unknown])[], pretty = false): string {
  const pairs = entries.map(([key, value]) => {
    const json = safeJson(value, pretty)
    return `${safeJson(key)}:${pretty ? ` ${json.replaceAll('\n', '\n  ')}` : json}`
  })
  return pretty ? `{\n  ${pairs.join(',\n  ')}\n}` : `{${pairs.join(',')}}`
}

/** JSON.stringify writes a lone surrogate as an escape, and only that; escapes are read in pairs so that `\\ud800` stays. */
function wellFormed(json: string): string {
  if (!json.includes('\\ud')) return json
  return json.replace(/\\(?:u(d[89a-f][0-9a-f]{2})|.)/gu, (whole, lone: string | undefined) => lone === undefined ? whole : '\ufffd')
}

/** U+2028, U+2029 and U+0085 end a line for some readers; the other C1 controls and DEL steer terminals. */
function escapeControls(json: string): string {
  return json.replace(/[\u007f-\u009f\u2028\u2029]/gu, control => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
