/** What a job does, in order. Another phase over the whole corpus is another line here. */
import {cleaning} from './cleaning.ts'
import type {Phase} from './context.ts'
import type {Description} from './description.ts'
import {deduping} from './deduping.ts'
import {counting, learning} from './learning.ts'

const usual: readonly Phase[] = Object.freeze([learning, cleaning, deduping])
/** Of a job that cleans nothing: pages are noted, and counted. */
const ofLearning: readonly Phase[] = Object.freeze([cleaning, counting])

export function phasesOf({learn}: Description): readonly Phase[] {
  return learn === true ? ofLearning : usual
}
