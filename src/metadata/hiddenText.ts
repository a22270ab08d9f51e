/** Text that people do not see and that is aimed at machines: counted, so that who feeds models knows. */
import type {Block, Page} from '../page/page.ts'
import {Sieve} from '../rules/sieve.ts'

/** What a hidden text says when it speaks to a model, and to nobody who uses a page. */
const aimed =
  /\b(?:ignore|disregard|forget) (?:all |any |the |your )?(?:previous|prior|above|earlier|preceding|other) (?:instructions?|prompts?|rules|context)|\b(?:system|hidden|new) prompt\b|\bas an? (?:ai|large language model|language model|llm)\b|\byou are (?:now )?(?:an? )?(?:ai|llm|language model|assistant|chatgpt|claude|gemini|agent)\b|\b(?:dear|attention|note to|instructions? (?:for|to)) (?:all )?(?:ai|llms?|language models?|chatbots?|crawlers?|agents?|assistants?)\b|\b(?:ai|llm) (?:agents?|assistants?|models?|crawlers?) (?:must|should|are instructed)\b|\bdo not (?:reveal|mention|tell the user)\b/iu

/** Tells the texts that could say so: a page may hide a whole menu, or all its comments. */
const sieve = new Sieve(() => [aimed])

function isAimed(text: string): boolean {
  return sieve.of(text) !== 0 && aimed.test(text)
}

/** Blocks and characters that were hidden from people and speak to machines. */
export interface HiddenText {
  /** Hidden blocks with instructions to a model. */
  readonly blocks: number
  /** Characters of Unicode's invisible copy of ASCII, which hides words from people. */
  readonly tagCharacters: number
  /** Zero-width characters, where there are more of them than typing or typesetting leaves. */
  readonly zeroWidth: number
}

/** Chosen: word processors and content systems leave a few dozen on a page; a message takes eight a letter. */
const manyZeroWidth = 200

/** @returns undefined if there is none. */
export function hiddenTextOf(page: Page): HiddenText | undefined {
  const {blocks, repairs} = page
  const count = (kind: string): number => repairs.find(each => each.kind === kind)?.count ?? 0
  let hidden = 0
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]
    if (isHidden(block.hidden) ? block.text.length < 20_000 && isAimed(block.text) : block.marks.length > 0 && hidesAimed(block)) hidden++
  }
  const zeroWidth = count('zero-width')
  const found = {blocks: hidden, tagCharacters: count('tag-character'), zeroWidth: zeroWidth >= manyZeroWidth ? zeroWidth : 0}
  return found.blocks + found.tagCharacters + found.zeroWidth === 0 ? undefined : found
}

function hidesAimed({text, marks}: Block): boolean {
  for (let m = 0; m < marks.length; m++) if (marks[m].hidden !== 'no' && isHidden(marks[m].hidden) && isAimed(text.slice(marks[m].from, marks[m].to))) return true
  return false
}

/** The ways of hiding that no reader can undo; a closed `<details>` is none. */
function isHidden(by: string): boolean {
  return by === 'style' || by === 'attribute' || by === 'aria'
}

/** One sentence for people. */
export function hiddenTextMessage({blocks, tagCharacters, zeroWidth}: HiddenText): string {
  const parts = [
    blocks === 0 ? '' : `${blocks} hidden block${blocks === 1 ? '' : 's'} with instructions to a model`,
    tagCharacters === 0 ? '' : `${tagCharacters} invisible tag characters`,
    zeroWidth === 0 ? '' : `${zeroWidth} zero-width characters`,
  ].filter(part => part !== '')
  return `text that people do not see was left out: ${parts.join(', ')}`
}
