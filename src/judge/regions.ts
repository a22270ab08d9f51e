/**
 * Regions as numbers: prefix sums over blocks, so that any region is one subtraction; hashed name tokens;
 * signatures (tag and first name tokens) by which repeated structure is known.
 */
import {noAttrs} from '../page/builder.ts'
import type {Attrs, Page} from '../page/page.ts'
import {basis, bucketOf, hashed, Interner, mixed} from './hash.ts'
import type {Scan} from './scan.ts'

/** Buckets of the name tables. */
export const nameBuckets = 8192
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
  hashes = new Int32Array(2048)
  used = 0

  push(hash: number): void {
    if (this.used === this.hashes.length) {
      const wider = new Int32Array(this.used * 2)
      wider.set(this.hashes)
      this.hashes = wider
    }
    this.hashes[this.used++] = hash
  }
}

function namesOf({regions, columns}: Page): Pick<Regions, 'signature' | 'nameAt' | 'name'> {
  const count = regions.length
  const signature = new Int32Array(count)
  const nameAt = new Int32Array(count + 1)
  const tokens = new Tokens()
  // Tokens of a class attribute are cut once a page: where they begin, and where they end.
  const known = new Map<number, readonly [from: number, to: number]>()
  for (let r = 0; r < count; r++) {
    const {classes, attrs} = regions[r]
    const start = tokens.used
    const id = columns.regionClass[r]
    const seen = id === 0 ? undefined : known.get(id)
    if (seen !== undefined) for (let k = seen[0]; k < seen[1]; k++) tokens.push(tokens.hashes[k])
    else if (classes.length > 0) {
      for (const name of classes) cut(name, tokens, start + maxTokens)
      if (id !== 0) known.set(id, [start, tokens.used])
    }
    let hash = mixed(basis, columns.regionTag[r])
    for (let k = start; k < Math.min(tokens.used, start + 3); k++) hash = mixed(hash, tokens.hashes[k])
    signature[r] = hash
    if (attrs !== noAttrs) attributeTokens(attrs, tokens, start + maxTokens)
    nameAt[r + 1] = tokens.used
  }
  const name = new Uint16Array(tokens.used)
  for (let k = 0; k < name.length; k++) name[k] = bucketOf(tokens.hashes[k], nameBuckets)
  return {signature, nameAt, name}
}

function attributeTokens(attrs: Attrs, tokens: Tokens, limit: number): void {
  for (const key of naming) {
    const value = attrs[key]
    if (value !== undefined) cut(value, tokens, limit)
  }
  const label = attrs['aria-label']
  if (label !== undefined) cut(label, tokens, Math.min(limit, tokens.used + 4))
}

/** Words of Latin letters in a name: `postBody-12 entry_content` gives post, body, entry, content. */
function cut(name: string, tokens: Tokens, limit: number): void {
  let hash = basis
  let length = 0
  let wasLower = false
  for (let i = 0; i <= name.length; i++) {
    const unit = i < name.length ? name.charCodeAt(i) : 0
    const isUpper = unit >= 65 && unit <= 90
    const isLower = unit >= 97 && unit <= 122
    if (length > 0 && (!(isUpper || isLower) || (isUpper && wasLower))) {
      if (length > 1 && length < 20 && tokens.used < limit) tokens.push(hash)
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
