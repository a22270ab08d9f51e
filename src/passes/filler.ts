/** Filler text, "Lorem ipsum …": a block somebody forgot to fill, or, where the page is full of it, a specimen. */
import type {Ledger} from '../page/ledger.ts'
import type {Page} from '../page/page.ts'

/** Filler with at most that share of the words that live is a forgotten block; with more the page is made of it. Chosen. */
const maxShare = 0.2
/** Characters of a block that are looked at, and how many different words of the filler are found there if it is one. Chosen. */
const maxLook = 400
const minKnown = 5
/** As in page/measure.ts. */
const wordsPerWide = 0.6

/** Words that no living language has in common with the filler, which goes on where "Lorem ipsum" is no longer said. */
const vocabulary = new Set((
  'lorem ipsum dolor amet consectetur consetetur consectetuer adipiscing adipisicing sadipscing elitr eiusmod eirmod tempor incididunt invidunt '
  + 'labore dolore aliqua aliquyam veniam nostrud exercitation ullamco laboris nisi aliquip commodo consequat duis aute irure reprehenderit voluptate voluptua velit '
  + 'cillum fugiat pariatur excepteur occaecat cupidatat proident culpa officia deserunt mollit laborum accusam rebum gubergren takimata').split(' '))

const opening = /^lorem ipsum\b/iu
/** How paragraphs of the makers of filler begin, besides that. */
const openings = /^(?:Aenean|Aliquam|Class aptent|Cras|Curabitur|Donec|Duis|Etiam|Excepteur|Fusce|In hac|Integer|Maecenas|Mauris|Morbi|Nam|Nulla|Nullam|Nunc|Pellentesque|Phasellus|Praesent|Proin|Quisque|Sed|Suspendisse|Ut|Vestibulum|Vivamus)\b/u
/** Words that only makers of filler put side by side: no Latin author has three of them in a paragraph. */
const makers = new Set((
  'aenean aliquam bibendum condimentum congue convallis curabitur dapibus dictum dignissim efficitur egestas eleifend elementum euismod facilisi facilisis faucibus fermentum feugiat fringilla gravida '
  + 'hendrerit iaculis imperdiet interdum justo lacinia lacus laoreet lectus lobortis luctus maecenas malesuada mauris maximus mollis molestie nullam pellentesque pharetra phasellus placerat porta porttitor praesent pretium '
  + 'pulvinar quisque rhoncus sagittis scelerisque sodales sollicitudin suscipit suspendisse tempus tincidunt tortor tristique turpis ullamcorper ultrices ultricies varius vehicula venenatis vestibulum vivamus viverra volutpat vulputate').split(' '))
/** Different words of the makers in a block, at least, and their share of its words. Chosen. */
const leastMakers = 4
const makersShare = 0.25

/** Does the block begin as filler does? */
export function isFiller({blocks}: Page, i: number): boolean {
  const {text} = blocks[i]
  const unit = text.charCodeAt(0) | 0x20
  return (unit === 0x6c && opening.test(text)) || (unit >= 0x61 && unit <= 0x76 && openings.test(text) && isMade(text))
}

function isMade(text: string): boolean {
  const found = new Set<string>()
  let count = 0
  let own = 0
  for (const word of text.slice(0, maxLook).toLowerCase().split(/[^\p{L}]{1,200}/u)) {
    if (word === '') continue
    count++
    if (!makers.has(word)) continue
    own++
    found.add(word)
  }
  return found.size >= leastMakers && own >= makersShare * count
}

/** Is the page, as far as it lives, made of filler? One scan. */
export function isSpecimen(page: Page, ledger: Ledger): boolean {
  const {words, wide} = page.columns
  let filler = 0
  let all = 0
  for (let i = 0; i < words.length; i++) {
    if (!ledger.alive(i)) continue
    const own = words[i] + wide[i] * wordsPerWide
    all += own
    if (isFiller(page, i) || speaksFiller(page.blocks[i].text)) filler += own
  }
  return filler > maxShare * all
}

function speaksFiller(text: string): boolean {
  const found = new Set<string>()
  for (const word of text.slice(0, maxLook).toLowerCase().split(/[^a-z]{1,200}/u)) if (vocabulary.has(word)) found.add(word)
  return found.size >= minKnown
}
