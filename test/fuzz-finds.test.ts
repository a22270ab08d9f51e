/** What `npm run fuzz` once found, made small: test/fuzz/finds.json holds [settings or options, input, what was wrong]. */
import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {createCleaner, type Options, type Result} from '../src/index.ts'
import {settings} from './fuzz/options.js'
import {properties, type Reading} from './fuzz/properties.js'

const finds = JSON.parse(readFileSync(new URL('./fuzz/finds.json', import.meta.url), 'utf8')) as readonly (readonly [how: string | Options, input: string, wrong: string])[]
const asked = ['reads back as it was meant', 'is well formed', 'has a reason for every block that is gone', 'links where a link may lead'] as const

describe('what fuzzing found', () => {
  it.each(finds)('%j %j: %s', async (how, input) => {
    const options = typeof how === 'string' ? settings[how] : {...how, verify: true, trace: true}
    const result: Result = (await createCleaner(options)).clean(input)
    const reading = {input, name: how, result} as unknown as Reading
    expect(asked.map(property => properties[property](reading)).filter(found => found !== undefined)).toEqual([])
  })
})
