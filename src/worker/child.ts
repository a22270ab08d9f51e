/** The process that cleans for a worker: told what to do, it answers lines one after the other. */
import {endWithParent, goFirst} from '../processes/expendable.ts'
import {Failure, exit} from '../exit.ts'
import {createAnswering} from './answering.ts'
import type {Answering, Task} from './task.ts'
import {answersAhead} from './messages.ts'
import type {FromChild, ToChild} from './messages.ts'

export function runChild(): void {
  let answering: Promise<Answering> | undefined
  let queue = Promise.resolve()
  let ahead = 0
  let taken: () => void = () => undefined

  // A Ctrl-C reaches every process of the terminal; the worker decides.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
  process.on('disconnect', () => process.exit())
  process.on('message', (message: ToChild) => {
    if (message.kind === 'work') {
      answering = createAnswering(message.work)
      queue = guarded(answering.then(() => say({kind: 'ready'})))
    } else if (message.kind === 'task') queue = queue.then(() => guarded(answer(message.task)))
    else {
      ahead -= message.answers
      taken()
    }
  })
  goFirst()
  endWithParent()

  async function answer(task: Task): Promise<void> {
    if (!answering) throw new Error('a task before the work')
    for await (const answer of (await answering).answers(task, record => say({kind: 'cleaning', record}))) {
      say({kind: 'answer', answer})
      ahead++
      while (ahead >= answersAhead) await new Promise<void>(resolve => { taken = resolve })
    }
  }
}

async function guarded(work: Promise<void>): Promise<void> {
  try {
    await work
  } catch (error) {
    if (error instanceof Failure) return say({kind: 'failed', code: error.code, message: error.message})
    const stack = error instanceof Error ? error.stack ?? error.message : String(error)
    say({kind: 'failed', code: exit.bug, message: `a bug in boildown, please report it: ${stack.slice(0, 1000)}`})
  }
}

function say(message: FromChild): void {
  if (process.connected) process.send?.(message)
}
