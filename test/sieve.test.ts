/** The sieve lets every match through: it may only spare the asking. */
import {describe, expect, it} from 'vitest'
import {requiredPieces} from '../src/rules/required.ts'
import {Sieve} from '../src/rules/sieve.ts'
import {verdicts} from '../src/rules/verdicts.ts'

describe('pieces that an expression needs', () => {
  it.each<[RegExp, readonly string[] | undefined]>([
    [/^abcd$/u, ['abcd']],
    [/abc(?:def|ghi)/u, ['abc']],
    [/(?:read|write)s?/u, ['read', 'writ']],
    [/x?wxyz+/u, ['wxyz']],
    [/(?:abc)?/u, undefined],
    [/abc|/u, undefined],
    [/(?!nothing)wxyz/u, ['wxyz']],
    [/[abc]\d{2}\p{L}/u, undefined],
    [/a{0,3}qqqq/u, ['qqqq']],
    [/(?:wxyz){2}/u, ['wxyz']],
    [/(?:wxyz){0,2}/u, undefined],
    [/\bwx\.z\b/u, ['wx.z']],
    [/([ab])\1\u0041wxyz/u, ['wxyz']],
    [/(?<name>QUIZ)/u, ['quiz']],
  ])('%s', (expression, pieces) => {
    expect(requiredPieces(expression)).toEqual(pieces)
  })
})

describe('the sieve', () => {
  it('asks the expressions that could match, and no others', () => {
    const sieve = new Sieve(() => [/captcha/u, /(?:log|sign) in/u, /^.$/u, /验证/u])
    expect(sieve.of('solve the CAPTCHA')).toBe(0b101)
    expect(sieve.of('please log in')).toBe(0b110)
    expect(sieve.of('nothing — here…')).toBe(0b100)
    expect(sieve.of('请验证')).toBe(0b1100)
    expect(sieve.of('')).toBe(0b100)
  })
  it('lets every match of the verdicts through', () => {
    for (const where of ['text', 'title']) {
      const rows = verdicts.filter(row => row.where === where)
      const sieve = new Sieve(() => rows.map(({find}) => find))
      const texts = verdicts.flatMap(({hits, leaves}) => [...hits, ...leaves, ...hits.map(hit => `so: ${hit} indeed`)])
      for (const text of texts) for (const [i, {find, name}] of rows.entries()) if (find.test(text)) expect((sieve.of(text) >>> i) & 1, `${name}: ${text}`).toBe(1)
    }
  })
  it('spares most of the asking', () => {
    const rows = verdicts.filter(row => row.where === 'text')
    const sieve = new Sieve(() => rows.map(({find}) => find))
    const asked = ['a walk along the river', 'published on monday, in the north', 'three recipes with apples', 'home', 'about us'].map(text => sieve.of(text))
    const count = asked.reduce((sum, bits) => sum + rows.filter((_, i) => ((bits >>> i) & 1) === 1).length, 0)
    expect(count).toBeLessThan(5)
  })
})
