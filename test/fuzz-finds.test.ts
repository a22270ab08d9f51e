/** What `npm run fuzz` once found, made small: test/fuzz/finds.json holds [settings, input, what was wrong]. */
import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {createCleaner, type Result} from '../src/index.ts'
import {properties, settings, type Reading} from './fuzz/properties.js'

const finds = JSON.parse(readFileSync(new URL('./fuzz/finds.json', import.meta.url), 'utf8')) as readonly (readonly [name: string, input: string, wrong: string])[]
const asked = ['reads back as it was meant', 'is well formed', 'has a reason for every block that is gone', 'links where a link may lead'] as const

describe('what fuzzing found', () => {
  it.each(finds)('%s %j: %s', async (name, input) => {
    const result: Result = (await createCleaner(settings[name])).clean(input)
    const reading = {input, name, result} as unknown as Reading
    expect(asked.map(property => properties[property](reading)).filter(found => found !== undefined)).toEqual([])
  })
})
