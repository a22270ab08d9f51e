/**
 * Markdown to plain text, the same for every contender and the same as the referee's: what is scored is the
 * words, not the marks. Images go with their alt text, links keep their label, code keeps its text.
 */
import {unescaped} from './entities.js'
import {SPACE, strip} from './words.js'

const frontMatter = /^---\n[^]*?\n---[ \t]*(?:\n|$)/u
const fenceLine = /^[ \t>]*(`{3,}|~{3,})[^`\n]*$/u

/** @param {string | null | undefined} markdown */
export function plainText(markdown) {
  if (!markdown) return ''
  const lines = markdown.replace(/\r\n?/gu, '\n').replace(frontMatter, '').split('\n')
  /** @type {string[]} */
  const out = []
  /** @type {string[]} */
  let prose = []
  let fence = ''
  const flush = () => {
    if (prose.length) out.push(inlineText(prose.join('\n')))
    prose = []
  }
  for (const line of lines) {
    const mark = fenceLine.exec(line)?.[1]
    if (fence) {
      if (mark && mark[0] === fence[0] && mark.length >= fence.length) fence = ''
      else out.push(strip(line).startsWith('>') ? line.replace(/^[ \t>]{0,4}/u, '') : line)
    } else if (mark) {
      flush()
      fence = mark
    } else prose.push(line)
  }
  flush()
  return strip(out.join('\n').replace(/\n{3,}/gu, '\n\n'))
}

const codeSpan = /(?<![\\`])(`+)(?!`)([^\n]*?(?:\n(?!\n)[^\n]*?)?)(?<!`)\1(?!`)/gu
const definition = new RegExp(`(?<![^\\n])[ \\t]{0,3}\\[[^\\]\\n]+\\]:[ \\t]*[^${SPACE}]+[^\\n]*`, 'gu')
const image = /!\[(?:\\[^\n]|[^\]\\])*\](?:\((?:\\[^\n]|[^()\\]|\([^()]*\))*\)|\[[^\]]*\])/gu
const label = String.raw`(?:\\[^\n]|[^\[\]\\]|\[(?:\\[^\n]|[^\[\]\\])*\])*`
const address = String.raw`\((?:\\[^\n]|[^()\\]|\((?:[^()]|\([^()]*\))*\))*\)`
const link = new RegExp(String.raw`(?<!\\)\[(${label})\](?:${address}|\[[^\]]*\])`, 'gu')
const autolink = new RegExp(`<(https?://[^>${SPACE}]+|mailto:[^>${SPACE}]+)>`, 'gu')
const tag = new RegExp(`</?([a-zA-Z][a-zA-Z0-9-]*)(?:[${SPACE}][^<>]*)?/?>|<!--[^]*?-->`, 'gu')
const stars = /(?<!\\)(?:\*{1,3}|~~)/gu
const underscores = new RegExp(
  `(?<![\\\\\\p{L}\\p{N}_])_{1,3}(?=[^${SPACE}])|(?<=[^${SPACE}])(?<!\\\\)_{1,3}(?![\\p{L}\\p{N}_])`, 'gu')
const escape = /\\([\\`*_{}[\]()#+\-.!|~<>&$"':;=,/?@^%])/gu

const blockTags = new Set((
  'address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset '
  + 'figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol '
  + 'optgroup option p pre section summary table tbody td tfoot th thead title tr ul').split(' '))

/** @param {string} prose */
function inlineText(prose) {
  /** @type {string[]} */
  const code = []
  let text = prose.replace(/[\0\x01]/gu, '')
    .replace(codeSpan, (_, _ticks, body) => `\0${code.push(body) - 1}\x01`)
    .replace(definition, '').replace(image, '')
  for (let round = 0; round < 3; round++) {
    const next = text.replace(link, '$1')
    if (next === text) break
    text = next.replace(image, '')
  }
  text = text.split('\n').map(lineText).join('\n')
    .replace(autolink, '$1')
    .replace(tag, (_, name) => name !== undefined && namesBlock(name) ? '\n' : '')
    .replace(stars, '').replace(underscores, '').replace(escape, '$1')
  return unescaped(text).replaceAll('\u200b', '').replace(/\0(\d+)\x01/gu, (_, at) => code[Number(at)])
}

/** A tag's name up to its first hyphen counts, as `p-card` starts a new word. @param {string} name */
function namesBlock(name) {
  return blockTags.has(name.toLowerCase().split('-', 1)[0])
}

const marker = /^[ \t]*(?:>[ \t]?|#{1,6}(?:[ \t]+|$)|[-*+](?:[ \t]+|$)(?:\[[ xX]\][ \t]+)?|\p{Nd}{1,9}[.)](?:[ \t]+|$))/u
const ruler = /^[ \t]*(?:(?:[-*_=][ \t]*){3,}|\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?)[ \t]*$/u

/** A line without quote, heading and list markers, table bars and rules. @param {string} line */
function lineText(line) {
  let text = line
  for (;;) {
    const rest = text.replace(marker, '')
    if (rest === text) break
    const heading = strip(text).startsWith('#')
    text = rest
    if (heading) {
      text = text.replace(/[ \t]+#+[ \t]*$/u, '')
      break
    }
  }
  if (ruler.test(text)) return ''
  const bars = text.split('|').length - 1
  if (bars && (bars >= 2 || strip(text).startsWith('|'))) text = text.replace(/(?<!\\)\|/gu, ' ')
  return text.replace(/[ \t]+$|\\$/u, '')
}
