/** The process that cleans: told which shard, it reads it, writes what comes of it, and says how far it is. */
import {Failure, exit} from '../../exit.ts'
import {endWithParent, goFirst} from '../../processes/expendable.ts'
import type {Counts} from './counts.ts'
import type {Description} from './description.ts'
import {nodeFiles} from './files.ts'
import type {FromChild, Task, ToChild} from './messages.ts'
import {perform} from './perform.ts'
import {killIfTold} from './testHook.ts'
import {toolbox} from './tools.ts'
import type {Toolbox} from './tools.ts'
import type {Control} from './work.ts'

/** Milliseconds between two messages on how far it is. Chosen. */
const reportEvery = 250

const supervisor = process.ppid
let stopping = false
let ready: {readonly description: Description; readonly toolbox: Toolbox} | undefined
let queue = Promise.resolve()

// A Ctrl-C reaches every process of the terminal; only the supervisor acts on it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
process.on('disconnect', () => {
  stopping = true
  // A page in hand is finished first, or not: its mark is cleared on the way out.
  void queue.finally(() => process.exit())
})
process.on('message', (message: ToChild) => {
  if (message.kind === 'job') ready = {description: message.description, toolbox: toolbox(message.description)}
  else if (message.kind === 'stop') stop()
  else queue = queue.then(() => work(message.task))
})
goFirst()
endWithParent(supervisor)

function stop(): void {
  stopping = true
  void queue.finally(() => process.disconnect())
}

async function work({index, shard, limit}: Task): Promise<void> {
  if (!ready) throw new Error('a task before the job')
  try {
    const ended = await perform({...ready, index, shard, limit, files: nodeFiles, control: control(index)})
    say({kind: 'ended', index, ended})
  } catch (error) {
    if (!(error instanceof Failure)) {
      const stack = error instanceof Error ? error.stack ?? error.message : String(error)
      say({kind: 'failed', index, code: exit.bug, message: `a bug in boildown, please report it: ${stack.slice(0, 1000)}`})
    } else say({kind: 'failed', index, code: error.code, message: error.message})
  }
}

function control(index: number): Control {
  let reported = performance.now()
  return {
    // An orphan stops at once: somebody else may be at this shard already.
    stops: () => stopping || process.ppid !== supervisor,
    report(recorder: {readonly total: Counts}, at) {
      if (performance.now() - reported < reportEvery) return
      reported = performance.now()
      say({kind: 'progress', index, counts: recorder.total, at})
    },
    betweenDataAndJournal: killIfTold,
  }
}

function say(message: FromChild): void {
  if (process.connected) process.send?.(message)
}
