/** What a job does, in order. Another phase over the whole corpus is another line here. */
import {cleaning} from './cleaning.ts'
import type {Phase} from './context.ts'

export const phases: readonly Phase[] = Object.freeze([cleaning])
