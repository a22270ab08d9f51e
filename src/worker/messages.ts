/** What a worker and its child say to each other. */
import type {ExitCode} from '../exit.ts'
import type {Task} from './task.ts'
import type {Answer, Work} from './protocol.ts'

export type ToChild =
  | {readonly kind: 'work'; readonly work: Work}
  | {readonly kind: 'task'; readonly task: Task}
  /** So many answers have gone on their way: as many more may come. */
  | {readonly kind: 'taken'; readonly answers: number}

export type FromChild =
  | {readonly kind: 'ready'}
  /** Not the page's fault: the options are wrong, or the disk is. */
  | {readonly kind: 'failed'; readonly code: ExitCode; readonly message: string}
  | {readonly kind: 'cleaning'; readonly record: number}
  | {readonly kind: 'answer'; readonly answer: Answer}

/** Answers a child gives before it waits until they are taken: what bounds the memory of one file with many records. Chosen. */
export const answersAhead = 32
