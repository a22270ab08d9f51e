/** A line to answer, and what answers it. */
import type {Line} from '../rows/read.ts'
import type {Answer} from './protocol.ts'

/** A line to answer, and what is known from processes that died of it. */
export interface Task {
  readonly line: Line
  /** Records of the reference that are answered already. */
  readonly from?: number
  /** The record `from` is not tried again: this is said of it. */
  readonly lost?: string
}

export interface Answering {
  /** @param cleans - called before a record is cleaned */
  answers(task: Task, cleans?: (record: number) => void): AsyncIterable<Answer>
}
