/** States that frameworks leave in a page's scripts: as JSON, as assignments, as strings of JSON. */
import {looseJson, type Json} from '../metadata/looseJson.ts'

/** Where the value of a script's assignment begins: `window.__APOLLO_STATE__ = {`, `JSON.parse("`. */
const assignment = /(?:__[A-Z][A-Z0-9_]{2,40}__|__remixContext|__sveltekit_\w{1,20}|__staticRouterHydrationData|(?:initial|preloaded|app)_?(?:state|data)|__NUXT__|pageData|bootstrapData)\s{0,9}["'\]]{0,2}\s{0,9}[=:]\s{0,9}/giu
/** Characters of a script that are read: states are large, but not endless. */
const maxScript = 20_000_000

/** @param isJson the script's type says that it is JSON. */
export function statesIn(script: string, isJson: boolean): readonly Json[] {
  const text = script.slice(0, maxScript)
  if (isJson) return looseJson(text.trim())
  const out: Json[] = []
  let read = 0
  for (const match of text.matchAll(assignment)) {
    // What stands inside a state that was read is a part of it.
    if (match.index < read) continue
    const start = match.index + match[0].length
    const {values, end} = valueAt(text, start)
    out.push(...values)
    read = Math.max(read, end)
  }
  return out
}

function valueAt(text: string, start: number): {readonly values: readonly Json[]; readonly end: number} {
  const parse = /JSON\.parse\(\s{0,9}(?:decodeURIComponent\(\s{0,9})?(["'`])/uy
  parse.lastIndex = start
  const quoted = parse.exec(text)
  if (quoted !== null) {
    const from = start + quoted[0].length
    const end = closing(text, from, quoted[1])
    const inner = unescaped(text.slice(from, end))
    return {values: looseJson(quoted[0].includes('decodeURI') ? decoded(inner) : inner), end}
  }
  // `(function(a,b){return {…}}(…))`: what it returns can be read but for the letters that stand for values.
  const called = /\(?function\([^)]{0,20000}\)\s{0,9}\{\s{0,9}(?:[\w$.=;"' ]{0,2000}?)return\s{0,9}/uy
  called.lastIndex = start
  const from = start + (called.exec(text)?.[0].length ?? 0)
  if (text[from] !== '{' && text[from] !== '[') return {values: [], end: start}
  const end = endOfScript(text, from)
  return {values: looseJson(text.slice(from, end)).slice(0, 1), end}
}

/** A script may go on after the value: the loose reader takes the first value and leaves the rest. */
function endOfScript(text: string, from: number): number {
  const next = text.indexOf('</script', from)
  return next < 0 ? text.length : next
}

function closing(text: string, from: number, quote: string): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === quote) return at
  }
  return text.length
}

function unescaped(text: string): string {
  try {
    return JSON.parse(`"${text.replace(/\\'/gu, "'").replace(/(?<!\\)"/gu, '\\"').replace(/\\x([0-9a-f]{2})/giu, '\\u00$1')}"`) as string
  } catch {
    return text
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
