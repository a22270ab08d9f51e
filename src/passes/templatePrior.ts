/**
 * Is the page about templates or code? Then its braces are what it talks about, and nothing here is debris.
 *
 * One number from several signs, because no single one holds: manuals without code fences, articles with one
 * snippet, wiki help pages.
 */
import type {Page} from '../page/page.ts'
import {amongLabels} from './amongLabels.ts'
import {announces, countWords, endsSentence} from './words.ts'
import {isCodeLine} from './codeLine.ts'
import {leaked} from './leakedBlocks.ts'

/** From this value on nothing on the page is taken for an unfilled template. */
export const aboutTemplates = 0.5
/** From this value on only what has the form of debris by itself is. */
export const nearTemplates = 0.3

/** Statements that steer a template: no unfilled template leaves them to be read, but for a leaked bundle. */
const control = /\{%-? ?(?:if|for|else|endif|endfor|block|include|set|extends|macro|raw|assign|unless|liquid|load|end)\b|\{\{[#~-]? ?(?:if|each|unless|with|range|end|else|define|template|include|block)\b|\{\{-? ?\$?\w{1,30} :=|<%-? ?(?:if|for|end|else|def|do)\b|(?<![\w-])(?:v-for|v-if|ng-repeat|ng-if|x-for|x-text|x-data)=/gu
/** Something that reads as a placeholder, whatever its syntax. */
const placeholder = /\{\{[^{}\n]{0,80}\}\}|\{%[^{}\n]{0,80}%\}|\$\{[^{}\n]{1,60}\}|<%[^%\n]{0,80}%>|(?<![\w%])%[sd](?!\w)|(?<![\w$#])\{(?:\d|[A-Za-z_]\w{1,40})\}|\[\[[^\]\n]{1,40}\]\]/u
const vocabulary = /\b(?:templates?|templating|placeholders?|interpolat\w{1,8}|handlebars|mustache|jinja2?|liquid|twig|nunjucks|helm|shortcodes?|f-strings?|printf|format strings?|curly braces|double braces|directives?|Vorlagen?|Platzhalter|gabarits?|plantillas?|模板)\b/giu

/** A sentence of that many words that holds a placeholder talks about it. */
const mentionWords = 10
/** Share of a page's lines that look like code from which it is a page with code on it, 0–1. */
const codeShare = 0.06
/** Characters of a block that are looked at: enough to tell what it is. */
const looked = 4000

const weights = {control: 0.6, code: 0.5, mention: 0.35, leadIn: 0.35, codeShare: 0.3, vocabulary: 0.3}

/** The number with what spoke for it, in words. */
export interface TemplateEvidence { readonly value: number; readonly signs: readonly string[] }

const known = new WeakMap<Page, TemplateEvidence>()

/** @returns 0 (an ordinary page) to 1 (a page about templates); made once a page, and only if a rule asks. */
export function templatePrior(page: Page): number {
  return templateEvidence(page).value
}

/** The same with its reasons. */
export function templateEvidence(page: Page): TemplateEvidence {
  const made = known.get(page)
  if (made !== undefined) return made
  const found = evidence(page)
  known.set(page, found)
  return found
}

function evidence(page: Page): TemplateEvidence {
  const {blocks} = page
  let controls = 0
  let inCode = 0
  let mentions = 0
  let leadIns = 0
  let codeLines = 0
  const words = new Set<string>()
  // A spilled bundle says nothing about the page.
  const spilled = leaked(page)
  for (let i = 0; i < blocks.length; i++) {
    if (spilled?.[i] !== undefined) continue
    const {kind, marks} = blocks[i]
    const text = blocks[i].text.length > looked ? blocks[i].text.slice(0, looked) : blocks[i].text
    controls += text.includes('{') || text.includes('<') || text.includes('=') ? text.match(control)?.length ?? 0 : 0
    const holds = placeholder.test(text)
    for (const word of text.match(vocabulary) ?? []) words.add(word.toLowerCase())
    if (kind === 'code' || isCodeLine(text)) codeLines++
    if (!holds) continue
    if (kind === 'code' || marks.some(mark => (mark.kind === 'code' || mark.kind === 'kbd') && placeholder.test(text.slice(mark.from, mark.to)))) inCode++
    // A site's own sentence that was never filled speaks of nothing.
    else if (mentioned(text) && !amongLabels(page, i)) mentions++
    if (i > 0 && announces(blocks[i - 1].text) && countWords(blocks[i - 1].text) > 3) leadIns++
  }
  const parts: readonly [string, number][] = [
    [`${controls} template statements`, weights.control * Math.min(controls / 2, 1)],
    [`${inCode} placeholders in code`, weights.code * Math.min(inCode, 2)],
    [`${mentions} sentences about placeholders`, weights.mention * mentions],
    [`${leadIns} placeholders behind a colon`, weights.leadIn * leadIns],
    [`${codeLines} of ${blocks.length} blocks look like code`, codeLines >= 2 && codeLines > codeShare * blocks.length ? weights.codeShare : 0],
    [`words: ${[...words].slice(0, shownWords).join(', ')}`, weights.vocabulary * Math.min(words.size / 3, 1)],
  ]
  const signs = parts.filter(([, weight]) => weight > 0)
  return {value: Math.min(1, signs.reduce((sum, [, weight]) => sum + weight, 0)), signs: signs.map(([sign]) => sign)}
}

/** Words of the vocabulary that are named. */
const shownWords = 6

/** Does a sentence of the text speak about a placeholder: many words, an end mark, and hardly any holes in it? */
function mentioned(text: string): boolean {
  return endsSentence(text) && countWords(text) >= mentionWords
}
