/** Lines of a page's interface: every table with its own examples, and the company they need. */
import {describe, expect, it} from 'vitest'
import {scaffold} from '../src/passes/scaffold.ts'
import {consentText, interfaceLine} from '../src/passes/interfaceLine.ts'
import {interfaceTables} from '../src/rules/interface.ts'
import {consentPatterns, scaffoldPatterns} from '../src/rules/scaffold.ts'
import {left, run, textPage} from './passPages.ts'

const prose = 'The river had been rising for three days when the council met for the first time, and nobody spoke against the dam that evening.'

describe('tables of the interface', () => {
  it('has the languages it promises, each once, with examples', () => {
    const languages = interfaceTables.map(table => table.language)
    expect(new Set(languages).size).toBe(languages.length)
    for (const language of 'en de fr es pt it nl pl ru uk tr sv da no fi cs el ar he hi zh ja ko vi id'.split(' ')) expect(languages).toContain(language)
    for (const {language, drops, keeps} of interfaceTables) expect(Math.min(drops.length, keeps.length), language).toBeGreaterThan(0)
  })

  it.each(interfaceTables.map(table => [table.language, table] as const))('%s: its lines are known, what looks like them is not', (_, {lines, heads, drops, keeps}) => {
    for (const line of [...lines, ...drops]) expect(interfaceLine(line), line).toBeDefined()
    for (const line of heads) expect(interfaceLine(line), line).toBeDefined()
    for (const line of keeps) expect(interfaceLine(line)?.rule, line).toBeUndefined()
  })

  it.each(scaffoldPatterns.map(row => [row.name, row] as const))('pattern %s', (_, row) => {
    for (const text of row.drops) expect(interfaceLine(text), text).toBeDefined()
    for (const text of row.drops) expect(row.test.test(text), text).toBe(true)
    for (const text of row.keeps) expect(row.test.test(text), text).toBe(false)
  })

  it.each(consentPatterns.map(row => [row.name, row] as const))('consent %s', (_, row) => {
    for (const text of row.drops) expect(consentText(text)?.name, text).toBe(row.name)
    for (const text of row.keeps) expect(consentText(text), text).toBeUndefined()
  })
})

describe('scaffold', () => {
  const after = (texts: readonly string[]): string[] => left(run(textPage(texts), scaffold))

  it('drops labels in company', () => {
    expect(after([prose, 'Privacy Policy', 'Log in', prose])).toEqual([prose, prose])
  })

  it('keeps a label that stands alone inside the text', () => {
    expect(after([prose, 'Support', prose, 'Contact', prose])).toEqual([prose, 'Support', prose, 'Contact', prose])
  })

  it('drops labels run together, and a doubtful one beside a sure one', () => {
    expect(after([prose, 'Cookie PolicyTerms of UsePrivacy Policy', 'Join our Discord', 'Sign in'])).toEqual([prose])
  })

  it('believes no company of doubtful ones', () => {
    expect(after([prose, 'Research', 'Guides', prose])).toEqual([prose, 'Research', 'Guides', prose])
  })

  it('keeps what a sentence announces', () => {
    const lead = 'The form has these two buttons:'
    expect(after([prose, lead, 'Submit', prose])).toEqual([prose, lead, 'Submit', prose])
  })

  it('takes the list of a related head along, up to the end', () => {
    expect(after([prose, 'Related Articles', 'How the dam was built', 'Ten rivers of the north', 'Privacy Policy'])).toEqual([prose])
  })

  it('drops a consent paragraph alone', () => {
    expect(after([prose, 'We use cookies to ensure that we give you the best experience on our website.', prose])).toEqual([prose, prose])
  })
})
