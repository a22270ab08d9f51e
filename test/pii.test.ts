/** Masking of personal identifiers, measured on generated texts (test/piiTexts.ts) and on single cases. */
import {describe, expect, it} from 'vitest'
import {isLuhn} from '../src/batch/filters/pii/card.ts'
import {hasRightCheck} from '../src/batch/filters/pii/iban.ts'
import {PiiMasker, identifiers, maskResult} from '../src/batch/filters/pii/mask.ts'
import {piiKinds, type PiiKind} from '../src/batch/filters/pii/span.ts'
import {clean} from '../src/index.ts'
import {Maker} from './piiTexts.ts'

function masked(text: string): string {
  return new PiiMasker().mask(text)
}

describe('personal identifiers', () => {
  it.each(piiKinds)('%s: at least 98 of 100 are masked, whole and as what they are', kind => {
    const maker = new Maker(7)
    const missed: string[] = []
    for (let i = 0; i < 1500; i++) {
      const what = maker[kind]()
      const text = maker.around(what)
      const found = identifiers(text).filter(span => span.kind === kind)
      if (found.length !== 1 || (/\d/u.test(masked(what).replace(/\[\w+\]/gu, '')) && kind !== 'ip')) missed.push(text)
    }
    expect(missed.length / 1500, missed.slice(0, 20).join('\n')).toBeLessThanOrEqual(0.02)
  })

  it('at most 1 mask in 1,000 clean paragraphs', () => {
    const maker = new Maker(11)
    const wrong: string[] = []
    for (let i = 0; i < 10_000; i++) {
      const text = maker.clean()
      if (identifiers(text).length > 0) wrong.push(`${masked(text)}  <=  ${text}`)
    }
    expect(wrong.length, wrong.slice(0, 20).join('\n')).toBeLessThanOrEqual(10)
  })

  const cases: readonly (readonly [text: string, expected: string])[] = [
    ['Mail a.b@example.org, or call +49 30 123456.', 'Mail [email], or call [phone].'],
    ['[Write](mailto:john\\_doe@example.org) now', '[Write](mailto:[email]) now'],
    ['IBAN DE89 3704 0044 0532 0130 00 BIC COBADEFFXXX', 'IBAN [iban] BIC COBADEFFXXX'],
    ['IBAN DE89 3704 0044 0532 0130 01 BIC COBADEFFXXX', 'IBAN DE89 3704 0044 0532 0130 01 BIC COBADEFFXXX'],
    ['Card 4111 1111 1111 1111 exp 01/27', 'Card [card] exp 01/27'],
    ['Card 4111 1111 1111 1112 exp 01/27', 'Card 4111 1111 1111 1112 exp 01/27'],
    ['Server 203.0.113.7:8080 and [2001:db8::7]', 'Server [ip]:8080 and [[ip]]'],
    ['localhost is 127.0.0.1 or ::1, the mask 255.255.255.0', 'localhost is 127.0.0.1 or ::1, the mask 255.255.255.0'],
    ['DNS 8.8.8.8 and build 8.8.8.8', 'DNS [ip] and build 8.8.8.8'],
    ['[Call](tel:+1-415-555-2671) (415) 555-2671', '[Call](tel:[phone]) [phone]'],
    ['See https://example.org/415-555-2671/4111111111111111 and [x](https://e.org/415-555-2671)', 'See https://example.org/415-555-2671/4111111111111111 and [x](https://e.org/415-555-2671)'],
    ['nothing here', 'nothing here'],
  ]
  it.each(cases)('%s', (text, expected) => {
    expect(masked(text)).toBe(expected)
  })

  it('are counted by kind, in the text and in the facts', async () => {
    const text = 'The council met on Monday and asked for letters to dam@example.org before the end of the month, said the clerk. '
    const html = `<title>Dam</title><meta name="description" content="Ask dam@example.org"><meta name="author" content="Ann Lee"><article><h1>Dam</h1><p>${text.repeat(3)}</p><p>${text}</p></article>`
    const {result, counts} = maskResult(await clean(html))
    expect(result.markdown).not.toContain('@')
    expect(result.metadata.description).toBe('Ask [email]')
    expect(result.metadata.author).toBe('Ann Lee')
    expect(counts).toEqual({email: 5, ip: 0, phone: 0, iban: 0, card: 0})
  })

  it('are looked for in hostile texts without going on for ever', () => {
    const hostile = ['1 ', '1-', '+1', '(0', '0 1', 'a@a.', 'a.', '1.1.', 'a:', '::', 'DE00', 'tel ', 'http://', '](', '4111 ', 'x [at] ', '\u00a0']
    for (const piece of hostile) {
      expect(identifiers(piece.repeat(400_000 / piece.length)).length, piece).toBeLessThan(200_000)
    }
  })

  it('need right check digits', () => {
    expect(isLuhn('4111111111111111')).toBe(true)
    expect(isLuhn('4111111111111113')).toBe(false)
    expect(hasRightCheck('GB82WEST12345698765432')).toBe(true)
    expect(hasRightCheck('GB82WEST12345698765433')).toBe(false)
    const kinds: readonly PiiKind[] = piiKinds
    expect(kinds).toHaveLength(5)
  })
})
