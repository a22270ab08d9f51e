/** MathML that brings no TeX of its own, as TeX: presentation elements only, with a stack of our own. */

export type MathEvent =
  /** `isThin`: of a fraction, that it has no line. */
  | {readonly opens: string; readonly isThin?: boolean}
  | {readonly closes: string}
  | {readonly text: string}

interface Frame { readonly tag: string; readonly parts: string[]; readonly isThin?: boolean | undefined }

/** Deeper elements are taken for their content: nobody writes such formulas. Chosen. */
const maxDepth = 64

const operators: Readonly<Record<string, string>> = {
  '×': '\\times', '÷': '\\div', '±': '\\pm', '∓': '\\mp', '⋅': '\\cdot', '·': '\\cdot', '∗': '*', '≤': '\\leq', '≥': '\\geq', '≠': '\\neq', '≈': '\\approx', '≡': '\\equiv',
  '∼': '\\sim', '∝': '\\propto', '∈': '\\in', '∉': '\\notin', '⊂': '\\subset', '⊆': '\\subseteq', '∪': '\\cup', '∩': '\\cap', '∅': '\\emptyset', '→': '\\to', '←': '\\leftarrow',
  '⇒': '\\Rightarrow', '⇔': '\\Leftrightarrow', '↦': '\\mapsto', '∀': '\\forall', '∃': '\\exists', '¬': '\\neg', '∧': '\\land', '∨': '\\lor', '∑': '\\sum', '∏': '\\prod', '∫': '\\int',
  '∮': '\\oint', '∂': '\\partial', '∇': '\\nabla', '∞': '\\infty', '…': '\\ldots', '⋯': '\\cdots', '−': '-', '′': "'", '‖': '\\|', '⟨': '\\langle', '⟩': '\\rangle', '{': '\\{', '}': '\\}',
  '%': '\\%', '#': '\\#', '&': '\\&', '$': '\\$', '_': '\\_', '\\': '\\backslash', '\u2061': '', '\u2062': '', '\u2063': '', '\u2064': '',
}
const greek = 'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho varsigma sigma tau upsilon phi chi psi omega'.split(' ')
const functions: ReadonlySet<string> = new Set('sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh log ln lg exp lim max min sup inf det dim ker gcd arg deg Pr mod'.split(' '))
const accents: Readonly<Record<string, string>> = {'¯': 'overline', '‾': 'overline', '^': 'hat', 'ˆ': 'hat', '~': 'tilde', '˜': 'tilde', '→': 'vec', '⃗': 'vec', '˙': 'dot', '.': 'dot', '¨': 'ddot', '⏞': 'overbrace'}
const leaves: ReadonlySet<string> = new Set(['mi', 'mn', 'mo', 'mtext', 'ms'])
const empty: ReadonlySet<string> = new Set(['mspace', 'none', 'mprescripts', 'malignmark', 'maligngroup', 'mglyph'])
const unread: ReadonlySet<string> = new Set(['annotation', 'annotation-xml'])

/** @returns '' if there is nothing to write */
export function texOf(events: readonly MathEvent[]): string {
  const stack: Frame[] = [{tag: 'mrow', parts: []}]
  const close = (): void => {
    const frame = stack.pop()
    if (frame !== undefined && stack.length > 0) stack[stack.length - 1].parts.push(written(frame))
  }
  for (const event of events) {
    if ('text' in event) {
      const {tag, parts} = stack[stack.length - 1]
      const text = event.text.replace(/\s+/gu, ' ').trim()
      if (text !== '') parts.push(tag === 'mtext' || tag === 'ms' ? text : token(text, tag))
    } else if ('opens' in event) {
      if (stack.length < maxDepth && !empty.has(event.opens)) stack.push({tag: event.opens, parts: [], isThin: event.isThin})
    } else {
      let at = stack.length - 1
      while (at > 0 && stack[at].tag !== event.closes) at--
      if (at > 0) while (stack.length > at) close()
    }
  }
  while (stack.length > 1) close()
  return row(stack[0].parts).trim()
}

function token(text: string, tag: string): string {
  if (Object.hasOwn(operators, text)) return operators[text]
  const letter = text.codePointAt(0) ?? 0
  if (text.length === 1 && letter >= 0x3b1 && letter <= 0x3c9) return `\\${greek[letter - 0x3b1]}`
  if (tag === 'mi' && text.length > 1) return functions.has(text) ? `\\${text}` : `\\mathrm{${safe(text)}}`
  return safe(text)
}

function safe(text: string): string {
  return text.replace(/[\\{}%#&$_]/gu, sign => operators[sign])
}

/** Parts beside each other. A binomial brings its own parentheses. */
function row(parts: readonly string[]): string {
  const filled = parts.filter(part => part !== '')
  const isBinomial = (i: number): boolean => filled[i]?.startsWith('\\binom{') === true
  return filled.filter((part, i) => !(part === '(' && isBinomial(i + 1) && filled[i + 2] === ')') && !(part === ')' && isBinomial(i - 1) && filled[i - 2] === '(')).join(' ')
}

function written({tag, parts, isThin}: Frame): string {
  const whole = leaves.has(tag) ? parts.join('') : row(parts)
  const [base = '', second = '', third = ''] = parts
  switch (tag) {
    case 'mtext': case 'ms': return whole === '' ? '' : `\\text{${safe(whole)}}`
    case 'mfrac': return `\\${isThin === true ? 'binom' : 'frac'}{${base}}{${second}}`
    case 'msqrt': return `\\sqrt{${whole}}`
    case 'mroot': return `\\sqrt[${second}]{${base}}`
    case 'msup': return `${grouped(base)}^{${second}}`
    case 'msub': case 'munder': return `${grouped(base)}_{${second}}`
    case 'msubsup': case 'munderover': return `${grouped(base)}_{${second}}^{${third}}`
    case 'mover': return Object.hasOwn(accents, second) ? `\\${accents[second]}{${base}}` : second.replace(/^\\/u, '') === 'to' ? `\\vec{${base}}` : `${grouped(base)}^{${second}}`
    case 'mfenced': return parts.length === 1 && parts[0].startsWith('\\binom{') ? parts[0] : `\\left(${parts.join(', ')}\\right)`
    case 'mtd': return whole
    case 'mtr': case 'mlabeledtr': return parts.join(' & ')
    case 'mtable': return `\\begin{matrix} ${parts.join(' \\\\ ')} \\end{matrix}`
    default: return unread.has(tag) ? '' : whole
  }
}

function grouped(text: string): string {
  return /^(?:.|\\[a-zA-Z]{1,20}|\d{1,20})$/u.test(text) ? text : `{${text}}`
}
