/** The tree that rules look at: a copy, with white space as it shows. */
import domino from '@mixmark-io/domino'

const blocks = new Set((
  'ADDRESS ARTICLE ASIDE AUDIO BLOCKQUOTE BODY CANVAS CENTER DD DIR DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM FRAMESET H1 H2 H3 H4 H5 H6 HEADER HGROUP ' +
  'HR HTML ISINDEX LI MAIN MENU NAV NOFRAMES NOSCRIPT OL OUTPUT P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL'
).split(' '))
const voids = 'AREA BASE BR COL COMMAND EMBED HR IMG INPUT KEYGEN LINK META PARAM SOURCE TRACK WBR'.split(' ')
/** Elements that say something without any text in them. */
const meaningful = 'A TABLE THEAD TBODY TFOOT TH TD IFRAME SCRIPT AUDIO VIDEO'.split(' ')
const neverBlank = new Set([...voids, ...meaningful])
const anyNeverBlank = [...neverBlank].join(',').toLowerCase()

export function isElement(node: Node): node is HTMLElement {
  return node.nodeType === 1
}

export function isBlock({nodeName}: Node): boolean {
  return blocks.has(nodeName.toUpperCase())
}

export function isVoid({nodeName}: Node): boolean {
  return voids.includes(nodeName.toUpperCase())
}

/** Nothing to see in it: no text and nothing that shows without. */
export function isBlank(element: HTMLElement): boolean {
  return !neverBlank.has(element.nodeName) && (element.textContent ?? '').trim() === '' && element.querySelectorAll(anyNeverBlank).length === 0
}

export function isInCode(node: Node): boolean {
  for (let at: Node | null = node; at !== null; at = at.parentNode) if (at.nodeName === 'CODE' || at.nodeName === 'PRE') return true
  return false
}

/** Children of one element: those of the parsed text, or of a copy of the node. */
export function rootOf(input: string | Node): Node {
  const root = typeof input === 'string' ? parsed(input) : input.cloneNode(true)
  collapse(root)
  return root
}

function parsed(html: string): Node {
  const Parser = (globalThis as {DOMParser?: typeof DOMParser}).DOMParser
  // In an element of its own, so that head and body are not sorted out of it.
  const wrapped = `<x-boildown id="boildown-root">${html}</x-boildown>`
  const document = Parser === undefined ? domino.createDocument(wrapped) : new Parser().parseFromString(wrapped, 'text/html')
  return document.getElementById('boildown-root') ?? document.body
}

/** Runs of white space become one space, as a browser shows them; none stands at the edge of a block. */
function collapse(root: Node): void {
  let last: Text | undefined
  const end = (): void => {
    if (last !== undefined) last.data = last.data.replace(/ $/u, '')
    last = undefined
  }
  let isOpen = false
  for (const node of inOrder(root)) {
    if (node.nodeType === 3) {
      const text = node as Text
      const collapsed = text.data.replace(/[ \t\r\n]+/gu, ' ')
      const isAfterSpace = !isOpen && (last === undefined || last.data.endsWith(' '))
      text.data = isAfterSpace && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed
      if (text.data !== '') {
        last = text
        isOpen = false
      }
    } else if (isBlock(node) || node.nodeName === 'BR') {
      end()
      isOpen = false
    } else if (isVoid(node)) {
      last = undefined
      isOpen = true
    }
  }
  end()
}

/** Every node at its beginning, blocks at their end as well; nothing of what is in a `pre`. */
function* inOrder(root: Node): Generator<Node> {
  let node: Node | null = root.firstChild
  while (node !== null) {
    yield node
    if (node.firstChild !== null && node.nodeName !== 'PRE') {
      node = node.firstChild
      continue
    }
    while (node !== null && node.nextSibling === null) {
      node = node.parentNode === root ? null : node.parentNode
      if (node !== null && isBlock(node)) yield node
    }
    node = node === null ? null : node.nextSibling
  }
}

/** Every element below, parents first; no recursion, so any depth will do. */
export function* elementsOf(root: Node): Generator<HTMLElement> {
  let node: Node | null = root.firstChild
  while (node !== null) {
    if (isElement(node)) yield node
    if (node.firstChild !== null) {
      node = node.firstChild
      continue
    }
    while (node !== null && node.nextSibling === null) node = node.parentNode === root ? null : node.parentNode
    node = node === null ? null : node.nextSibling
  }
}
