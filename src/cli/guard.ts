/** What happens to the process from outside or by a bug: each ends it with the code that says so. */
import {printable} from '../explain/printable.ts'
import {exit, systemCode, systemReason} from '../exit.ts'
import {removeUnfinished} from './output.ts'
import {heard} from './signals.ts'

export function guard(program: NodeJS.Process): void {
  program.on('SIGINT', () => heard('SIGINT') || leave(program, exit.interrupted))
  program.on('SIGTERM', () => heard('SIGTERM') || leave(program, exit.terminated))
  program.on('uncaughtException', error => {
    program.stderr.write(`boildown: a bug in boildown, please report it: ${bugLine(error)}\n`)
    leave(program, exit.bug)
  })
  for (const stream of [program.stdout, program.stderr]) {
    stream.on('error', error => {
      // The reader has seen enough (`| head`): no fault, and nobody to tell.
      if (systemCode(error) === 'EPIPE') leave(program, exit.done)
      program.stderr.write(`boildown: output cannot be written: ${systemReason(error)}\n`)
      leave(program, exit.output)
    })
  }
}

function leave(program: NodeJS.Process, code: number): never {
  removeUnfinished()
  program.exit(code)
}

/** The error and the place in one line. */
function bugLine(error: unknown): string {
  if (!(error instanceof Error)) return printable(String(error))
  const place = error.stack?.split('\n').find(line => line.trimStart().startsWith('at '))?.trim() ?? ''
  return printable(`${error.name}: ${error.message} ${place}`.trim())
}
