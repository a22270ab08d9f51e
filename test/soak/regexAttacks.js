/**
 * Strings that a regular expression may be slow on, made from its own parts: what leads to a repetition, the repeated
 * part over and over, and an end that does not fit.
 */

/** Signs tried for a class of characters: one of each kind that texts are made of. */
const probes = [...'a0 -<>"\'./\\&;:=,([{)]}*_#`~|+!?@$%^\n\t\r', 'A', 'é', '中', 'م', '\u00a0', '\u2028', '“', '–', '😀', '\u0301', '\ufffd', 'x', '9', 'f', 'e', '1']
/** Repetitions that end sooner cannot grow. Chosen. */
const fewest = 10
/** Kinds of signs a repeated class is tried with, and attacks in all. Chosen. */
const signsEach = 5
export const mostAttacks = 60

/** @typedef {{lead: string, pump: string, end: string}} Attack */

/**
 * @param {{source: string, flags: string}} regex
 * @param {{parsePattern(source: string, start?: number, end?: number, flags?: object): any}} parser of @eslint-community/regexpp
 * @returns {Attack[]}
 */
export function attacksOn({source, flags}, parser) {
  const pattern = parser.parsePattern(source, 0, source.length, {unicode: flags.includes('u'), unicodeSets: flags.includes('v')})
  /** @type {Map<string, Attack>} */
  const attacks = new Map()
  const signs = signsOf(flags)
  /** @param {string} lead @param {string} pump */
  const add = (lead, pump) => {
    if (pump === '') return
    // An end that fits is none, and a beginning that does not fit makes the search start later.
    for (const end of ['\u0001', '', '\u2028']) attacks.set(`${lead}\0${pump}\0${end}`, {lead, pump, end})
    if (lead === '') attacks.set(`\0${pump}`, {lead: '\u0001', pump, end: '\u0001'})
  }
  /** @param {any} node @param {string} lead */
  const walk = (node, lead) => {
    for (const alternative of alternativesOf(node)) {
      let before = lead
      for (const element of alternative.elements) {
        const inner = element.type === 'Quantifier' ? element.element : element
        if (element.type === 'Quantifier' && element.max >= fewest) for (const pump of pumpsOf(inner, signs)) add(before, pump)
        walk(inner, before)
        before += example(element, signs)
        // Every beginning of the pattern, over and over: each of them is searched on from.
        add('', before.slice(lead.length))
      }
    }
  }
  walk(pattern, '')
  return [...attacks.values()].slice(0, mostAttacks)
}

/** @param {any} node @returns {any[]} */
function alternativesOf(node) {
  return node.alternatives && node.type !== 'CharacterClass' ? node.alternatives : []
}

/** Signs that one character of a pattern stands for. @param {string} flags @returns {(node: any) => string[]} */
function signsOf(flags) {
  const plain = flags.replace(/[gy]/gu, '')
  return node => {
    const one = new RegExp(`^(?:${node.raw})$`, plain.includes('s') ? plain : `${plain}s`)
    const found = probes.filter(sign => one.test(sign))
    if (found.length > 0) return found
    if (node.type === 'Character') return [String.fromCodePoint(node.value)]
    const range = (node.elements ?? []).find((/** @type {any} */ each) => each.type === 'CharacterClassRange' || each.type === 'Character')
    return range === undefined ? ['a'] : [String.fromCodePoint((range.min ?? range).value)]
  }
}

/** @param {any} node @param {(node: any) => string[]} signs @returns {string[]} */
function pumpsOf(node, signs) {
  if (node.type === 'CharacterClass' || node.type === 'CharacterSet' || node.type === 'Character') return signs(node).slice(0, signsEach)
  const alternatives = alternativesOf(node)
  return alternatives.length === 0 ? [example(node, signs)] : alternatives.slice(0, signsEach).map(alternative => exampleOf(alternative, signs))
}

/** The shortest that fits, or nearly: assertions are left out. @param {any} node @param {(node: any) => string[]} signs @returns {string} */
function example(node, signs) {
  switch (node.type) {
    case 'Character': case 'CharacterClass': case 'CharacterSet': return signs(node)[0]
    case 'Quantifier': return example(node.element, signs).repeat(Math.min(node.max, Math.max(1, node.min)))
    case 'Group': case 'CapturingGroup': return exampleOf(node.alternatives[0], signs)
    default: return ''
  }
}

/** @param {any} alternative @param {(node: any) => string[]} signs @returns {string} */
function exampleOf(alternative, signs) {
  return alternative.elements.map((/** @type {any} */ element) => example(element, signs)).join('')
}
