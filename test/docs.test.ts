/** The documents that are made from the code are as the code is, and what documents name is there. */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {reference} from '../docs/build/rules.js'
import {sections} from '../docs/build/sections.js'

const root = new URL('../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const pages = ['README.md', 'SECURITY.md', 'AGENTS.md', 'CHANGELOG.md', 'bench/README.md', 'train/README.md', ...readdirSync(new URL('docs/', root)).filter(name => name.endsWith('.md')).map(name => `docs/${name}`)]

describe('docs/rules.md', () => {
  it('is what the tables say: npm run docs', async () => {
    expect(read('docs/rules.md')).toBe(reference(await sections(name => import(`../src/rules/${name}.ts`))))
  })
})

describe('docs/api/', () => {
  it('has every export of the package: npm run docs', () => {
    const names = [...read('src/index.ts').matchAll(/^export (?:type )?\{([^}]*)\}/gmu)].flatMap(([, list]) => list.split(',').map(name => name.trim().replace(/^type /u, '')))
    const text = read('docs/api/index.md')
    expect(names.length).toBeGreaterThan(20)
    expect(names.filter(name => !new RegExp(`\\b${name}\\b`, 'u').test(text))).toEqual([])
  })
})

describe.each(pages)('%s', page => {
  it('links to files that are there', () => {
    const folder = new URL(page, root)
    const targets = [...read(page).matchAll(/\]\(((?!https?:|#|mailto:)[^)\s]+)\)/gu)].map(([, target]) => target.replace(/#.*$/u, ''))
    expect(targets.filter(target => !existsSync(new URL(target, folder)))).toEqual([])
  })
})

describe('SECURITY.md', () => {
  it('names tests and places that are there', () => {
    const named = [...read('SECURITY.md').matchAll(/`((?:src|test)\/[\w./-]+)`/gu)].map(([, path]) => path)
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter(path => !existsSync(new URL(path, root)))).toEqual([])
    const systems = [...read('SECURITY.md').matchAll(/`test:systems -- ([\w -]+)`/gu)].flatMap(([, names]) => names.split(' '))
    expect(systems.filter(name => !existsSync(new URL(`test/systems/${name}.js`, root)))).toEqual([])
  })
})
