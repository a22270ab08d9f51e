/**
 * Generated trees for the writer: a tree is written as HTML, read, rendered and parsed again, and what the parser
 * finds must be the tree.
 *
 * A node is [tag, attributes, ...children]; text is a string. Every parent that may hold a child in HTML that
 * Markdown can say is generated with every such child.
 */

/** @typedef {[string, Record<string, string>, ...any[]]} Node */

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32). @param {number} seed @returns {() => number} */
export function random(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const words = ['a', 'word', 'Ünï', '中文', '「', '」', '*', '**', '_', '__', 'snake_case', '`', '``', '[', ']', '](', '(', ')', '<', '>', '<b>', '&', '&amp;', '&copy;', '#', '##', '1.', '12)', '-', '+', '---', '===', '|', '\\', '\\*', '!', '![', '~', '~~', '$', ':', '"', '😀', '.', ',', '=', '[x]', '[^1]', '{', '}', '1', '/', '?', '<!--', '```', '~~~', '>', '> a', ':-', '-:-', '\u00a0', 'é.', '(b)']
const inlineTags = ['em', 'strong', 'del', 'code', 'a', 'img', 'br']
const blockTags = ['p', 'h1', 'h2', 'h3', 'h6', 'ul', 'ol', 'blockquote', 'pre', 'table', 'hr']
const languages = ['', 'js', 'c++', 'python']

/** Which children a parent may have. */
export const legal = {
  root: blockTags, blockquote: blockTags, li: ['#text', ...blockTags], ul: ['li'], ol: ['li'], table: ['tr'], tr: ['td', 'th'],
  td: ['#text', ...inlineTags], th: ['#text', ...inlineTags], p: ['#text', ...inlineTags], h1: ['#text', ...inlineTags.slice(0, 6)], h2: ['#text', ...inlineTags.slice(0, 6)], h3: ['#text', ...inlineTags.slice(0, 6)], h6: ['#text', ...inlineTags.slice(0, 6)],
  em: ['#text', 'strong', 'del', 'code', 'a', 'img', 'br'], strong: ['#text', 'em', 'del', 'code', 'a', 'img', 'br'], del: ['#text', 'em', 'strong', 'code', 'a', 'img', 'br'],
  a: ['#text', 'em', 'strong', 'del', 'code', 'img', 'br'], pre: ['#text'], code: ['#text'],
}

/** @param {() => number} next @returns {Node} */
export function tree(next) {
  /** @type {Node} */
  const root = ['root', {}]
  for (let i = 0, n = 1 + Math.floor(next() * 5); i < n; i++) root.push(block(next, 0, blockTags))
  return root
}

/** @template T @param {() => number} next @param {readonly T[]} list @returns {T} */
function pick(next, list) {
  return list[Math.floor(next() * list.length)]
}

/** @param {() => number} next @param {number} depth @param {readonly string[]} tags @returns {Node} */
function block(next, depth, tags) {
  let tag = pick(next, tags)
  if (depth > 4 && /^(?:ul|ol|blockquote|table)$/.test(tag)) tag = 'p'
  /** @type {Node} */
  const node = [tag, {}]
  switch (tag) {
    case 'hr': break
    case 'pre':
      node[1] = {lang: pick(next, languages)}
      node.push(code(next))
      break
    case 'blockquote':
      for (let i = 0, n = 1 + Math.floor(next() * 2.5); i < n; i++) node.push(block(next, depth + 1, blockTags))
      break
    case 'ul': case 'ol':
      if (tag === 'ol' && next() < 0.4) node[1] = {start: String(Math.floor(next() * 120))}
      for (let i = 0, n = 1 + Math.floor(next() * 3); i < n; i++) node.push(item(next, depth + 1))
      break
    case 'table': table(next, node); break
    default: inlines(next, node, 0)
  }
  return node
}

/** @param {() => number} next @param {number} depth @returns {Node} */
function item(next, depth) {
  /** @type {Node} */
  const node = ['li', {}]
  const kind = next()
  if (kind < 0.45) inlines(next, node, 0)
  if (kind > 0.35) for (let i = 0, n = 1 + Math.floor(next() * 2); i < n; i++) node.push(block(next, depth, blockTags))
  if (kind > 0.97) node.length = 2
  if (kind < 0.06) node[1] = {task: next() < 0.5 ? 'x' : ' '}
  return node
}

/** @param {() => number} next @param {Node} node */
function table(next, node) {
  const columns = 2 + Math.floor(next() * 2)
  for (let r = 0, rows = 2 + Math.floor(next() * 2); r < rows; r++) {
    /** @type {Node} */
    const row = ['tr', {}]
    for (let c = 0; c < columns; c++) {
      /** @type {Node} */
      const cell = [r === 0 ? 'th' : 'td', {}]
      if (next() < 0.92) inlines(next, cell, 0)
      row.push(cell)
    }
    node.push(row)
  }
}

/** @param {() => number} next @param {Node} node @param {number} depth @param {boolean} [inLink] */
function inlines(next, node, depth, inLink = node[0] === 'a') {
  const tags = /** @type {Record<string, readonly string[]>} */ (legal)[node[0]] ?? ['#text', ...inlineTags]
  const allowed = tags.filter(tag => !blockTags.includes(tag) && !(inLink && tag === 'a'))
  for (let i = 0, n = 1 + Math.floor(next() * 4); i < n; i++) {
    let tag = next() < 0.45 ? '#text' : pick(next, allowed)
    if (depth > 2 && tag !== '#text') tag = '#text'
    if (i > 0 && next() < 0.6) node.push(' ')
    if (tag === '#text') node.push(text(next))
    else if (tag === 'br') node.push(['br', {}])
    else if (tag === 'img') node.push(['img', {src: `https://e.org/${Math.floor(next() * 9)}.png`, alt: next() < 0.3 ? '' : text(next)}])
    // Code with a backslash before a bar cannot stand in a cell, nor can a link begin a paragraph with code like `]:`.
    else if (tag === 'code') node.push(['code', {}, text(next).replaceAll('\\|', '|').replaceAll(']:', '] :')])
    else {
      /** @type {Node} */
      const child = [tag, tag === 'a' ? {href: pick(next, ['https://e.org/x', 'https://e.org/a_(b)', 'https://e.org/?a=*b*&c', 'https://e.org/a)b'])} : {}]
      inlines(next, child, depth + 1, inLink || tag === 'a')
      node.push(child)
    }
  }
}

/** @param {() => number} next */
function text(next) {
  let out = ''
  for (let i = 0, n = 1 + Math.floor(next() * 4); i < n; i++) out += (i > 0 && next() < 0.6 ? ' ' : '') + pick(next, words)
  return out
}

/** @param {() => number} next */
function code(next) {
  const lines = Array.from({length: 1 + Math.floor(next() * 3)}, () => (next() < 0.2 ? '' : ' '.repeat(Math.floor(next() * 5)) + text(next)))
  return lines.join('\n')
}

/** @param {Node | string} node @returns {string} */
export function html(node) {
  if (typeof node === 'string') return node.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const [tag, attrs, ...children] = node
  const inner = children.map(html).join('')
  const quoted = (/** @type {string} */ value) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  switch (tag) {
    case 'root': return inner
    case 'pre': return `<pre><code${attrs['lang'] ? ` class="language-${attrs['lang']}"` : ''}>${inner}</code></pre>`
    case 'img': return `<img src="${attrs['src']}" alt="${quoted(attrs['alt'])}">`
    case 'br': case 'hr': return `<${tag}>`
    case 'a': return `<a href="${quoted(attrs['href'])}">${inner}</a>`
    case 'ol': return `<ol${attrs['start'] === undefined ? '' : ` start="${attrs['start']}"`}>${inner}</ol>`
    case 'li': return `<li>${attrs['task'] === undefined ? '' : `<input type="checkbox"${attrs['task'] === 'x' ? ' checked' : ''}> `}${inner}</li>`
    default: return `<${tag}>${inner}</${tag}>`
  }
}

/** Number of nodes. @param {Node | string} node @returns {number} */
export function size(node) {
  return typeof node === 'string' ? 1 : 1 + node.slice(2).reduce((/** @type {number} */ sum, /** @type {Node | string} */ child) => sum + size(child), 0)
}

/** Count parent–child pairs into `counts`. @param {Node} node @param {Map<string, number>} counts */
export function pairs(node, counts) {
  for (const child of node.slice(2)) {
    const name = typeof child === 'string' ? '#text' : /** @type {Node} */ (child)[0]
    const key = `${node[0]} > ${name}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
    if (typeof child !== 'string') pairs(/** @type {Node} */ (child), counts)
  }
}

/** The same trees with one node left out each, the largest parts first: for making a failure small. @param {Node} node @returns {Generator<Node>} */
export function* smaller(node) {
  for (let i = 2; i < node.length; i++) {
    /** @type {Node} */
    if (node[0] === 'tr' || (node[0] === 'table' && (i === 2 || node.length < 5))) {
      for (const less of smaller(/** @type {Node} */ (node[i]))) yield /** @type {any} */ ([...node.slice(0, i), less, ...node.slice(i + 1)])
      continue
    }
    const without = /** @type {any} */ ([...node.slice(0, i), ...node.slice(i + 1)])
    yield without
    const child = node[i]
    if (typeof child === 'string') {
      if (child.length > 1) for (const half of [child.slice(0, child.length >> 1), child.slice(child.length >> 1), child.slice(1), child.slice(0, -1)]) yield /** @type {any} */ ([...node.slice(0, i), half, ...node.slice(i + 1)])
      continue
    }
    for (const less of smaller(/** @type {Node} */ (child))) yield /** @type {any} */ ([...node.slice(0, i), less, ...node.slice(i + 1)])
  }
}
