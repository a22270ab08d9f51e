/** Spilled scripts go; where a page speaks of code, or marks it, they are what it speaks of. */
import {describe, expect, it} from 'vitest'
import {clean} from '../src/index.ts'
import {readText} from '../src/input/text.ts'
import {leakedCode} from '../src/passes/leakedCode.ts'
import {left, run} from './passPages.ts'

const prose = 'The old ferry had crossed the sound every morning for sixty years before anybody thought of counting the passengers who had never paid, and when the council did, nobody was charged.'
const labels = ['Privacy Policy', 'Log in', 'Share this:']
const script = 'jQuery(document).ready(function($){ $(".slider").slick({autoplay: true}); });'
const after = (texts: readonly string[]): string[] => left(run(readText(texts.join('\n\n')), leakedCode))

describe('spilled code', () => {
  it('goes from a page of a site, with the lines of its tail', () => {
    expect(after([...labels, prose, script, '});', prose])).toEqual([...labels, prose, prose])
  })
  it('stays where nothing around it is a site', () => {
    expect(after(['A ferry', script, 'It moves the pictures, as far as anybody knows, from the left to the right and back again before the evening.'])).toContain(script)
  })
  it('stays where the prose speaks of code, or leads it in', () => {
    expect(after([...labels, 'This function starts the slider when the document is ready for it.', script, 'The script needs the library on the page before it is called.'])).toContain(script)
    expect(after([...labels, prose, 'Put these lines at the end:', script, prose])).toContain(script)
  })
  it('stays in fences, and in HTML where it is marked as code', async () => {
    expect((await clean([...labels, prose, '```', script, '```', prose].join('\n\n'), {from: 'text'})).markdown).toContain('jQuery')
    expect((await clean(`<article><p>${prose}</p><pre><code>${script}</code></pre><p>${prose}!</p></article>`)).markdown).toContain('jQuery')
  })
})
