/** Exponents and indices: digits have raised and lowered forms of their own, so that 10⁶ does not become 106. */
const superscript: Readonly<Record<string, string>> = {'0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹', '+': '⁺', '-': '⁻', '−': '⁻'}
const subscript: Readonly<Record<string, string>> = {'0': '₀', '1': '₁', '2': '₂', '3': '₃', '4': '₄', '5': '₅', '6': '₆', '7': '₇', '8': '₈', '9': '₉', '+': '₊', '-': '₋', '−': '₋'}

/** Can all of the text be raised or lowered? */
export function isRaised(text: string): boolean {
  return /^[-+−]?\d{1,4}[-+]?$/u.test(text)
}

export function raised(text: string, isAbove: boolean): string {
  const forms = isAbove ? superscript : subscript
  return text.replace(/[-+−\d]/gu, sign => forms[sign])
}
