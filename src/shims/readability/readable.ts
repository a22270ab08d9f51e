/** Is there enough running text for `parse` to be worth its time? A quick look that parses nothing. */
import {landmarkNamed} from '../../passes/landmarkClass.ts'
import type {Dom} from '../dom.ts'
import type {DocumentLike} from './types.ts'

type VisibilityChecker = (node: Dom<'Element', object>) => boolean

export interface ReadableOptions {
  /** Characters of text from which an element counts. */
  readonly minContentLength?: number | undefined
  /** Sum, over the elements that count, of the square root of what they have beyond that. */
  readonly minScore?: number | undefined
  readonly visibilityChecker?: VisibilityChecker | undefined
}

/** @param options also the visibility checker alone, as in older versions */
export function isProbablyReaderable(document: Dom<'Document', DocumentLike>, options: ReadableOptions | VisibilityChecker = {}): boolean {
  const {minContentLength = 140, minScore = 20, visibilityChecker = isVisible} = typeof options === 'function' ? {visibilityChecker: options} : options
  // Text with line breaks instead of paragraphs stands in the element around these.
  const candidates = new Set<Element>(document.querySelectorAll('p, pre, article'))
  for (const {parentElement} of document.querySelectorAll('div > br')) if (parentElement !== null) candidates.add(parentElement)
  let score = 0
  for (const element of candidates) {
    if (!visibilityChecker(element) || isBoilerplate(element) || (element.nodeName === 'P' && element.closest('li') !== null)) continue
    const length = (element.textContent ?? '').trim().length
    if (length < minContentLength) continue
    score += Math.sqrt(length - minContentLength)
    if (score > minScore) return true
  }
  return false
}

function isVisible(element: Element): boolean {
  const style = element.getAttribute('style') ?? ''
  return !/(?:^|;)\s{0,9}display\s{0,9}:\s{0,9}none/iu.test(style) && !element.hasAttribute('hidden') && element.getAttribute('aria-hidden') !== 'true'
}

function isBoilerplate(element: Element): boolean {
  return `${element.getAttribute('class') ?? ''} ${element.id}`.split(/\s+/u).some(name => name !== '' && landmarkNamed(name) !== undefined)
}
