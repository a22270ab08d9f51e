/** E-mail addresses, written plainly or with (at) and [dot]. */
import type {PiiSpan} from './span.ts'

/** A backslash stands before an underscore that Markdown escapes. */
const plain = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}][\p{L}\p{N}._%+'\\-]{0,63}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}_]|-\p{L})/gu
const spelled = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63} ?\\?[[(] ?(?:at|ät|arroba) ?\\?[\])] ?[\p{L}\p{N}-]{1,63}(?: ?(?:\.|\\?[[(] ?(?:dot|punkt|punto) ?\\?[\])]) ?[\p{L}\p{N}-]{1,63}){1,6}/giu

/** Names of files with a density in them (logo@2x.png), and addresses that stand for a service. */
const noAddress = /\.(?:png|jpe?g|gif|webp|avif|svg|ico|css|js|mjs|ts|json|html?|php|md|txt|pdf|zip)$|^git@/iu

export function emails(text: string): PiiSpan[] {
  const out: PiiSpan[] = []
  if (text.includes('@')) {
    for (const {0: found, index} of text.matchAll(plain)) if (!noAddress.test(found)) out.push({kind: 'email', from: index, to: index + found.length})
  }
  if (/[[(] ?(?:at|ät|arroba)/iu.test(text)) {
    for (const {0: found, index} of text.matchAll(spelled)) out.push({kind: 'email', from: index, to: index + found.length})
  }
  return out
}
