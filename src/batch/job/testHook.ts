/** A hook for the suite that kills processes between two writes; without its variable it does nothing. */
import {readFileSync, unlinkSync} from 'node:fs'

const file = process.env['BOILDOWN_TEST_KILL']

export function killIfTold(): void {
  if (file === undefined) return
  let target: string
  try {
    target = readFileSync(file, 'latin1').trim()
    unlinkSync(file)
  } catch {
    // Nobody asked, or the other process was faster.
    return
  }
  process.kill(target === 'parent' ? process.ppid : process.pid, 'SIGKILL')
  // The signal to another process takes a moment, and this one must not get past this point by luck.
  if (target === 'parent') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
}
