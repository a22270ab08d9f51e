/** The second step of the classic stack: jsdom builds a document, Readability picks the article. */
import {Readability} from '@mozilla/readability'
import type {JSDOM, VirtualConsole} from 'jsdom'

export interface Jsdom { readonly JSDOM: typeof JSDOM; readonly VirtualConsole: typeof VirtualConsole }

/**
 * jsdom is an optional dependency: it is large, and only the classic stack needs it.
 *
 * @throws {Error} with the way to install it.
 */
export async function loadJsdom(load: () => Promise<Jsdom> = () => import('jsdom')): Promise<Jsdom> {
  try {
    return await load()
  } catch (error) {
    if ((error as {code?: unknown}).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new Error('the classic engine needs jsdom, which is not installed; install it with: npm install jsdom@26', {cause: error})
  }
}

/** The article's HTML; undefined if Readability finds none. Scripts never run, nothing is loaded. */
export function pick(html: string, {jsdom, url, whole}: {jsdom: Jsdom; url: string | undefined; whole: boolean}): string | undefined {
  // A console without listeners: what jsdom thinks of the page's CSS is nobody's business.
  const {window} = new jsdom.JSDOM(html, {virtualConsole: new jsdom.VirtualConsole(), ...(url === undefined ? {} : {url})})
  try {
    if (whole) return window.document.body.innerHTML
    return new Readability(window.document, {keepClasses: true}).parse()?.content ?? undefined
  } finally {
    window.close()
  }
}
