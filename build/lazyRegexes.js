/**
 * Regular expressions with `\p{…}`, and long ones that ignore case, take the engine up to half a millisecond each to
 * read: once where their file is read, again where they are made. Two of three are never asked on a page. In the
 * bundle they are made when they are first asked; in the source they stay plain literals.
 *
 * Works on what esbuild writes where the flag `u` is said to be unknown: every literal is `new RegExp("…", "u")`.
 */

/** For esbuild's `supported`. */
export const regexesAsCalls = {'regexp-sticky-and-unicode-flags': false, 'regexp-unicode-property-escapes': false}

/** A string as esbuild writes it. */
const string = String.raw`"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|${'`'}(?:[^${'`'}\\$]|\\.|\$(?!\{))*${'`'}`
const made = String.raw`new RegExp\((${string}), "([a-z]*)"\)`
/** Characters from which on ignoring case costs. */
const longCaseless = 60
/** Calls that begin at the start, whatever the expression's `lastIndex` says: for them it may be shared. */
const fromStart = /\.(?:match|matchAll|replace|replaceAll|search)\($/u

/** @param {string} code a file that esbuild wrote @returns {string} the same, its costly expressions made when first asked */
export function lazyRegexes(code) {
  let count = 0
  const lazy = withLazyNames(code).replace(new RegExp(`(?:(?<=[{,]\\s*)([\\w$]+): )?(?<!\\?\\?= )${made}`, 'gu'), (_call, key, pattern, flags, at, all) => {
    const source = textOf(pattern)
    const isShareable = key !== undefined || !/[gy]/u.test(flags) || fromStart.test(all.slice(Math.max(0, at - 20), at))
    if (!isCostly(source, flags) || !isShareable) return `${key === undefined ? '' : `${key}: `}/${source}/${flags}`
    const name = `$regex${count++}`
    const asked = `(${name} ??= new RegExp(${pattern}, "${flags}"))`
    return key === undefined ? asked : `get ${key}() { return ${asked}; }`
  })
  return count === 0 ? lazy : `var ${Array.from({length: count}, (_, i) => `$regex${i}`).join(', ')};\n${lazy}`
}

/** Expressions with a name at the top of the file, if every use of the name asks it something. @param {string} code */
function withLazyNames(code) {
  let out = code
  for (const [declared, name, call, pattern, flags] of code.matchAll(new RegExp(`^var ([\\w$]+) = (${made});$`, 'gmu'))) {
    if (!isCostly(textOf(pattern), flags)) continue
    const word = `(?<![\\w$.])${name.replaceAll('$', String.raw`\$`)}(?![\\w$])`
    const asks = new RegExp(`${word}(?=\\.(?:test|exec)\\()|(?<=\\.(?:match|matchAll|replace|replaceAll|search|split)\\()${word}(?=[,)])`, 'gu')
    if ([...out.matchAll(new RegExp(word, 'gu'))].length !== [...out.matchAll(asks)].length + 1) continue
    out = out.replace(declared, () => `var ${name};\nfunction $${name}() {\n  return ${name} ??= ${call};\n}`)
    out = out.replace(asks, (found, at) => (out.startsWith(' ??= ', at + found.length) ? found : `$${name}()`))
  }
  return out
}

/** @param {string} source @param {string} flags */
function isCostly(source, flags) {
  return /\\[pP]\{/u.test(source) || (flags.includes('i') && source.length >= longCaseless)
}

/** @param {string} written a string as esbuild writes it @returns {string} */
function textOf(written) {
  return new Function(`return ${written}`)()
}
