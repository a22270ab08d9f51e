import {expect, test} from 'vitest'
import {ruleFor} from '../src/input/text/shape.ts'
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

/** What lines of any rule are made of, and lines that hit some rule, without one of their signs or their beginning. */
function* lines(): Generator<string> {
  const signs = [...new Set(lineRules.flatMap(({signs = '', starts = ''}) => [...signs, ...starts]))]
  for (const rule of lineRules) {
    for (const line of [...rule.hits, ...rule.misses]) {
      yield line
      for (const sign of signs) if (line.includes(sign)) yield line.replaceAll(sign, '')
      yield line.slice(1)
    }
  }
}

test('what is asked before a rule leaves out no line that it hits', () => {
  for (const line of lines()) {
    for (const {test: hit, signs, starts, name} of lineRules) {
      if (signs === undefined && starts === undefined) continue
      const isLeftOut = (signs !== undefined && ![...signs].some(sign => line.includes(sign))) || (starts !== undefined && (line === '' || !starts.includes(line[0])))
      if (isLeftOut && hit.test(line)) expect.fail(`${name}: ${line}`)
    }
  }
  expect(ruleFor('bullet', '• Milk')?.name).toBe('bullet-sign')
  expect(ruleFor('notHeading', '作者：')?.name).toBe('label')
  expect(ruleFor('notHeading', 'Ingredients')).toBeUndefined()
})

test('every rule gets through lines made to hurt it', () => {
  const signs = ['a', ' ', '(', '(a', 'a.', '.a', '# ', '"a" ', 'a:', '<a ', '[a', '- ', '= ', 'A ', 'a b', '1 ', '\t', '-', 'a, ', '{', 'a(', '((', ')', 'a()', '::', "a'"]
  for (const rule of lineRules) {
    for (const first of signs) {
      for (const second of signs) expect(typeof rule.test.test((first + second.repeat(200)).slice(0, 200))).toBe('boolean')
    }
  }
})
