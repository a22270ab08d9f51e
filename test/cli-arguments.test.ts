import {describe, expect, it} from 'vitest'
import {readArguments} from '../src/cli/arguments.ts'
import {Failure} from '../src/exit.ts'
import {jobTable} from '../src/batch/options.ts'
import {commandTable, commands} from '../src/cli/commands.ts'
import {commandRows, flags, kebab, libraryOnly} from '../src/cli/flags.ts'
import {commandHelp, examples, helpText} from '../src/cli/help.ts'
import {nearest} from '../src/cli/nearest.ts'
import {settle, table} from '../src/options.ts'
import type {Options, Row} from '../src/options.ts'

function refusal(...argv: string[]): string {
  try {
    readArguments(argv)
  } catch (error) {
    if (error instanceof Failure && error.code === 2) return error.message
    throw error
  }
  return 'accepted'
}

/** `markdown.bullet` for every option that is not a group. */
function leaves(rows: Readonly<Record<string, Row>>, before: readonly string[] = []): string[][] {
  return Object.entries(rows).flatMap(([name, row]) => row.type === 'group' ? leaves(row.rows, [...before, name]) : [[...before, name]])
}

describe('one list of options', () => {
  const paths = leaves(table).filter(([name]) => !(name in libraryOnly))

  it('gives every option of the library a flag of the same name, or says why not', () => {
    const own = [...Object.keys(commandRows), ...Object.keys(jobTable), ...Object.keys(commandTable)].map(kebab).filter(name => !Object.hasOwn(table, name) || Object.hasOwn(libraryOnly, name))
    expect([...new Set(flags.map(({name}) => name))].toSorted()).toEqual([...paths.map(path => path.map(kebab).join('-')), ...own].toSorted())
    expect(flags.length).toBe(new Set(flags.map(({name}) => name)).size)
    const shorts = flags.flatMap(({short}) => short ?? [])
    expect(shorts.length).toBe(new Set(shorts).size)
    for (const name of Object.keys(libraryOnly)) expect(Object.keys(table)).toContain(name)
  })

  it('prints every flag in --help, with its values and its meaning', () => {
    const help = helpText()
    for (const {name, row} of flags) {
      expect(help).toMatch(new RegExp(`^ {2}.{4}--(?:no-)?${name}\\b`, 'mu'))
      expect(help).toContain(row.about)
      if (row.type === 'choice') expect(help).toContain(row.choices.join('|'))
    }
    const printed = [...help.matchAll(/^ {2}.{4}--(?:no-)?([a-z-]+)/gmu)].map(match => match[1])
    expect(printed.toSorted()).toEqual(flags.map(({name}) => name).toSorted())
  })

  it('passes every flag on as the option the library takes', () => {
    for (const {name, row, option} of flags) {
      if (!option) continue
      const value = row.type === 'choice' ? row.choices[0] : row.type === 'count' ? '7' : row.type === 'share' ? '0.5' : 'value'
      const {options} = readArguments(row.type === 'boolean' ? [`--${name}`] : [`--${name}=${value}`])
      expect(at(options, option)).toEqual({boolean: true, count: 7, share: 0.5, strings: ['value']}[row.type as string] ?? value)
      expect(() => settle(options)).not.toThrow()
    }
  })

  function at(options: Options, path: readonly string[]): unknown {
    return path.reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], options)
  }

  it('understands the command lines of --help', () => {
    for (const {line} of [...examples, ...Object.values(commands).flatMap(command => [...command.examples])]) {
      const words = [...line.slice(line.lastIndexOf('boildown') + 8).split('>')[0].matchAll(/'([^']*)'|(\S+)/gu)].map(([, quoted, bare]) => quoted ?? bare)
      expect(() => readArguments(words)).not.toThrow()
    }
  })
})

describe('arguments', () => {
  it('reads flags, inputs and commands in any order', () => {
    expect(readArguments(['explain', 'a.html', '-f', 'html', '--select=a', '--select', 'b', '--no-normalise'])).toMatchObject({
      command: 'explain', inputs: ['a.html'], from: 'html', options: {from: 'html', select: ['a', 'b'], normalise: false},
    })
    expect(readArguments(['-fndjson', '-tjson', '-o', 'x', '-q'])).toMatchObject({from: 'ndjson', options: {}, to: 'json', output: 'x', quiet: true})
    expect(readArguments(['--markdown-bullet', '-', '--', 'explain', '-x'])).toMatchObject({
      command: 'clean', inputs: ['explain', '-x'], options: {markdown: {bullet: '-'}},
    })
  })

  it('leaves out of the options what was not said', () => {
    expect(readArguments(['a.html']).options).toEqual({})
  })

  it('names what is allowed and what is nearest', () => {
    expect(refusal('--markdown-bulet', '-')).toContain('did you mean --markdown-bullet?')
    expect(refusal('--no-normalize')).toContain('did you mean --no-normalise?')
    expect(refusal('--zzzzzzzzzzzz')).toContain('--markdown-bullet')
    expect(refusal('--from', 'htm')).toMatch(/did you mean html\?.*allowed: html, markdown, text, ndjson/u)
    expect(refusal('--markdown-bullet=x')).toMatch(/"x" is not allowed; allowed: -, \*, \+/u)
    expect(refusal('--min-quality', '1.5')).toContain('a number from 0 to 1')
    expect(refusal('--limits-bytes', '1.5')).toContain('a whole number above 0')
    expect(refusal('--limits-bytes', '0')).toContain('a whole number above 0')
    expect(refusal('--url')).toContain('needs a value')
    expect(refusal('--url', '--quiet')).toContain('looks like a flag')
    expect(refusal('--force=yes')).toContain('takes no value')
    expect(refusal('--trace')).toContain('unknown flag')
    expect(refusal('--\u001b[31m')).not.toContain('\u001b')
  })

  it('takes ./serve for a file', () => {
    expect(readArguments(['./serve']).inputs).toEqual(['./serve'])
    expect(readArguments(['a.html', 'serve']).inputs).toEqual(['a.html', 'serve'])
    expect(refusal('explain', 'a', '-t', 'json')).toContain('--to')
  })

  it('gives commands their own flags and their own help', () => {
    expect(readArguments(['worker', '--refs', '--root=/data', '--deadline', '5'])).toMatchObject({command: 'worker', own: {refs: true, root: '/data'}, job: {deadline: 5}})
    expect(refusal('a.html', '--refs')).toContain('--refs belongs to boildown worker')
    for (const name of Object.keys(commands) as (keyof typeof commands)[]) {
      const help = commandHelp(name)
      expect(help).toContain(commands[name].usage)
      for (const [flag, {of, about}] of Object.entries(commandTable)) expect(help.includes(about), flag).toBe((of as readonly string[]).includes(name))
    }
  })

  it('suggests only what is near', () => {
    expect(nearest('--qiuet', ['--quiet', '--help'])).toBe('--quiet')
    expect(nearest('x', ['-', '*'])).toBeUndefined()
    expect(nearest('completely', ['quiet', 'help'])).toBeUndefined()
  })
})
