/** Copies in flattened text: runs printed twice, a text under its own label, the breadcrumb's end. */
import {describe, expect, it} from 'vitest'
import {duplicates} from '../src/passes/duplicates.ts'
import {readText} from '../src/input/text.ts'
import {left, run, textPage} from './passPages.ts'

const after = (texts: readonly string[]): string[] => left(run(textPage(texts), duplicates))
const review = 'I take this pillow with me on every trip and sleep better for it.'

describe('copies', () => {
  it('drops the second round of a carousel', () => {
    expect(after(['What customers say', review, 'Ann, Leeds', review, 'Ann, Leeds', 'Another thing'])).toEqual(['What customers say', review, 'Ann, Leeds', 'Another thing'])
  })

  it('drops the later of three rounds as well', () => {
    expect(after([review, 'Ann, Leeds', review, 'Ann, Leeds', review, 'Ann, Leeds'])).toEqual([review, 'Ann, Leeds'])
  })

  it('keeps short lines that go round', () => {
    expect(after(['Rest', '6 miles', 'Rest', '6 miles', 'End'])).toEqual(['Rest', '6 miles', 'Rest', '6 miles', 'End'])
  })

  it('drops a text that stands again under its label, not one that is announced', () => {
    expect(after(['First words of the page', review, 'Sleep', review])).toHaveLength(3)
    expect(after(['First words of the page', review, 'Once more:', review])).toHaveLength(4)
  })

  it('drops a teaser before its whole text, and the copy behind a label of the interface', () => {
    const whole = 'The mills on the river were three when the road came, and one when it went.'
    const teaser = 'The mills on the river were three when the road came, and…'
    expect(after(['A first line of the page', teaser, 'Continue reading', whole])).toEqual(['A first line of the page', 'Continue reading', whole])
    expect(after(['A first line of the page', whole, 'Read more', 'The miller', whole])).toEqual(['A first line of the page', whole, 'Read more', 'The miller'])
    expect(after(['A first line of the page', whole, 'The miller', 'His wife', whole])).toHaveLength(5)
  })

  it('drops the second round of a carousel that has lost its button', () => {
    const page = textPage([review, 'Shop all pillows', review, 'Ann, Leeds', review, 'Ann, Leeds'])
    expect(left(run(page, duplicates)).filter(text => text === review).length).toBeLessThan(3)
  })

  it('keeps the title and drops the end of its breadcrumb', () => {
    const page = readText('• Home\n• Blog\n• Eight providers of clouds compared\n\nEight providers of clouds compared\n\nEmma Smith\n')
    expect(left(run(page, duplicates)).filter(text => text.startsWith('Eight'))).toHaveLength(1)
  })
})
