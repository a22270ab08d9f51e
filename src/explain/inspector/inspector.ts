/**
 * The inspector: one page that shows a page's blocks beside its Markdown, and why each block was kept or dropped.
 *
 * It loads nothing. Its policy allows its own style and script by their hashes and nothing else, so that no text of
 * a page could ever run in it.
 */
import {html, Markup} from '../../output/markup.ts'
import type {MapSpan, Result, Trace} from '../../result.ts'
import {interact} from './interact.ts'
import {shownBlocks, type InspectorData, type Shown} from './shown.ts'
import {style} from './style.ts'

/**
 * A self-contained HTML page about one result.
 *
 * @param result - made with `trace: true`.
 * @param name - of the page, for the heading: its file name or address; its title if left out.
 * @throws {TypeError} if the result has no trace.
 */
export async function inspector(result: Result, name?: string): Promise<string> {
  return (await loadInspector())(result, name ?? result.metadata.title ?? result.metadata.url ?? 'a page')
}

/** @throws {TypeError} if the result has no trace. */
export type Inspect = (result: Result, name: string) => string

/** @internal */
export async function loadInspector(): Promise<Inspect> {
  const script = `(${interact.toString()})()`
  const policy = await inspectorPolicy()
  return (result, name) => written(result, {name, script, policy})
}

/** What the page may load and run: its own style and script. Whoever serves it sends the same as a header. @internal */
export async function inspectorPolicy(): Promise<string> {
  return `default-src 'none'; style-src '${await hashOf(style)}'; script-src '${await hashOf(`(${interact.toString()})()`)}'; base-uri 'none'; form-action 'none'`
}

function written(result: Result, {name, script, policy}: {readonly name: string; readonly script: string; readonly policy: string}): string {
  const {trace} = result
  if (!trace) throw new TypeError('the inspector needs a result made with the option trace: true')
  const blocks = shownBlocks(result, trace)
  const threshold = trace.judgement?.threshold ?? null
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${name}: inspected by Boildown</title>
<style>${new Markup(style)}</style></head><body><a class="skip" href="#blocks">Skip to the blocks</a>
<header><h1><bdi>${name}</bdi></h1>${about(result, trace)}${tools}</header>
<main><section aria-labelledby="page-title"><h2 id="page-title">The page, block by block</h2><div class="scroll"><ol id="blocks">
${blocks.map(item)}</ol>${unshown(trace, blocks.length)}</div></section>
<section aria-labelledby="markdown-title"><h2 id="markdown-title">Its Markdown</h2><div class="scroll" tabindex="0"><pre id="markdown">${mapped(result.markdown, trace.map)}</pre></div></section></main>
<aside id="why" aria-live="polite" aria-label="Why"><p class="faint">Choose a block, or select any words, to see why they were kept or dropped.</p></aside>
<script type="application/json" id="data">${json({blocks, threshold})}</script>
<script>${new Markup(script)}</script></body></html>
`.text
}

async function hashOf(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return `sha256-${btoa(String.fromCharCode(...bytes))}`
}

/** JSON that is safe inside a script element; signs that turn the direction of text are shown as what they are. */
function json(data: InspectorData): Markup {
  return new Markup(JSON.stringify(data).replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd').replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029'))
}

function about({metadata, quality, problems, blocks}: Result, {judgement, sniffed}: Trace): Markup {
  const kept = blocks.filter(({alive}) => alive).length
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    ['title', metadata.title], ['authors', metadata.author], ['published', metadata.date], ['modified', metadata.modified], ['address', metadata.url],
    ['language', metadata.language], ['site', metadata.siteName], ['read as', sniffed],
    ['verdict', quality.verdict === null ? null : [quality.verdict, ...quality.reasons].join('; ')], ['model', judgement?.model],
  ]
  const rows = facts.filter((row): row is readonly [string, string] => typeof row[1] === 'string' && row[1] !== '')
  const source = (fact: string): string => {
    const known = metadata.sources?.[fact === 'published' ? 'date' : fact]
    return known === undefined ? '' : ` (${known.source}: ${known.rule})`
  }
  return html`<p class="faint">${blocks.length} blocks, ${kept} kept${quality.type === null ? '' : ` · ${quality.type}`}${quality.score === null ? '' : ` · expected F1 ${quality.score.toFixed(2)}`}${quality.verdict === null ? '' : ` · ${quality.verdict}`}</p>
<details><summary>Facts and problems${problems.length === 0 ? '' : ` (${problems.length})`}</summary><dl>${rows.map(([name, value]) => html`<dt>${name}</dt><dd><bdi>${value}</bdi>${source(name)}</dd>`)}${problems.map(({code, message}) => html`<dt>problem</dt><dd>${code}: ${message}</dd>`)}</dl></details>`
}

/** Without scripts there is nothing to press. */
const tools = html`<div id="tools" hidden><label>Search <input type="search" id="search" autocomplete="off" placeholder="words, a rule, a role"></label>
<fieldset><legend class="out">Show</legend>${['all', 'kept', 'changed', 'dropped'].map((state, i) => html`<label><input type="radio" name="state" value="${state}"${new Markup(i === 0 ? ' checked' : '')}> ${state}</label>`)}</fieldset>
<span id="count" role="status"></span><button type="button" id="labels">Labels as JSON</button>
<details><summary>Keys</summary><p>j and k, or the arrows: next and previous block · d and D: next and previous dropped block · /: search, Enter goes to the first hit, Escape back</p></details></div>`

/** A browser that runs nothing still shows the reason, as a hint. */
function item(shown: Shown): Markup {
  const {index, state, kind, depth, reason, probability, more} = shown
  const shape = kind.startsWith('heading') ? 'heading' : kind === 'code' ? 'code' : ''
  const hint = `${reason}${probability === null ? '' : ` · probability ${probability.toFixed(2)}`}${shown.causes.map(({name, odds}) => ` · ${name} ${odds < 0 ? '' : '+'}${odds.toFixed(1)}`).join('')}`
  return html`<li class="${[state, shape, depth > 0 ? `d${depth}` : ''].filter(name => name !== '').join(' ')}" data-block="${String(index)}" title="${hint}"><span class="out">${state}: </span>${cut(shown)}${more > 0 ? html` <small>… ${more} more characters</small>` : html``}</li>
`
}

function cut({text, cuts}: Shown): readonly Markup[] {
  const out: Markup[] = []
  let at = 0
  for (const {from, to} of cuts) {
    if (from < at) continue
    out.push(html`${text.slice(at, from)}<del>${text.slice(from, to)}</del>`)
    at = to
  }
  return [...out, html`${text.slice(at)}`]
}

function unshown({page}: Trace, shown: number): Markup {
  const left = page.blocks.length - shown
  return left === 0 ? html`` : html`<p>${left} more blocks are not shown.</p>`
}

/** The Markdown, each piece knowing its block. Pieces inside others are left to these. */
function mapped(markdown: string, map: readonly MapSpan[]): readonly Markup[] {
  const out: Markup[] = []
  let at = 0
  for (const {from, to, block} of [...map].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (from < at || from === to) continue
    out.push(html`${markdown.slice(at, from)}<span data-block="${String(block)}">${markdown.slice(from, to)}</span>`)
    at = to
  }
  return [...out, html`${markdown.slice(at)}`]
}
