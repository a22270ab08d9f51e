import {expect, test} from 'vitest'
import {lineRules} from '../src/rules/lines.ts'

test('there are forty rules and more, each named once', () => {
  expect(lineRules.length).toBeGreaterThanOrEqual(40)
  expect(new Set(lineRules.map(rule => rule.name)).size).toBe(lineRules.length)
})

for (const rule of lineRules) {
  test(`${rule.is}: ${rule.name}`, () => {
    expect(rule.hits.length, 'a rule without a line it hits').toBeGreaterThan(0)
    expect(rule.misses.length, 'a rule without a line it must not hit').toBeGreaterThan(0)
    for (const line of rule.hits) expect(rule.test.test(line), `must hit: ${line}`).toBe(true)
    for (const line of rule.misses) expect(rule.test.test(line), `must not hit: ${line}`).toBe(false)
    expect(rule.test.flags).not.toMatch(/[gy]/u)
    expect(rule.test.flags).toContain('u')
  })
}

test('every rule gets through lines made to hurt it', () => {
  const signs = ['a', ' ', '(', '(a', 'a.', '.a', '# ', '"a" ', 'a:', '<a ', '[a', '- ', '= ', 'A ', 'a b', '1 ', '\t', '-', 'a, ', '{', 'a(', '((', ')', 'a()', '::', "a'"]
  for (const rule of lineRules) {
    for (const first of signs) {
      for (const second of signs) expect(typeof rule.test.test((first + second.repeat(200)).slice(0, 200))).toBe('boolean')
    }
  }
})
