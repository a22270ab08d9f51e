/**
 * One form for a generated tree and for what a Markdown parser finds, in which two that say the same are equal.
 *
 * Text is a list of characters, each with the marks over it; white space carries none, for emphasis and links
 * leave it at their edges.
 */

/** @typedef {import('./markdownTrees.js').Node} Node */

const marksOf = {em: 'e', strong: 's', del: 'd'}

/** Characters with their marks as one string. @param {readonly (readonly [string, string])[]} characters @param {boolean} plain leave emphasis out */
function line(characters, plain) {
  let out = ''
  let space = true
  for (const [character, marks] of characters) {
    if (character === '\n') {
      out = `${out.trimEnd()}⏎`
      space = true
    } else if (/^\s$/u.test(character)) {
      if (!space) out += ' '
      space = true
    } else {
      out += `${character}${plain ? marks.replace(/[esd]/gu, '') : marks}`
      space = false
    }
  }
  // Code beside code is set apart, and images without text between them.
  return out.replace(/\}[ ⏎]*\{img /gu, '}{img ').replace(/(c[dehs]*(?:⟦[^⟧]{1,60}⟧)*) (?=\S[dehs]*c)/gu, '$1').replace(/⏎+/gu, '⏎').replace(/^⏎|⏎$/gu, '').trim()
}

/** @param {string} marks */
const sorted = marks => [...new Set(marks)].sort().join('')

/** @param {Node} root @param {boolean} plain @returns {string[]} one line a block */
export function formOfTree(root, plain) {
  /** @type {string[]} */
  const out = []
  blocks(root, '', out, plain)
  return out
}

/** @param {Node} node @param {string} path @param {string[]} out @param {boolean} plain */
function blocks(node, path, out, plain) {
  /** @type {[string, string][]} */
  let run = []
  const flush = () => {
    push(run, 'p', path, out, plain)
    run = []
  }
  for (const child of /** @type {(Node | string)[]} */ (node.slice(2))) {
    if (typeof child === 'string' || isInline(child[0])) characters(child, '', run)
    else {
      flush()
      block(child, path, out, plain)
    }
  }
  flush()
}

/** Images without text beside them are blocks of their own. @param {[string, string][]} run @param {string} tag @param {string} path @param {string[]} out @param {boolean} plain */
function push(run, tag, path, out, plain) {
  // Two line breaks in a row part paragraphs.
  for (let i = 0, last = -1; tag === 'p' && i < run.length; i++) {
    if (run[i][0] === '\n') {
      if (last >= 0 && run.slice(last + 1, i).every(([character]) => /^\s$/u.test(character)) && run.slice(0, last).some(([character]) => /\S/u.test(character))) {
        push(run.slice(0, last), tag, path, out, plain)
        push(run.slice(i + 1), tag, path, out, plain)
        return
      }
      last = i
    }
  }
  const only = isImages(run)
  const images = only ? run.filter(([character]) => character.length > 5).map(([character]) => character) : []
  if (tag !== 'p' && images.length > 0) out.push(`${path}${tag} ${images.join('')}`)
  else for (const image of images) out.push(`${path}p ${image}`)
  const text = only ? '' : line(run, plain)
  if (text !== '') out.push(`${path}${tag} ${text}`)
}

/** @param {readonly (readonly [string, string])[]} run */
const isImages = run => run.every(([character]) => character.length > 5 || /^\s$/u.test(character)) && !run.map(([character]) => (character === '\n' ? character : character.trim())).join('').trim().includes('\n')

/** @param {string} tag */
const isInline = tag => /^(?:em|strong|del|code|a|img|br)$/u.test(tag)

/** @param {Node} node @param {string} path @param {string[]} out @param {boolean} plain */
function block(node, path, out, plain) {
  const [tag, attrs, ...children] = node
  switch (tag) {
    case 'hr': out.push(`${path}hr`); break
    case 'pre': out.push(`${path}pre ${attrs['lang']} ${JSON.stringify(String(children[0] ?? '').trimEnd())}`); break
    case 'blockquote': blocks(node, `${path}>`, out, plain); break
    case 'ul': case 'ol': {
      let number = Number(attrs['start'] ?? 1)
      for (const item of /** @type {Node[]} */ (children)) {
        const own = `${path}${tag === 'ul' ? '*' : `${number++}.`}`
        const at = out.length
        blocks(item, own, out, plain)
        if (out.length === at) out.push(`${own}empty`)
      }
      break
    }
    case 'table':
      for (const row of /** @type {Node[]} */ (children)) {
        const cells = /** @type {Node[]} */ (row.slice(2)).map(cell => cellText(cell, plain))
        // A row without text says nothing.
        if (cells.some(cell => cell !== '')) out.push(`${path}| ${cells.join(' | ')}`)
      }
      break
    default: {
      /** @type {[string, string][]} */
      const run = []
      for (const child of /** @type {(Node | string)[]} */ (children)) characters(child, '', run)
      // A heading has one line.
      push(tag === 'p' ? run : run.map(([character, marks]) => [character === '\n' ? ' ' : character, marks]), tag, path, out, plain)
    }
  }
}

/** @param {Node} cell @param {boolean} plain */
function cellText(cell, plain) {
  /** @type {[string, string][]} */
  const run = []
  for (const child of /** @type {(Node | string)[]} */ (cell.slice(2))) characters(child, '', run)
  return isImages(run) ? run.filter(([character]) => character.length > 5).map(([character]) => character).join('') : line(run, plain)
}

/** @param {Node | string} node @param {string} marks @param {[string, string][]} out */
function characters(node, marks, out) {
  if (typeof node === 'string') {
    for (const character of node) out.push([character, marks])
    return
  }
  const [tag, attrs, ...children] = node
  if (tag === 'br') out.push(['\n', ''])
  else if (tag === 'img') out.push([`{img ${attrs['alt'].replace(/\s+/gu, ' ').trim()} ${attrs['src']}}`, ''])
  else if (tag === 'code') {
    if (children.join('') === '') return
    if (children.join('').trim() === '') out.push([' ', ''])
    else for (const character of String(children[0])) out.push([character, withMark(marks, 'c')])
  } else {
    const own = tag === 'a' ? `⟦${address(attrs['href'])}⟧` : /** @type {Record<string, string>} */ (marksOf)[tag]
    const around = tag === 'a' ? marks + own : withMark(marks, own)
    for (const child of /** @type {(Node | string)[]} */ (children)) characters(child, around, out)
  }
}

/** @param {string} marks @param {string} own */
function withMark(marks, own) {
  const at = marks.indexOf('⟦')
  const letters = at < 0 ? marks : marks.slice(0, at)
  const rest = at < 0 ? '' : marks.slice(at)
  return sorted(letters + own) + rest
}

/** @param {string} url */
const address = url => url.replaceAll('(', '%28').replaceAll(')', '%29')

/** @typedef {{type: string, value?: string, depth?: number, lang?: string | null, ordered?: boolean | null, start?: number | null, checked?: boolean | null, url?: string, alt?: string | null, children?: Mdast[]}} Mdast */

/** @param {Mdast} root @param {boolean} plain @returns {string[]} */
export function formOfMarkdown(root, plain) {
  /** @type {string[]} */
  const out = []
  for (const child of root.children ?? []) found(child, '', out, plain)
  return out
}

/** @param {Mdast} node @param {string} path @param {string[]} out @param {boolean} plain */
function found(node, path, out, plain) {
  switch (node.type) {
    case 'thematicBreak': out.push(`${path}hr`); break
    case 'code': out.push(`${path}pre ${node.lang ?? ''} ${JSON.stringify((node.value ?? '').trimEnd())}`); break
    case 'blockquote': for (const child of node.children ?? []) found(child, `${path}>`, out, plain); break
    case 'list': {
      let number = node.start ?? 1
      for (const item of node.children ?? []) {
        const own = `${path}${node.ordered ? `${number++}.` : '*'}`
        const at = out.length
        for (const child of item.children ?? []) found(child, own, out, plain)
        if (out.length === at) out.push(`${own}empty`)
      }
      break
    }
    case 'table': for (const row of node.children ?? []) {
      const cells = (row.children ?? []).map(cell => inlineText(cell, plain))
      if (cells.some(cell => cell !== '')) out.push(`${path}| ${cells.join(' | ')}`)
    }
      break
    case 'heading': {
      const text = inlineText(node, plain)
      if (text !== '') out.push(`${path}h${node.depth} ${text}`)
      break
    }
    case 'paragraph': {
      const text = inlineText(node, plain)
      if (text !== '') out.push(`${path}p ${text}`)
      break
    }
    default: out.push(`${path}${node.type} ${node.value ?? ''}`)
  }
}

/** @param {Mdast} node @param {boolean} plain */
function inlineText(node, plain) {
  /** @type {[string, string][]} */
  const run = []
  for (const child of node.children ?? []) foundText(child, '', run)
  return line(run, plain)
}

/** @param {Mdast} node @param {string} marks @param {[string, string][]} out */
function foundText(node, marks, out) {
  switch (node.type) {
    case 'text': for (const character of node.value ?? '') out.push([character === '\n' ? ' ' : character, marks]); break
    case 'break': out.push(['\n', '']); break
    case 'html': out.push([node.value === '<br>' ? '\n' : `{html ${node.value}}`, '']); break
    case 'image': out.push([`{img ${node.alt ?? ''} ${node.url}}`, '']); break
    case 'inlineCode': for (const character of node.value ?? '') out.push([character, withMark(marks, 'c')]); break
    case 'link': for (const child of node.children ?? []) foundText(child, `${marks}⟦${address(node.url ?? '')}⟧`, out); break
    case 'emphasis': case 'strong': case 'delete': {
      const own = node.type === 'emphasis' ? 'e' : node.type === 'strong' ? 's' : 'd'
      for (const child of node.children ?? []) foundText(child, withMark(marks, own), out)
      break
    }
    default: out.push([`{${node.type}}`, ''])
  }
}
