/**
 * Drop the page's machinery where it was spilled among its text: scripts, style sheets, data, tags, template
 * statements, messages of the server.
 *
 * Code is protected ground: where the page speaks of code, or where there is nothing but code, all of it stays. So do
 * fences, and what HTML or Markdown marks as code.
 */
import type {Pass} from '../page/pass.ts'
import {leaked} from './leakedBlocks.ts'

export const leakedCode: Pass = {
  name: 'leakedCode',
  about: 'scripts, style sheets, data and tags spilled among the text',
  run(page, ledger) {
    const rows = leaked(page)
    if (rows === undefined) return
    for (let i = 0; i < rows.length; i++) {
      const rule = rows[i]
      if (rule !== undefined && ledger.alive(i)) ledger.drop(i, i + 1, {rule, strength: 'likely', role: 'debris'})
    }
  },
}
