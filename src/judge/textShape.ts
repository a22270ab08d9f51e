/** What a block's own text looks like. */
import type {Group} from './columns.ts'
import {signs} from './scan.ts'
import {titleLikeness} from './titleLikeness.ts'

export const textShape: Group = {
  names: [
    ['words', 'words; a character of a script without spaces counts 0.6'],
    ['length', 'characters'],
    ['linked', 'share of the characters that stand in links, 0–1'],
    ['stops', 'ends of sentences'],
    ['commas', 'commas a word'],
    ['wordLength', 'characters a word'],
    ['capitals', 'share of capital letters, 0–1'],
    ['digits', 'share of digits, 0–1'],
    ['endsClause', '1 if the last sign ends a sentence or a clause'],
    ['endsSentence', '1 if the last sign ends a sentence'],
    ['startsLower', '1 if the first letter is a small one'],
    ['stopwords', 'share of function words, 0–1'],
    ['stopwordCount', 'function words'],
    ['wide', 'share of characters of scripts without spaces, 0–1'],
    ['pipe', '1 if a sign that separates menu entries occurs'],
    ['copyright', '1 if it speaks of copyright'],
    ['year', '1 if a year of 1900–2099 occurs'],
    ['money', '1 if a price occurs'],
    ['question', '1 if a question mark occurs'],
    ['colon', '1 if a colon occurs'],
    ['titleLikeness', 'words shared with the title over words of either, 0–1; 0 in blocks of more than 60 words'],
    ['inTitle', 'share of the words that stand in the title, 0–1'],
    ['inData', 'share of the word trigrams that stand in JSON-LD text, −1 if there is none'],
    ['inDescription', 'the same for the description'],
  ],
  filler({scan}, at) {
    const {words, length, linked, facts} = scan
    return ({data, stride, step, base}, from, to) => {
      for (let i = from; i < to; i++) {
        let k = (i - base) * stride + (at - 1) * step
        const w = Math.max(1, words[i])
        const t = Math.max(1, length[i])
        const flags = scan.signs[i]
        const tokens = scan.tokens[i]
        data[k += step] = words[i]
        data[k += step] = length[i]
        data[k += step] = linked[i] / t
        data[k += step] = scan.stops[i]
        data[k += step] = scan.commas[i] / w
        data[k += step] = length[i] / w
        data[k += step] = scan.capitals[i] / t
        data[k += step] = scan.digits[i] / t
        data[k += step] = (flags & signs.endsClause) !== 0 ? 1 : 0
        data[k += step] = (flags & signs.endsSentence) !== 0 ? 1 : 0
        data[k += step] = (flags & signs.startsLower) !== 0 ? 1 : 0
        data[k += step] = scan.stopwords[i] / w
        data[k += step] = scan.stopwords[i]
        data[k += step] = scan.wide[i] / t
        data[k += step] = (flags & signs.pipe) !== 0 ? 1 : 0
        data[k += step] = (flags & signs.copyright) !== 0 ? 1 : 0
        data[k += step] = (flags & signs.year) !== 0 ? 1 : 0
        data[k += step] = (flags & signs.money) !== 0 ? 1 : 0
        data[k += step] = (flags & signs.question) !== 0 ? 1 : 0
        data[k += step] = (flags & signs.colon) !== 0 ? 1 : 0
        data[k += step] = titleLikeness(tokens, scan.inTitle[i], facts.title.count)
        data[k += step] = tokens === 0 ? 0 : scan.inTitle[i] / tokens
        data[k += step] = facts.data === undefined || tokens < 3 ? -1 : scan.inData[i] / (tokens - 2)
        data[k += step] = facts.description === undefined || tokens < 3 ? -1 : scan.inDescription[i] / (tokens - 2)
      }
    }
  },
}
