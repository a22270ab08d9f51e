/** What the speed bench runs: each takes one page and leaves nothing behind. */
import {Parser} from 'htmlparser2'
import {dist} from '../engines/dist.js'
import {startEngine} from '../engines/engine.js'

/** @typedef {(html: string, url: string | undefined) => unknown} Run */

/** The stick everything is measured by: htmlparser2's events with handlers that do nothing. */
export const baseline = 'htmlparser2 events'

/**
 * Contenders by name. `slow` ones see a sample of the pages.
 * @type {Record<string, {slow?: true, start: () => Promise<Run>}>}
 */
export const contenders = {
  [baseline]: {
    async start() {
      const nothing = () => {}
      const handler = {onopentag: nothing, onclosetag: nothing, ontext: nothing, oncomment: nothing}
      return html => new Parser(handler).end(html)
    },
  },
  // As it is shipped: speed asks for no fold models, and five forests are not in a cache together.
  boildown: {
    async start() {
      const {createCleaner} = await dist('index.js')
      const cleaner = await createCleaner()
      return (html, url) => cleaner.clean(html, url === undefined ? {} : {url})
    },
  },
  'Readability + linkedom + turndown': {slow: true, start: () => startEngine('readability')},
  'boildown/classic': {slow: true, start: () => startEngine('classic')},
}
