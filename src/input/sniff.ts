/** Tells what an input is: HTML, Markdown, or text somebody already flattened. Reads a bounded part of it. */
import {knownElement} from '../page/elements.ts'
import type {Origin} from '../page/page.ts'
import {frontMatterLength} from './frontMatter.ts'

export interface Sniffed {
  readonly origin: Origin
  /** What was seen, in a few words: shown by explain. */
  readonly why: string
}

/** Code units read at the start and at the end. Chosen: a page's head and first menus, a footer. */
const prefix = 65_536
const tail = 8192
/** Code units in which a document begins, as a rule. */
const earlyPrefix = 4096
/** Share of characters inside tags from which a text that starts as prose is HTML: inline markup reaches it, prose about tags does not. Chosen. */
const tagShare = 0.15
/** The same where the tags begin late: a sample in an article. */
const lateTagShare = 0.4
const lateStart = 200

export function sniff(source: string): Sniffed {
  // Nearly every page says so at once: no sample is put together for it.
  const early = documentStart(source.slice(0, earlyPrefix))
  if (early !== undefined) return startsWith(early)
  const sample = source.length <= prefix + tail ? source : `${source.slice(0, prefix)}\n${source.slice(-tail)}`
  const start = behindSpace(sample)
  if (start === '') return {origin: 'text', why: 'empty'}
  const document = documentStart(sample)
  if (document !== undefined) return startsWith(document)
  if (frontMatterLength(source) > 0) return {origin: 'markdown', why: 'front matter'}
  if (/^(?:\{\s{0,20}"|\[\s{0,20}[[{"])/u.test(start)) return {origin: 'text', why: 'JSON'}
  const tags = tagsIn(sample)
  const marks = markdownMarks(sample)
  const kinds = [...marks.strong, ...marks.weak]
  const isMarkdown = (marks.strong.length > 0 && kinds.length >= 2) || kinds.length >= 3 || marks.strong.includes('fences')
  const why = `Markdown marks: ${kinds.join(', ')}`
  const startsWithTag = tags.first === 0 || /^(?:<!--|<\?xml|<!doctype)/iu.test(start)
  // A README may begin with a centred logo: Markdown's own marks between the tags say so.
  const isReadme = !tags.isDocument && marks.strong.length >= 2
  if (isMarkdown && (!startsWithTag || isReadme)) return {origin: 'markdown', why}
  if (tags.count > 0 && !(startsWithTag && tags.isDocument) && isProseWithSamples(sample)) return {origin: 'text', why: 'prose between samples of markup'}
  if (startsWithTag && (tags.count >= 3 || tags.closing > 0)) return {origin: 'html', why: `starts with a tag, ${tags.count} tags`}
  if (/^<\?xml\s/u.test(start)) return {origin: 'html', why: 'an XML declaration'}
  const share = tags.first > lateStart ? lateTagShare : tagShare
  if (tags.closing > 0 && tags.share >= share) return {origin: 'html', why: `${Math.round(tags.share * 100)} % of the characters are tags`}
  if (tags.isDocument && tags.first < lateStart && tags.count >= 20 && tags.share >= tagShare / 2) return {origin: 'html', why: `html and body among ${tags.count} tags`}
  return {origin: 'text', why: kinds.length > 0 ? `only ${why.slice(16)}` : 'no markup'}
}

function startsWith(tag: string): Sniffed {
  return {origin: 'html', why: `starts with <${tag}>`}
}

/** The tag that a document begins with, in lower case, if the text does. What is found in its first part holds for the whole. */
function documentStart(text: string): string | undefined {
  return /^<(!doctype\s{1,20}html|html|head|body)(?=[\s>/])/iu.exec(behindComments(behindSpace(text)))?.[1].toLowerCase()
}

function behindSpace(text: string): string {
  return text.replace(/^[\s\ufeff\u0000]{1,2000}/u, '')
}

/** What follows the comments and XML declarations at the start. */
function behindComments(start: string): string {
  let rest = start
  for (let i = 0; i < 8; i++) {
    const close = rest.startsWith('<!--') ? '-->' : rest.startsWith('<?') ? '>' : ''
    const end = close === '' ? -1 : rest.indexOf(close)
    if (end < 0) break
    rest = rest.slice(end + close.length).trimStart()
  }
  return rest
}

interface Tags {
  readonly count: number
  readonly closing: number
  /** Characters in tags, scripts and styles included, over all that are no white space. */
  readonly share: number
  /** Offset of the first tag behind white space, Infinity if there is none. */
  readonly first: number
  /** Has an html or body tag. */
  readonly isDocument: boolean
}

/** Tags of elements that HTML knows. */
function tagsIn(sample: string): Tags {
  let count = 0
  let closing = 0
  let inside = 0
  let first = Infinity
  let isDocument = false
  for (const match of sample.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]{0,20})(?:\s[^<>]{0,4000}|\/)?>/gu)) {
    const name = match[2].toLowerCase()
    if (knownElement(name) === undefined && name !== 'html') continue
    if (count === 0) first = match.index - leadingSpace(sample)
    count++
    if (match[1] !== '') closing++
    inside += match[0].length
    if (name === 'html' || name === 'body') isDocument = true
  }
  for (const match of sample.matchAll(/<(script|style)\b[^<>]{0,2000}>[^<]{0,20000}/giu)) inside += match[0].length
  const visible = sample.length - (sample.match(/\s/gu)?.length ?? 0)
  return {count, closing, share: visible === 0 ? 0 : Math.min(1, inside / visible), first, isDocument}
}

/** Paragraphs looked at. */
const paragraphs = 400
const proseWords = 8

/**
 * Does the text write about markup? Then its paragraphs stand bare between the samples; in HTML they are wrapped
 * in tags, or hold inline ones.
 */
function isProseWithSamples(sample: string): boolean {
  let bare = 0
  let tagged = 0
  for (const paragraph of sample.split(/\r?\n[^\S\n]{0,200}\r?\n/u, paragraphs)) {
    const piece = paragraph.slice(0, 1000)
    const words = piece.replace(/<[^<>]{0,400}>/gu, ' ').match(/\p{L}{2,}/gu)?.length ?? 0
    if (words < proseWords || !/^\s{0,4}(?:[\p{L}\p{N}"“‘(•*-]|<[a-z])/iu.test(piece)) continue
    if (/<\/?(?:p|a|b|i|em|strong|span|br|div|li|h[1-6]|td|img|blockquote)\b[^<>]{0,400}>/iu.test(piece)) tagged++
    else if (!piece.includes('<')) bare++
  }
  return bare > 0 && bare >= tagged
}

function leadingSpace(sample: string): number {
  return sample.length - sample.trimStart().length
}

/** Marks of Markdown, as rows: how often a line or the text must show them. */
const inlineMarks: readonly {name: string; find: RegExp; least: number; isWeak?: true}[] = [
  {name: 'links', find: /\[[^\]\n]{1,200}\]\((?:https?:|mailto:|[/#.]|<|[\w-]{1,60}[./#])[^)\n]{0,400}\)/gu, least: 1},
  {name: 'images', find: /!\[[^\]\n]{0,200}\]\([^)\n]{1,400}\)/gu, least: 1},
  {name: 'strong emphasis', find: /(?:^|[\s(])\*\*[^*\s](?:[^*\n]{0,200}[^*\s])?\*\*(?!\*)/gmu, least: 1, isWeak: true},
  {name: 'inline code', find: /(?:^|[\s(])`[^`\n]{1,120}`(?=[\s.,;:)!?]|$)/gmu, least: 2, isWeak: true},
  {name: 'references', find: /^ {0,3}\[[^\]\n]{1,100}\]: {1,4}(?:https?:|<|\/|#)\S/gmu, least: 1},
  {name: 'emphasis', find: /(?:^|[\s(])(?:\*[^*\s](?:[^*\n]{0,100}[^*\s])?\*|_[^_\s](?:[^_\n]{0,100}[^_\s])?_)(?=[\s.,;:)!?]|$)/gmu, least: 2, isWeak: true},
]

/** The kinds of marks: strong ones hardly occur outside Markdown, weak ones also in mail, chat and documentation. */
function markdownMarks(sample: string): {strong: string[]; weak: string[]} {
  const strong: string[] = []
  const weak: string[] = []
  const {text, seen} = outsideFences(sample)
  for (const [name, {count, least, isWeak}] of seen) if (count >= least) (isWeak ? weak : strong).push(name)
  for (const {name, find, least, isWeak} of inlineMarks) {
    let count = 0
    for (const _ of text.matchAll(find)) if (++count >= least) break
    if (count >= least) (isWeak === true ? weak : strong).push(name)
  }
  return {strong, weak}
}

interface Seen { count: number; readonly least: number; readonly isWeak: boolean }

/** The lines outside fences, and the marks that whole lines make. */
function outsideFences(sample: string): {text: string; seen: Map<string, Seen>} {
  const seen = new Map<string, Seen>([
    ['headings', {count: 0, least: 1, isWeak: false}], ['fences', {count: 0, least: 2, isWeak: false}], ['tables', {count: 0, least: 1, isWeak: false}],
    ['lists', {count: 0, least: 2, isWeak: true}], ['quotes', {count: 0, least: 1, isWeak: true}], ['underlined headings', {count: 0, least: 1, isWeak: true}],
  ])
  const add = (name: string): void => void seen.get(name)!.count++
  const lines = sample.split(/\r\n?|\n/u)
  const outside: string[] = []
  let fence = ''
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i].slice(0, 2000)
    const sign = /^ {0,3}(```|~~~)/u.exec(line)?.[1] ?? ''
    if (sign !== '' && (fence === '' || sign === fence)) {
      fence = fence === '' ? sign : ''
      add('fences')
      continue
    }
    if (fence !== '') continue
    outside.push(line)
    const isFirst = i === 0 || lines[i - 1].trim() === ''
    const next = lines[i + 1] ?? ''
    // A comment in a program stands right above its line.
    const isAlone = isFirst && (next.trim() === '' || line.startsWith('##'))
    if (isAlone && /^#{1,6} {1,4}[\p{L}\p{N}"“`[*_!\p{Emoji}]/u.test(line)) add('headings')
    else if (/^ {0,8}(?:[-*+]|\d{1,3}[.)]) {1,4}\S/u.test(line)) add('lists')
    else if (/^> ?\S/u.test(line) && isFirst) add('quotes')
    else if (/^\|?(?: {0,4}:?-{2,}:? {0,40}\|){1,40}(?: {0,4}:?-{2,}:? {0,40})?$/u.test(line) && lines[i - 1]?.includes('|')) add('tables')
    else if (isFirst && /^(?:={3,200}|-{3,200})$/u.test(next) && /^\p{L}.{0,80}$/u.test(line)) add('underlined headings')
  }
  return {text: outside.join('\n'), seen}
}
