/** Fenced code, and what stands around it on a page: its language, its line numbers, its copy button. */
import {isGutter} from '../page/gutter.ts'
import type {Page, Region} from '../page/page.ts'

const classed = /^(?:language|lang|highlight-source|highlight-text|highlight|brush:|sourceCode|code)[-_:]([\p{L}\p{N}+#._-]{1,30})$/iu
const attributes = ['data-lang', 'data-language', 'data-highlight-language', 'data-code-language', 'language', 'lang'] as const
const name = /^[\p{L}\p{N}+#._-]{1,30}$/u
const loose = /^(?:highlight(?!-(?:source|text)-)|code|sourcecode)[-_]/iu
/** Said of code that has no language. */
const none = /^(?:none|plain|plaintext|text|txt|nohighlight|no-highlight|auto|default|source|block|container|wrapper|toolbar|copy|shell-session-wrapper)$/u
/** Highlighters that put the bare name of the language beside a class of their own. */
const highlighter = /^(?:hljs|sourceCode|prettyprint|highlight|brush:|src|code-block|codehilite|listingblock|prism-code|EnlighterJSRAW|lang)$/u
const bare = /^(?:js|javascript|jsx|ts|typescript|tsx|python|py|python3|ruby|rb|rust|rs|go|golang|java|kotlin|swift|c|cpp|c\+\+|csharp|cs|php|perl|lua|r|scala|haskell|hs|elixir|erlang|clojure|html|xml|css|scss|less|json|jsonc|yaml|yml|toml|ini|sql|bash|sh|shell|zsh|console|powershell|ps1|dockerfile|makefile|diff|graphql|proto|markdown|md|latex|tex|vim|nix|dart|objc|objectivec|groovy|http|nginx|ebnf|wasm|zig|julia|matlab|fsharp|ocaml|pycon|pytb|svelte|vue|handlebars|mermaid)$/u

/**
 * Language of the code in this region: named by the pre itself or by one of the three around it, '' if not.
 *
 * @param exact believe only classes that name a language and nothing else
 */
export function languageOf(page: Page, region: number, exact: boolean): string {
  let at = region
  // Lines of code may be regions of their own; the pre is what carries the language.
  while (at >= 0 && page.regions[at].tag !== 'pre') at = page.regions[at].parent
  for (let up = 0; up < 4 && at >= 0; up++, at = page.regions[at].parent) {
    // What holds more than this code speaks of other things.
    if (up > 0 && (page.regions[at].to - page.regions[at].from > 3 || !/^(?:div|figure|td|section|pre|article|details)$/u.test(page.regions[at].tag))) return ''
    const found = said(page.regions[at], {isStrict: exact && up > 0, isExact: exact && up === 0})
    if (found !== '') return found
  }
  return ''
}

function said({tag, classes, attrs}: Region, {isStrict, isExact}: {isStrict: boolean; isExact: boolean}): string {
  for (const attribute of attributes) {
    const value = attrs[attribute]?.trim().toLowerCase()
    // `lang` of a page's own language is no language of code.
    if (value !== undefined && name.test(value) && !none.test(value) && (attribute !== 'lang' || bare.test(value))) return value
  }
  for (const [i, given] of classes.entries()) {
    const odd = isExact ? /^language-([^\s`&\\<]{1,30})$/u.exec(given)?.[1] : undefined
    if (odd !== undefined && !none.test(odd)) return odd.toLowerCase()
    const match = classed.exec(given)
    const language = match?.[1].toLowerCase()
    if (language !== undefined && !none.test(language) && (!loose.test(given) || (!isStrict && bare.test(language)))) return language
    const brush = given === 'brush:' ? (classes[i + 1] ?? '').replace(/;$/u, '').toLowerCase() : ''
    if (name.test(brush) && !none.test(brush)) return brush
  }
  if (!isStrict && ((tag === 'pre' && !isExact) || classes.some(given => highlighter.test(given)))) return classes.find(given => bare.test(given)) ?? ''
  return ''
}

const copying = /^(?:copy(?: code| to clipboard| snippet)?|copied!?|download|expand|wrap(?: text| lines)?|toggle (?:word )?wrap|run|view raw|open in (?:playground|new tab)|try it|play|explain)$/iu

export interface CodeBars {
  /** Blocks beside code that are not of it: columns of line numbers, copy buttons, what only repeats the language, file names. */
  readonly chrome: ReadonlySet<number>
  /** File name of each code block that has one. */
  readonly names: ReadonlyMap<number, string>
}

/** What stands around code for the mouse. A fragment keeps the names of files where they are. */
export function codeBars(page: Page, exact: boolean): CodeBars {
  const chrome = new Set<number>()
  const names = new Map<number, string>()
  const {blocks, regions} = page
  for (let i = 0; i < blocks.length; i++) {
    if (blocks[i].kind !== 'code') continue
    if (inGutter(page, blocks[i].region)) {
      chrome.add(i)
      continue
    }
    const title = exact ? undefined : titleOf(page, blocks[i].region)
    if (title !== undefined) names.set(i, title)
    const holder = holderOf(page, blocks[i].region)
    if (holder < 0) continue
    const language = languageOf(page, blocks[i].region, exact)
    for (let k = Math.max(regions[holder].from, i - 3); k < Math.min(regions[holder].to, i + 3); k++) {
      const {text: whole, kind} = blocks[k]
      const text = whole.replace(/^file(?:name)?:\s{0,3}/iu, '')
      if (k === i || text.length > 80 || (kind !== 'paragraph' && kind !== 'caption')) continue
      if (kind === 'paragraph' && text.length <= 24 && (copying.test(text) || (k < i && language !== '' && text.toLowerCase() === language))) chrome.add(k)
      else if (!exact && k < i && isFileName(text) && infoOf(language, text) !== language) {
        chrome.add(k)
        names.set(i, text)
      }
    }
  }
  return {chrome, names}
}

const fileName = /^(?:[\w@.-]{1,40}\/){0,8}[\w@.-]{0,60}\.([a-z][a-z0-9]{0,9})$/iu
const fileNames = /^(?:[\w@.-]{1,40}\/){0,8}(?:(docker|make|rake|gem|jenkins|vagrant)file|\.env|\.gitignore|\.bashrc)$/iu
/** Endings whose language has another name. */
const languages: Readonly<Record<string, string>> = {yml: 'yaml', mjs: 'js', cjs: 'js', mts: 'ts', cts: 'ts', htm: 'html', h: 'c', hpp: 'cpp', cc: 'cpp', kt: 'kotlin', exs: 'elixir', ex: 'elixir', jl: 'julia', tf: 'hcl', cfg: 'ini', conf: 'ini', pyi: 'py'}

/** The file named by the pre itself. */
function titleOf({regions}: Page, region: number): string | undefined {
  const title = region < 0 ? undefined : regions[region].attrs['title']?.trim()
  return title !== undefined && isFileName(title) ? title : undefined
}

function isFileName(text: string): boolean {
  return fileName.test(text) || fileNames.test(text)
}

/** Info string of a fence: the language, of itself or of the file, and the file's name. */
export function infoOf(language: string, file: string | undefined): string {
  if (file === undefined) return language
  const ending = fileName.exec(file)?.[1].toLowerCase() ?? ''
  const named = language !== '' ? language : Object.hasOwn(languages, ending) ? languages[ending] : bare.test(ending) ? ending : ''
  return named === '' ? language : `${named} title="${file}"`
}

function inGutter(page: Page, region: number): boolean {
  let at = region
  for (let up = 0; up < 4 && at >= 0; up++, at = page.regions[at].parent) if (isGutter(page.regions[at].classes)) return true
  return false
}

/** The element around code that holds it and its bar, and nothing else; -1 if there is none. */
function holderOf({regions}: Page, region: number): number {
  let at = region
  let holder = -1
  for (let up = 0; up < 5 && at >= 0; up++, at = regions[at].parent) {
    const {tag, from, to} = regions[at]
    if (to - from > 4 || /^(?:body|main|article|li|td|blockquote)$/u.test(tag)) break
    if (to - from > 1) holder = at
  }
  return holder
}

/** @param sign three of '`' or '~'; more are used if the code holds that many */
export function fenced(code: string, language: string, sign: string): string {
  let longest = 2
  for (const [run] of code.matchAll(sign.startsWith('`') ? /`{3,}/gu : /~{3,}/gu)) longest = Math.max(longest, run.length)
  const fence = sign[0].repeat(longest + 1)
  return code === '' ? `${fence}${language}\n${fence}` : `${fence}${language}\n${code}\n${fence}`
}
