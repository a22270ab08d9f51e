/** Every row of every table is run with its own examples; a row without both kinds fails. */
import {describe, expect, it} from 'vitest'
import {landmarks as landmarkRows} from '../src/rules/landmarks.ts'
import {labelPatterns, labels} from '../src/rules/labels.ts'
import {loading, loadingPatterns} from '../src/rules/loading.ts'
import {placeholders as placeholderRows} from '../src/rules/placeholders.ts'
import {leaks} from '../src/rules/leaks.ts'
import {scripting} from '../src/rules/scripting.ts'
import {agencies, followers, openings} from '../src/rules/agencies.ts'
import {debrisLine} from '../src/passes/debrisLine.ts'
import {landmarkOf} from '../src/passes/landmarkClass.ts'
import {noticeIn} from '../src/passes/notice.ts'
import {placeholders} from '../src/passes/placeholders.ts'
import {left, run, textPage} from './passPages.ts'

const named = <T extends {readonly name: string}>(rows: readonly T[]): [string, T][] => rows.map(row => [row.name, row])

describe('every row', () => {
  it('has a name of its own in its table, and examples of both kinds', () => {
    for (const rows of [landmarkRows, [...labels, ...labelPatterns, ...loading, ...loadingPatterns], scripting]) {
      expect(new Set(rows.map(row => row.name)).size).toBe(rows.length)
      for (const row of rows) expect(Math.min(row.drops.length, row.keeps.length), row.name).toBeGreaterThan(0)
    }
    expect(new Set(placeholderRows.map(row => row.name)).size).toBe(placeholderRows.length)
    for (const row of placeholderRows) expect(Math.min(row.cuts.length, row.leaves.length), row.name).toBeGreaterThan(0)
  })

  it('has patterns that are global exactly where they look for several matches', () => {
    for (const row of placeholderRows) expect(row.find.flags, row.name).toMatch(/^gi?u$/u)
    for (const row of [...labelPatterns, ...loadingPatterns, ...scripting]) expect(row.test.flags, row.name).toMatch(/^i?u$/u)
  })
})

describe('placeholder', () => {
  const after = (text: string): string => left(run(textPage(['An ordinary line about the harbour.', text]), placeholders)).slice(1).join('|')
  it.each(named(placeholderRows))('%s', (_, row) => {
    for (const [text, expected] of row.cuts) {
      expect(row.hints.some(hint => text.includes(hint)), `hint for ${text}`).toBe(true)
      expect(text.match(row.find), text).not.toBeNull()
      expect(after(text), text).toBe(expected)
    }
    for (const text of row.leaves) expect(after(text), text).toBe(text)
  })
})

describe('line', () => {
  it.each(named([...loading, ...labels]))('%s', (_, row) => {
    for (const text of row.drops) expect(debrisLine(text)?.name, text).toBe(row.name)
    for (const text of row.keeps) expect(debrisLine(text), text).toBeUndefined()
    for (const line of row.lines) expect(debrisLine(row.dotted === true ? `${line}...` : line)?.name, line).toBe(row.name)
  })
  it.each(named([...loadingPatterns, ...labelPatterns]))('%s', (_, row) => {
    for (const text of row.drops) {
      expect(text.toLowerCase(), text).toContain(row.hint)
      expect(row.test.test(text), text).toBe(true)
      expect(debrisLine(text)?.name, text).toBe(row.name)
    }
    for (const text of row.keeps) expect(debrisLine(text), text).toBeUndefined()
  })
})

describe('notice', () => {
  it.each(named(scripting))('%s', (_, row) => {
    for (const text of row.drops) expect(noticeIn(text)?.name, text).toBe(row.name)
    for (const text of row.keeps) expect(noticeIn(text), text).toBeUndefined()
  })
})

describe('spilled code', () => {
  it.each(named(leaks))('%s', (_, row) => {
    for (const text of row.drops) {
      expect(row.hints.some(hint => text.includes(hint)), `hint for ${text}`).toBe(true)
      expect(row.test.test(text), text).toBe(true)
    }
    for (const text of row.keeps) expect(row.test.test(text), text).toBe(false)
  })
})

describe('landmark', () => {
  it.each(named(landmarkRows))('%s', (_, row) => {
    for (const classes of row.drops) expect(landmarkOf(classes.split(' '))?.name, classes).toBe(row.name)
    for (const classes of row.keeps) expect(landmarkOf(classes.split(' ')), classes).toBeUndefined()
  })
})

describe('agencies', () => {
  it('are names that a capital letter begins or that are written small on purpose', () => {
    for (const name of agencies) expect(name).toMatch(/^[\p{Lu}\p{Ll}][\p{L}\p{N} /.-]+$/u)
  })
  it('are followed by an opening or by a name, never by both', () => {
    for (const word of openings) expect(followers.has(word), word).toBe(false)
  })
})
