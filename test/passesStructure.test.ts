/** The passes that find captions, title and copies, tidy up and rescue; and all of them on the flattened article. */
import {describe, expect, it} from 'vitest'
import {captions} from '../src/passes/captions.ts'
import {frontCredit} from '../src/passes/creditSpan.ts'
import {endsWithDate, isByline} from '../src/passes/date.ts'
import {debris} from '../src/passes/debris.ts'
import {duplicates} from '../src/passes/duplicates.ts'
import {emptied} from '../src/passes/emptied.ts'
import {hidden} from '../src/passes/hidden.ts'
import {landmarks} from '../src/passes/landmarks.ts'
import {placeholders} from '../src/passes/placeholders.ts'
import {rescue} from '../src/passes/rescue.ts'
import {titleBlock} from '../src/passes/titleBlock.ts'
import type {Ledger} from '../src/page/ledger.ts'
import type {Pass} from '../src/page/pass.ts'
import {el, left, page, prose, run, textPage} from './passPages.ts'

const caption = 'Afghan children play on the wreckage of an old Soviet armored vehicle in Kabul.'
const kinds = (ledger: Ledger): string[] => ledger.page.blocks.flatMap((_, i) => ledger.alive(i) ? [ledger.kind(i) + (ledger.level(i) || '')] : [])
/** A pass that drops what it is told to, as main content would. */
const dropper = (from: number, to: number, name = 'mainContent'): Pass => ({
  name, about: '', run: (_, ledger) => ledger.drop(from, to, {rule: 'test', strength: name === 'mainContent' ? 'weak' : 'likely', role: 'navigation'}),
})

describe('captions', () => {
  it('knows a sentence that stands twice between two paragraphs', () => {
    const ledger = run(textPage([prose(60), caption, caption, prose(70)]), captions, duplicates)
    expect(left(ledger)).toEqual([prose(60), caption, prose(70)])
    expect(kinds(ledger)).toEqual(['paragraph', 'caption', 'paragraph'])
  })

  it('takes no refrain, list, code or end of a chapter for a caption', () => {
    for (const nodes of [
      ['O rose, thou art sick', 'The invisible worm that flies', 'The invisible worm that flies', 'In the howling storm'],
      [prose(60), el('ul', el('li', caption), el('li', caption)), prose(60)],
      [prose(60), el('pre', caption), el('pre', caption), prose(60)],
      [prose(60), caption, caption, el('h2', 'Next')],
    ]) expect(kinds(run(textPage(nodes), captions))).not.toContain('caption')
  })

  it('keeps of a caption and its copy with a credit the longer one', () => {
    for (const [a, b] of [[caption, `${caption} Jane Doe / Alamy`], [`${caption} Jane Doe / Alamy`, caption]]) {
      const ledger = run(page([el('figure', el('figcaption', a), el('p', b))]), captions)
      expect(left(ledger)).toEqual([`${caption} Jane Doe / Alamy`])
      expect(kinds(ledger)).toEqual(['caption'])
    }
  })

  it('keeps the caption, not the paragraph that says it before', () => {
    expect(kinds(run(page([el('p', caption), el('figcaption', caption)]), captions, duplicates))).toEqual(['caption'])
  })

  it('knows a paragraph that says the alt text of the image beside it', () => {
    expect(kinds(run(page([el('img', {src: '/a', alt: caption}), caption, prose(50)]), captions))).toEqual(['image', 'caption', 'paragraph'])
  })

  it('moves an agency from the front behind the caption', () => {
    const ledger = run(textPage(['Reuters A fighter pulls the lanyard north of the capital November 24, 1996.', prose(60)]), captions)
    expect(ledger.text(0)).toBe('A fighter pulls the lanyard north of the capital November 24, 1996.')
    expect(ledger.credits(0)).toEqual({from: 0, to: 7})
    expect(kinds(ledger)).toEqual(['caption', 'paragraph'])
  })

  it('moves what the markup calls a credit, from either end, and leaves one in parentheses', () => {
    const figure = (...children: Parameters<typeof el>[1][]) => run(page([el('figcaption', ...children)]), captions)
    expect(figure(el('span', {class: 'credit'}, 'Reuters'), ' A gun crew north of Kabul.').text(0)).toBe('A gun crew north of Kabul.')
    expect(figure('Die „Marie“ legt ab. ', el('span', {class: 'image-credit'}, 'dpa')).text(0)).toBe('Die „Marie“ legt ab.')
    expect(figure('A boat. ', el('span', {class: 'credit'}, '(dpa)')).credits(0)).toBeUndefined()
    expect(figure(el('span', {class: 'credit'}, 'The whole caption is in here')).credits(0)).toBeUndefined()
  })

  it('is narrow about agencies', () => {
    expect(frontCredit('Reuters A fighter', 'elsewhere')).toEqual({from: 0, to: 7})
    expect(frontCredit('AFP Protesters gather', 'elsewhere')).toEqual({from: 0, to: 3})
    expect(frontCredit('AP Photo A boat', 'elsewhere')).toEqual({from: 0, to: 8})
    for (const text of ['Reuters reported on May 3', 'Reuters Institute A', 'AP Photo editor', 'Reuters Chief Executive', 'Getty Museum', 'Apa Doe', 'Reuters']) expect(frontCredit(text, 'caption'), text).toBeUndefined()
    expect(frontCredit('Reuters Taliban fighters', 'elsewhere')).toBeUndefined()
    expect(frontCredit('Reuters Taliban fighters', 'caption')).toEqual({from: 0, to: 7})
    const body = 'Reuters A new report says that the river rises faster than anybody expected.'
    expect(run(textPage([prose(60), body, prose(60)]), captions).credits(1)).toBeUndefined()
  })

  it('reads dates at the end and bylines', () => {
    for (const text of ['in Kabul, June 14, 2015.', 'am 3. Mai 2019', 'on 12/03/2020', '2024年3月1日', 'le 12 août 1999)']) expect(endsWithDate(text), text).toBe(true)
    for (const text of ['since 1996.', 'page 2015', 'June 14', 'Windows 2000']) expect(endsWithDate(text), text).toBe(false)
    for (const text of ['By Jane Doe', 'Von Max Muster', 'March 3, 2021', '5 min read']) expect(isByline(text, 4), text).toBe(true)
    expect(isByline('Bypass surgery', 2)).toBe(false)
  })
})

describe('titleBlock', () => {
  it('finds title and dek before the first long paragraph of a text', () => {
    const ledger = run(textPage(['A Home Archive That Survives You', 'Three Copies, Two Media, One Letter', prose(60), prose(40)]), titleBlock)
    expect(kinds(ledger)).toEqual(['heading1', 'dek', 'paragraph', 'paragraph'])
    expect(ledger.decisions.map(it => it.role)).toEqual(['title', 'dek'])
  })

  it('takes bylines, sections and menus for no dek, and sentences for no title', () => {
    expect(kinds(run(textPage(['A Home Archive', 'By Jane Doe', prose(60)]), titleBlock))).toEqual(['heading1', 'paragraph', 'paragraph'])
    expect(kinds(run(textPage(['A Home Archive', 'By Jane Doe', 'Three Copies, Two Media', prose(60)]), titleBlock))).toEqual(['heading1', 'paragraph', 'dek', 'paragraph'])
    expect(kinds(run(textPage(['Home', 'News and views', 'Sports and games', prose(60)]), titleBlock))).toEqual(['heading1', 'paragraph', 'paragraph', 'paragraph'])
    for (const first of ['This is a sentence.', 'The list:', 'Dear Sir,']) expect(kinds(run(textPage([first, prose(60)]), titleBlock))).toEqual(['paragraph', 'paragraph'])
    expect(kinds(run(textPage([prose(60), 'A section', prose(60)]), titleBlock))).toEqual(['paragraph', 'paragraph', 'paragraph'])
  })

  it('prefers the heading that says what the head says, also when main content has dropped it', () => {
    const ledger = run(page([el('h1', 'The Paper'), el('h2', 'Ferry goes electric'), ...[60, 50].map(n => prose(n))], {title: 'Ferry goes electric | The Paper'}), dropper(0, 2), titleBlock)
    expect(kinds(ledger)).toEqual(['heading1', 'paragraph', 'paragraph'])
    expect(ledger.reason(1)).toMatchObject({verdict: 'keep', rule: 'says-the-title', role: 'title'})
  })

  it('else takes the first living level 1 heading, but not one below most of the text', () => {
    expect(run(page([el('h1', 'Ferry'), prose(60)]), titleBlock).decisions).toMatchObject([{block: 0, rule: 'first-level-1', role: 'title'}])
    expect(run(page([prose(60), el('h1', 'Comments'), prose(20)]), titleBlock).decisions).toEqual([])
  })

  it('knows a dek by its name', () => {
    for (const name of ['dek', 'article__standfirst', 'sub-headline']) {
      expect(kinds(run(page([el('h1', 'Ferry'), el('h2', {class: name}, 'After 61 years.'), prose(60)]), titleBlock))).toEqual(['heading1', 'dek', 'paragraph'])
    }
    expect(kinds(run(page([el('h1', 'Ferry'), el('h2', {class: 'deckchair'}, 'First part'), prose(60)]), titleBlock))).toEqual(['heading1', 'heading2', 'paragraph'])
  })

  it('lifts a lead figure under title and dek, and keeps it though the content begins below', () => {
    const lead = el('figure', el('img', {src: '/a', alt: 'A ferry'}), el('figcaption', 'The ferry leaves.'))
    const ledger = run(page([lead, el('h1', 'Ferry goes electric'), el('p', {class: 'dek'}, 'After 61 years.'), prose(60)], {title: 'Ferry goes electric'}), dropper(0, 3), titleBlock)
    expect(left(ledger)).toEqual(['[A ferry]', 'The ferry leaves.', 'Ferry goes electric', 'After 61 years.', prose(60)])
    expect(ledger.decisions.at(-1)).toMatchObject({verdict: 'lift', from: 0, to: 2, before: 4})
  })

  it('lifts nothing that is no lead', () => {
    expect(run(page([prose(20), el('h1', 'Ferry'), prose(60)]), titleBlock).decisions.some(it => it.verdict === 'lift')).toBe(false)
  })
})

describe('duplicates', () => {
  const drop = (...nodes: Parameters<typeof page>[0]): string[] => left(run(page(nodes), duplicates))

  it('drops the later of two adjacent copies, and the third', () => {
    expect(drop(caption, caption, caption, prose(30))).toEqual([caption, prose(30)])
    expect(drop(prose(30), 'Kindergartenplatz', 'Kindergartenplatz')).toEqual([prose(30), 'Kindergartenplatz'])
  })

  it('keeps the heading of a heading and its copy', () => {
    expect(kinds(run(page([el('p', 'The long way home'), el('h1', 'The long way home'), prose(30)]), duplicates))).toEqual(['heading1', 'paragraph'])
  })

  it('sees copies through what was dropped between them', () => {
    expect(left(run(page([caption, 'Read more', caption, prose(30)]), dropper(1, 2), duplicates))).toEqual([caption, prose(30)])
  })

  it('drops the second of two images of one address', () => {
    expect(drop(el('img', {src: '/a', alt: 'one'}), el('img', {src: '/a', alt: 'one'}), el('img', {src: '/b', alt: 'two'}))).toEqual(['[one]', '[two]'])
    expect(drop(el('img', {alt: 'one'}), el('img', {alt: 'one'}))).toHaveLength(2)
  })

  it('leaves short texts, copies farther apart, code, tables and verse', () => {
    expect(drop('Yes, yes', 'Yes, yes')).toHaveLength(2)
    expect(drop(caption, prose(20), caption)).toHaveLength(3)
    expect(drop(el('pre', 'npm install one two three'), el('pre', 'npm install one two three'))).toHaveLength(2)
    expect(drop(el('table', el('tr', el('td', caption), el('td', caption))))).toHaveLength(2)
    expect(drop('Row, row, row your boat', 'Gently down the stream', 'Merrily merrily merrily merrily', 'Merrily merrily merrily merrily', 'Life is but a dream')).toHaveLength(5)
  })
})

describe('emptied', () => {
  it('drops a heading whose text was dropped, up through the levels', () => {
    const nodes = [el('h2', 'Text'), prose(30), el('h2', 'Links'), el('h3', 'Other places'), 'gone', el('h2', 'End'), prose(20)]
    expect(left(run(page(nodes), dropper(4, 5, 'landmarks'), emptied))).toEqual(['Text', prose(30), 'End', prose(20)])
  })

  it('keeps a heading that never had a text, a linked one, the title, one with a living part', () => {
    expect(left(run(page([el('h2', 'Part one'), el('h2', 'Chapter'), prose(30), 'gone']), dropper(3, 4, 'landmarks'), emptied))).toEqual(['Part one', 'Chapter', prose(30)])
    expect(left(run(page([el('h2', el('a', {href: '/'}, 'A story')), 'gone']), dropper(1, 2, 'landmarks'), emptied))).toEqual(['A story'])
    expect(left(run(page([el('h1', 'Title'), 'gone']), dropper(1, 2, 'landmarks'), emptied))).toEqual(['Title'])
    expect(left(run(page([el('h2', 'Part'), 'gone', el('h3', 'Detail'), prose(30)]), dropper(1, 2, 'landmarks'), emptied))).toHaveLength(3)
  })

  it('keeps a heading below which only main content has dropped', () => {
    expect(left(run(page([el('h2', 'Links'), 'gone', el('h2', 'End'), prose(20)]), dropper(1, 2), emptied))).toEqual(['Links', 'End', prose(20)])
  })

  it('drops a label whose value is gone, and separators between what is gone', () => {
    expect(left(run(page([el('div', el('p', 'Published:'), el('p', 'gone')), prose(30)]), dropper(1, 2, 'landmarks'), emptied))).toEqual([prose(30)])
    expect(left(run(page([el('div', el('p', 'You need a scale and two weeks of patience:'), el('p', 'gone')), prose(30)]), dropper(1, 2, 'landmarks'), emptied))).toHaveLength(2)
    expect(left(run(page(['gone', '|', prose(30)]), dropper(0, 1, 'landmarks'), emptied))).toEqual([prose(30)])
    expect(left(run(page([prose(30), '—', prose(20)]), emptied))).toHaveLength(3)
  })

  it('drops a block of which cuts left nothing', () => {
    const cutter: Pass = {name: 'cutter', about: '', run: (_, ledger) => ledger.cut(0, {from: 0, to: 4}, {rule: 'test', strength: 'likely'})}
    expect(left(run(page(['gone', prose(30)]), cutter, emptied))).toEqual([prose(30)])
  })
})

describe('rescue', () => {
  const article = [prose(80), prose(90, 'fox'), prose(70, 'hare')]

  it('brings back the longest prose if nothing is left, and says so', () => {
    const ledger = run(page(['Menu', ...article, 'Imprint']), dropper(0, 5), rescue)
    expect(left(ledger)).toEqual(article)
    expect(ledger.reason(1)).toMatchObject({pass: 'rescue', rule: 'longest-prose', verdict: 'keep', role: 'content'})
  })

  it('brings back what landmarks dropped, not what debris or the user did', () => {
    expect(left(run(page(article), dropper(0, 3, 'landmarks'), rescue))).toEqual(article)
    expect(left(run(page(article), dropper(0, 3, 'debris'), rescue))).toEqual([])
    expect(left(run(page(article), dropper(0, 3, 'selectors'), rescue))).toEqual([])
  })

  it('leaves consent texts, shells and empty pages empty', () => {
    const consent: Pass = {name: 'landmarks', about: '', run: (_, ledger) => ledger.drop(0, 3, {rule: 'consent', strength: 'likely', role: 'consent'})}
    expect(left(run(page(article), consent, rescue))).toEqual([])
    expect(left(run(page(['Loading...', 'You need to enable JavaScript to run this app.']), debris, rescue))).toEqual([])
    expect(left(run(page([]), rescue))).toEqual([])
  })

  it('does nothing where enough is left', () => {
    expect(run(page([...article, 'Imprint']), dropper(1, 4), rescue).decisions).toHaveLength(1)
  })
})

describe('the flattened article', () => {
  const lead = 'Reuters A fighter pulls the lanyard to fire an artillery piece about 20 km north of the capital November 24, 1996.'
  const tail = ['Loading, please wait...', 'Browse Related Articles on {{}}', '{{ | number}} Articles Found', el('ul', el('li', '{{bucket.key_as_string}}'))]
  const nodes = [lead, 'Russia and the Taliban Make Amends', 'Moscow\'s New Ally in Afghanistan', prose(90), prose(80, 'fox'), caption, caption, prose(90, 'hare'), ...tail]
  const all = [hidden, landmarks, placeholders, debris, captions, titleBlock, duplicates, emptied, rescue]

  it('comes out as title, dek, lifted caption with its credit, text, one caption, text', () => {
    const ledger = run(textPage(nodes), ...all)
    expect(left(ledger)).toEqual([lead.slice(8), 'Russia and the Taliban Make Amends', 'Moscow\'s New Ally in Afghanistan', prose(90), prose(80, 'fox'), caption, prose(90, 'hare')])
    expect(kinds(ledger)).toEqual(['caption', 'heading1', 'dek', 'paragraph', 'paragraph', 'caption', 'paragraph'])
    expect(ledger.credits(0)).toEqual({from: 0, to: 7})
    expect(ledger.decisions.filter(it => it.verdict === 'lift')).toMatchObject([{from: 0, to: 1, before: 3}])
  })

  it('loses nothing more when it is cleaned again', () => {
    const once = left(run(textPage(nodes), ...all))
    const again = run(textPage([once[1], once[2], once[0], ...once.slice(3)]), ...all)
    expect(left(again)).toEqual([once[1], once[2], once[0], ...once.slice(3)])
    expect(again.decisions.filter(it => ['drop', 'cut', 'credit', 'lift'].includes(it.verdict))).toEqual([])
  })
})
