/** Addresses of links and images: made absolute, checked, and spelled so that Markdown reads them whole. */

/** Schemes that may be written; everything else keeps its text only. */
const allowed = new Set(['http:', 'https:', 'mailto:', 'tel:'])

export interface Addresses {
  /**
   * The address as it is written, undefined if it must not be.
   *
   * Checked after removing control characters and white space, since browsers ignore them: `java\tscript:` is a script.
   */
  write(address: string): string | undefined
  /** Addresses refused for their scheme, and relative ones left as they were for want of a base. */
  readonly counts: {readonly unsafe: number; readonly relative: number}
}

/** @param base absolute address that relative ones are resolved against */
export function addresses(base: string | undefined): Addresses {
  const counts = {unsafe: 0, relative: 0}
  const origin = base === undefined ? undefined : /^https?:\/\/[a-z0-9.:-]{1,255}(?=\/|$)/u.exec(base)?.[0]
  return {
    counts,
    write(address) {
      // Most addresses of a page are as plain as that.
      if (plainAbsolute.test(address)) return address
      if (origin !== undefined && plainPath.test(address)) return origin + address
      // oxlint-disable-next-line no-control-regex
      const plain = address.replace(/[\u0000-\u001f\u007f-\u009f]+/gu, '').trim()
      if (plain === '') return undefined
      const scheme = /^[a-z][a-z0-9+.-]*:/iu.exec(plain.replace(/\s+/gu, ''))?.[0].toLowerCase()
      if (scheme !== undefined && !allowed.has(scheme)) {
        counts.unsafe++
        return undefined
      }
      const whole = resolved(plain, scheme, base)
      if (whole === undefined) counts.relative++
      return spelled(whole ?? plain)
    },
  }
}

/** Addresses that come out of a URL parser as they went in, and need no other spelling. */
const plainAbsolute = /^https?:\/\/(?:[a-z0-9][a-z0-9-]{0,62}\.){1,5}[a-z]{2,24}\/(?:[a-zA-Z0-9_~-]{1,200}(?:[.,:@+][a-zA-Z0-9_~-]{1,200}){0,9}\/){0,20}(?:[a-zA-Z0-9_~-]{1,200}(?:[.,:@+][a-zA-Z0-9_~-]{1,200}){0,9})?$/u
const plainPath = /^(?:\/[a-zA-Z0-9_~-]{1,200}(?:[.,:@+][a-zA-Z0-9_~-]{1,200}){0,9}){1,20}\/?$/u

function resolved(address: string, scheme: string | undefined, base: string | undefined): string | undefined {
  if (scheme !== undefined) return /^https?:$/u.test(scheme) ? (parsed(address) ?? address) : address
  return base === undefined ? undefined : parsed(address, base)
}

function parsed(address: string, base?: string): string | undefined {
  try {
    return new URL(address, base).href
  } catch {
    return undefined
  }
}

/** Signs that would end the address, or the table cell it stands in. */
const codes: Readonly<Record<string, string>> = {' ': '%20', '<': '%3C', '>': '%3E', '|': '%7C', '\\': '%5C', '`': '%60', '\u00a0': '%C2%A0'}

function spelled(address: string): string {
  const safe = address.replace(/[ <>|\\`\u00a0]/gu, sign => codes[sign]).replace(/\s/gu, sign => encodeURIComponent(sign))
  return balanced(safe) ? safe : safe.replaceAll('(', '%28').replaceAll(')', '%29')
}

function balanced(text: string): boolean {
  let open = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 0x28) open++
    else if (unit === 0x29 && --open < 0) return false
  }
  return open === 0
}

/**
 * The base that a page's relative addresses are resolved against.
 *
 * @param url absolute address of the page, if known
 * @param base `href` of its `<base>`, '' if none
 */
export function baseOf(url: string | undefined, base: string): string | undefined {
  const whole = base === '' ? url : parsed(base, url)
  return whole !== undefined && /^https?:/iu.test(whole) ? whole : undefined
}
