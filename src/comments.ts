/** What readers wrote below a page, as Markdown of its own: whether or not it also stands in the page's Markdown. */
import {render} from './markdown/render.ts'
import type {Settings} from './options.ts'
import type {PageType} from './page/judgement.ts'
import {Ledger, type Decision} from './page/ledger.ts'
import type {Page} from './page/page.ts'
import {commentKinds} from './passes/commentRegions.ts'
import {interfaceBlock} from './passes/interfaceLine.ts'

/** Characters of text after which no further block is written. Chosen: some thousand comments. */
const maxCharacters = 500_000
/** Of the longest block: fewer words are a count or a prompt. Chosen. */
const minWords = 4

/**
 * @param type of the page, where somebody judged it
 * @returns null where there are none
 */
export function commentsOf(page: Page, ledger: Ledger, {settings, type}: {readonly settings: Settings; readonly type: PageType | undefined}): string | null {
  const kinds = page.origin === 'html' ? commentKinds(page, type) : undefined
  if (kinds === undefined) return null
  const {columns} = page
  const only = new Ledger(page)
  only.pass = 'comments'
  only.drop(0, page.blocks.length, {rule: 'no-comment', strength: 'weak'})
  let characters = 0
  let words = 0
  for (let i = 0; i < kinds.length && characters < maxCharacters; i++) {
    if (kinds[i] === 0 || !isWritten(page, ledger, i)) continue
    only.keep(i, i + 1, {rule: 'comment', strength: 'weak', role: 'comment'})
    for (const {from, to} of ledger.cuts(i)) only.cut(i, {from, to}, {rule: 'cut', strength: 'weak'})
    characters += columns.length[i]
    if (page.blocks[i].kind === 'paragraph' && columns.linked[i] * 2 < columns.length[i]) words = Math.max(words, columns.words[i] + columns.wide[i])
  }
  if (words < minWords) return null
  const {links, images, tables, markdown} = settings
  const written = render(page, only, {links, images, tables, ...markdown, exact: false, heading: undefined, except: new Set()}).markdown
  return written === '' ? null : written
}

/** Not what a rule dropped that knew what it was, nor the buttons and prompts around comments. */
function isWritten(page: Page, ledger: Ledger, i: number): boolean {
  const {kind} = page.blocks[i]
  const reason = ledger.reason(i)
  if (reason?.verdict === 'drop' && !isOpinion(reason)) return false
  if (kind === 'image' || kind === 'embed' || kind === 'rule') return ledger.alive(i)
  return ledger.alive(i) || (!isControl(page, i) && !isPrompt(page, i) && !isAction(page, i) && interfaceBlock(page, i) === undefined)
}

/** Does the block stand in a form, a button or a label? A form around half the page is no control. */
function isControl({regions, columns, blocks}: Page, i: number): boolean {
  let r = columns.region[i]
  for (let up = 0; up < maxDepth && r >= 0; up++, r = regions[r].parent) {
    if (controls.has(regions[r].tag)) return (regions[r].to - regions[r].from) * 2 < blocks.length
  }
  return false
}

/** Regions looked up; a wrapper deeper than this is none of a form's. Chosen. */
const maxDepth = 10
const controls = new Set(['form', 'fieldset', 'button', 'label', 'select', 'noscript'])

/** Who may comment, and how; how many like it. */
const prompts = /\b(?:log ?in|sign ?in|sign ?up|regist\w{2,8}|anmeld\w{0,5}|angemeldet|einlogg\w{0,5}|eingeloggt|hinterlass\w{0,4}|schreib\w{0,4}|leave|post|add|write|submit|laiss\w{2,3}|écri\w{2,6}|connect\w{2,4}|dej\w{1,4}|escrib\w{1,4})\b.{0,80}(?:comment|kommentar|komment|repl(?:y|ies)|antwort|comentari|commenti|reacti)/iu
const maxPromptWords = 30
/** UTF-16 code units; words do not count scripts without spaces. */
const maxPrompt = 400
/** Counts of likes stand alone. */
const votes = /^[\d\s.,+#−-]{0,12}$/u

function isPrompt({blocks, columns}: Page, i: number): boolean {
  const {text} = blocks[i]
  return (text.length <= 12 && votes.test(text)) || (text.length <= maxPrompt && columns.words[i] <= maxPromptWords && prompts.test(text))
}

/** Targets of what one does, not reads: a script's, the form's, the door to log in. */
const actions = /^#?$|^javascript:|#(?:respond|reply)|[/=](?:log-?in|sign-?in|sign-?up|register)\b/iu

/** A block that is one link to an action. */
function isAction({blocks}: Page, i: number): boolean {
  const {text, marks} = blocks[i]
  const link = marks.find(({kind, from, to}) => kind === 'link' && from === 0 && to === text.length)
  return link !== undefined && actions.test((link.attrs['href'] ?? '').slice(0, 500))
}

/** Dropped by the judge, or as comments: that says nothing against a comment. */
function isOpinion({pass, rule}: Decision): boolean {
  return pass === 'comments' || (pass === 'mainContent' && rule !== 'copy' && rule !== 'option')
}
