import type {ChildProgram} from '../worker/worker.ts'

/** What a command sees of the process: tests put in their own. */
export interface System {
  readonly stdin: AsyncIterable<Uint8Array> & {readonly isTTY?: boolean; destroy?(): unknown}
  readonly stdout: NodeJS.WritableStream & {readonly isTTY?: boolean}
  readonly stderr: NodeJS.WritableStream & {readonly isTTY?: boolean}
  /** In one bundled file: what to start for the children of a worker. */
  readonly workerChild?: ChildProgram
  readonly env: Readonly<Record<string, string | undefined>>
}
