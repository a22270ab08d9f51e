/** Holes whose syntax or length proves little: what stands beside them decides. */
import {describe, expect, it} from 'vitest'
import {debris} from '../src/passes/debris.ts'
import {leakedCode} from '../src/passes/leakedCode.ts'
import {placeholders} from '../src/passes/placeholders.ts'
import {left, prose, rules, run, textPage} from './passPages.ts'

const text = [prose(40, 'river'), prose(40, 'meadow'), prose(60, 'orchard')]

describe('a sentence with a hole', () => {
  const consent = 'We and our {vendor_count} partners store data on your device so that we can show you things that you may like and count how often you look.'
  it('goes among labels of a site', () => {
    const ledger = run(textPage([...text, 'Accept all', consent, 'Privacy policy']), placeholders)
    expect(left(ledger)).toEqual([...text, 'Accept all', 'Privacy policy'])
    expect(rules(ledger)).toEqual(['unfilled-sentence'])
  })
  it('goes beside other holes', () => {
    const lines = ['{{ cart.title }}', 'Sold by {{seller.name}} and sent by us within three days of the day on which you have paid for all of it', '{{ cart.total }}']
    expect(left(run(textPage([...text, ...lines]), placeholders))).toEqual(text)
  })
  it('stays among paragraphs, whole', () => {
    for (const each of [consent, 'Sold by {{seller.name}} and sent by us within three days of the day on which you have paid for all of it']) {
      const lines = [text[0], each, text[1]]
      expect(left(run(textPage(lines), placeholders))).toEqual(lines)
    }
  })
  it('stays where the page is about templates', () => {
    const lines = [...text, 'A placeholder of the template is replaced by its value before the page goes out, as {{ name }} is in this one.', 'A second sentence about {{ name }} says that the directives of a template are read from left to right.', 'Log in', consent, 'Privacy policy']
    expect(left(run(textPage(lines), placeholders))).toEqual(lines)
  })
})

describe('labels in a row', () => {
  it('lose the hole between them and keep their order; a sentence is not cut in its middle', () => {
    const row = 'Home News Sport Weather Log In Register {{user.name}} Cart Help Contact About Us Terms Privacy Imprint Jobs Press'
    expect(left(run(textPage([...text, row]), placeholders))[3]).toBe(row.replace('{{user.name}} ', ''))
    const sentence = 'The Old Town Hall {{name}} Berlin was built in the same year as the bridge, and both of them burned down in the great fire.'
    expect(left(run(textPage([...text, sentence]), placeholders))[3]).toBe(sentence)
  })
})

describe('filler', () => {
  const made = 'Curabitur non nulla sit amet nisl tempus convallis quis ac lectus. Vivamus suscipit tortor eget felis porttitor volutpat.'
  it('goes without its first sentence too', () => {
    expect(left(run(textPage([...text, made]), debris))).toEqual(text)
  })
  it('is told from Latin', () => {
    for (const latin of ['Quisque suos patimur manes; exinde per amplum mittimur Elysium et pauci laeta arva tenemus.', 'Sed ut perspiciatis unde omnis iste natus error sit voluptatem accusantium doloremque laudantium.', 'Nulla poena sine lege']) {
      expect(left(run(textPage([...text, latin]), debris))).toEqual([...text, latin])
    }
  })
  it('stays where the page is made of it', () => {
    const lines = [text[0], made, made.replace('Curabitur', 'Curabitur et'), made.replace('nisl', 'nisi')]
    expect(left(run(textPage(lines), debris))).toEqual(lines)
  })
})

describe('messages of an engine', () => {
  const message = 'Liquid error (sections/header line 12): invalid url input'
  it('go from a page that speaks of something else', () => {
    expect(left(run(textPage([...text, message]), leakedCode))).toEqual(text)
  })
  it('stay where the page speaks of code, and behind a colon', () => {
    const talk = ['The template of the theme calls a function that does not exist in this version of the library.', 'Every developer of the theme has to change the code of the header for it to work again.']
    expect(left(run(textPage([...talk, message]), leakedCode))).toEqual([...talk, message])
    const led = [...text, 'Since the storm all screens of the harbour say:', message]
    expect(left(run(textPage(led), leakedCode))).toEqual(led)
  })
})
