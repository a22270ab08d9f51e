/** Doing nothing: the whole page as text. What every engine has to beat. */
import {Parser} from 'htmlparser2'

const silent = new Set(['script', 'style', 'template', 'noscript', 'svg', 'head', 'iframe', 'object', 'title'])
const inline = new Set('a abbr b bdi bdo big cite code data dfn em font i ins del kbd label mark q s samp small span strong sub sup time tt u var wbr'.split(' '))

/** @returns {Promise<import('./engine.js').Engine>} */
export async function start() {
  return html => ({text: wholeText(html)})
}

/** @param {string} html */
export function wholeText(html) {
  /** @type {string[]} */
  const out = []
  let depth = 0
  const parser = new Parser({
    onopentagname(name) {
      if (silent.has(name)) depth++
      else if (!inline.has(name)) out.push('\n')
    },
    onclosetag(name) {
      if (silent.has(name)) depth--
      else if (!inline.has(name)) out.push('\n')
    },
    ontext(data) {
      if (!depth) out.push(data.replace(/\s+/gu, ' '))
    },
  })
  parser.end(html)
  return out.join('').replace(/ *\n[\n ]*/gu, '\n').trim()
}
