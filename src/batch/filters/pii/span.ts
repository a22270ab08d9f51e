/** Personal identifiers in a text: where, and of which kind. */
export const piiKinds = ['email', 'ip', 'phone', 'iban', 'card'] as const
export type PiiKind = (typeof piiKinds)[number]

/** Half-open interval of the text. */
export interface PiiSpan { readonly kind: PiiKind; readonly from: number; readonly to: number }

/** What stands before a place, as far as cues are looked for. Characters, chosen. */
const before = 28

export function textBefore(text: string, at: number): string {
  return text.slice(Math.max(0, at - before), at)
}

/** A number that says it is something else: an order, a book, an article, a version. */
export const namesAnotherNumber = /(?:isbn|issn|ismn|ean|gtin|upc|doi|sku|asin|imei|vin|pmid|oclc|lccn|arxiv|(?:order|invoice|ticket|case|part|item|serial|model|product|article|artikel|bestell|art|ref|reference|account|patent|batch|tracking|customer|id)(?:[\s.-]{0,2}(?:no|nr|num|number|nummer|id|code))?|#|№|\bn[ro]\b|\bid\b)\s{0,2}[.:#°]{0,2}\s{0,3}$/iu
