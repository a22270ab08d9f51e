/**
 * Regions as numbers: prefix sums over blocks, so that any region is one subtraction; hashed name tokens;
 * signatures (tag and first name tokens) by which repeated structure is known.
 */
import type {Attrs, Page} from '../page/page.ts'
import {basis, bucketOf, hashed, Interner, mixed} from './hash.ts'
import type {Scan} from './scan.ts'

/** Buckets of the name tables. */
export const nameBuckets = 16_384
export const pathBuckets = 2048
/** Name tokens of one element that are looked at. */
const maxTokens = 24
/** Attributes besides the class whose words name an element. */
const naming = ['id', 'role', 'itemprop', 'data-testid'] as const

export interface Regions {
  readonly count: number
  /** Prefix sums by block, one longer than the blocks. */
  readonly words: Float64Array
  readonly length: Float64Array
  readonly linked: Float64Array
  readonly rows: Float64Array
  readonly prose: Float64Array
  readonly headings: Float64Array
  /** Blocks of a region, half-open. */
  readonly from: Int32Array
  readonly to: Int32Array
  readonly depth: Int32Array
  /** Children, and place among them. */
  readonly children: Int32Array
  readonly index: Int32Array
  /** Hash of tag and first name tokens. */
  readonly signature: Int32Array
  /** Siblings of the same signature, itself included. */
  readonly alike: Int32Array
  /** Buckets of the name tokens: region r has nameAt[r] … nameAt[r + 1]. */
  readonly nameAt: Int32Array
  readonly name: Uint16Array
}

export function regionsOf(scan: Scan): Regions {
  const {page} = scan
  const {regionParent} = page.columns
  const count = page.regions.length
  const from = new Int32Array(count)
  const to = new Int32Array(count)
  const depth = new Int32Array(count)
  const children = new Int32Array(count)
  const index = new Int32Array(count)
  for (let r = 0; r < count; r++) {
    const region = page.regions[r]
    from[r] = region.from
    to[r] = region.to
    const parent = regionParent[r]
    if (parent < 0) continue
    depth[r] = depth[parent] + 1
    index[r] = children[parent]++
  }
  const names = namesOf(page)
  return {count, from, to, depth, children, index, ...sums(scan), ...names, alike: alikeOf(page, names.signature)}
}

function sums({page, n, block, words, length, linked, prose, level}: Scan): Pick<Regions, 'words' | 'length' | 'linked' | 'rows' | 'prose' | 'headings'> {
  const size = page.blocks.length + 1
  const make = (): Float64Array => new Float64Array(size)
  const out = {words: make(), length: make(), linked: make(), rows: make(), prose: make(), headings: make()}
  let i = 0
  for (let b = 0; b + 1 < size; b++) {
    const judged = i < n && block[i] === b
    out.words[b + 1] = out.words[b] + (judged ? words[i] : 0)
    out.length[b + 1] = out.length[b] + (judged ? length[i] : 0)
    out.linked[b + 1] = out.linked[b] + (judged ? linked[i] : 0)
    out.rows[b + 1] = out.rows[b] + (judged ? 1 : 0)
    out.prose[b + 1] = out.prose[b] + (judged ? prose[i] : 0)
    out.headings[b + 1] = out.headings[b] + (judged && level[i] > 0 ? 1 : 0)
    if (judged) i++
  }
  return out
}

function alikeOf({columns: {regionParent}}: Page, signature: Int32Array): Int32Array {
  const count = signature.length
  const kinds = new Interner(count)
  const kind = new Int32Array(count)
  const times = new Int32Array(count)
  for (let r = 0; r < count; r++) {
    kind[r] = kinds.id(mixed(signature[r], regionParent[r]))
    times[kind[r]]++
  }
  for (let r = 0; r < count; r++) kind[r] = times[kind[r]]
  return kind
}

/** Growing list of token hashes. */
class Tokens {
  hashes = new Int32Array(1024)
  used = 0

  push(hash: number): void {
    if (this.used === this.hashes.length) {
      const wider = new Int32Array(this.used * 2)
      wider.set(this.hashes)
      this.hashes = wider
    }
    this.hashes[this.used++] = hash
  }

  append({hashes}: Tokens, from: number, to: number): void {
    for (let k = from; k < to; k++) this.push(hashes[k])
  }
}

/** Name tokens of an element: words, and pairs of neighbours in one name (`entry-content` is more than entry and content). */
class Names {
  readonly words = new Tokens()
  readonly pairs = new Tokens()
}

function namesOf({regions, columns}: Page): Pick<Regions, 'signature' | 'nameAt' | 'name'> {
  const count = regions.length
  const signature = new Int32Array(count)
  const nameAt = new Int32Array(count + 1)
  const tokens = new Tokens()
  const own = new Names()
  // Names of a class attribute are cut once a page: where its words and pairs stand in `classes`.
  const classes = new Names()
  const known = new Map<number, readonly [from: number, to: number, pairsFrom: number, pairsTo: number]>()
  for (let r = 0; r < count; r++) {
    const id = columns.regionClass[r]
    let at = known.get(id)
    if (at === undefined) {
      const {words, pairs} = classes
      const from = words.used
      const pairsFrom = pairs.used
      for (const name of regions[r].classes) cut(name, classes, from + maxTokens)
      known.set(id, at = [from, words.used, pairsFrom, pairs.used])
    }
    const start = tokens.used
    tokens.append(classes.words, at[0], at[1])
    let hash = mixed(basis, columns.regionTag[r])
    for (let k = start; k < Math.min(tokens.used, start + 3); k++) hash = mixed(hash, tokens.hashes[k])
    signature[r] = hash
    own.words.used = own.pairs.used = 0
    attributeNames(regions[r].attrs, own)
    tokens.append(own.words, 0, own.words.used)
    tokens.append(classes.pairs, at[2], at[3])
    tokens.append(own.pairs, 0, own.pairs.used)
    nameAt[r + 1] = tokens.used
  }
  const name = new Uint16Array(tokens.used)
  for (let k = 0; k < name.length; k++) name[k] = bucketOf(tokens.hashes[k], nameBuckets)
  return {signature, nameAt, name}
}

function attributeNames(attrs: Attrs, names: Names): void {
  for (const key of naming) {
    const value = attrs[key]
    if (value !== undefined) cut(value, names, maxTokens)
  }
  const label = attrs['aria-label']
  if (label !== undefined) cut(label, names, Math.min(maxTokens, names.words.used + 4))
}

/** Words of Latin letters in a name: `postBody-12 entry_content` gives post, body, entry, content, and the pairs of neighbours. */
function cut(name: string, {words, pairs}: Names, limit: number): void {
  let hash = basis
  let length = 0
  let wasLower = false
  let before = 0
  for (let i = 0; i <= name.length; i++) {
    const unit = i < name.length ? name.charCodeAt(i) : 0
    const isUpper = unit >= 65 && unit <= 90
    const isLower = unit >= 97 && unit <= 122
    if (length > 0 && (!(isUpper || isLower) || (isUpper && wasLower))) {
      if (length > 1 && length < 20 && words.used < limit) {
        words.push(hash)
        if (before !== 0) pairs.push(mixed(before, hash))
        before = hash
      }
      hash = basis
      length = 0
    }
    if (isUpper || isLower) {
      hash = hashed(hash, isUpper ? unit + 32 : unit)
      length++
    }
    wasLower = isLower
  }
}
