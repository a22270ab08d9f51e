import {describe, expect, it} from 'vitest'
import {classWords} from '../src/passes/classWords.ts'
import {NameWords} from '../src/passes/nameWords.ts'

const set = ['comment', 'comments', 'reviews', 'reseñas', 'b2']
const telling = new NameWords(set)

describe('words of a name told by their hashes', () => {
  it('reads every name that holds a word of the set, however it is written', () => {
    for (const name of ['comment', 'post-comment', 'postComment__item', 'COMMENT', 'X-Comment', 'c-comments2-comments', 'RESEÑAS', 'lista_reseñas', 'b2', 'aB2', 'user reviews', '-comment-']) {
      const words = classWords(name)
      if (words.some(word => set.includes(word))) expect(telling.read(name), name).toEqual(words)
    }
    expect(telling.read('post-comment')).toEqual(['post', 'comment'])
    expect(telling.read('lista-reseñas')).toEqual(['lista', 'reseñas'])
  })

  it('agrees with the words themselves on names made of all kinds of signs', () => {
    const parts = ['comment', 'Comment', 'COMMENT', 'reviews', 'Reviews', 'b2', 'B2', 'post', 'Post', '-', '_', '__', ':', '7', 'é', ' ']
    let seed = 1
    const next = (): number => seed = (Math.imul(seed, 1103515245) + 12345) >>> 1
    for (let n = 0; n < 5000; n++) {
      let name = ''
      for (let k = 0; k < 1 + next() % 5; k++) name += parts[next() % parts.length]
      if (classWords(name).some(word => set.includes(word))) expect(telling.read(name), name).toBeDefined()
    }
  })

  it('does not read names of other words', () => {
    for (const name of ['', 'container', 'siteHeader', 'col-md-6', 'commentator', 'reviewer']) expect(telling.read(name), name).toBeUndefined()
  })
})
