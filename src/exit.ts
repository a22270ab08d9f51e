/** Exit codes, the same for every command. */
export const exit = {
  done: 0,
  /** No page gave output. */
  empty: 1,
  usage: 2,
  /** Data not readable as what it was declared to be. */
  data: 65,
  /** Input missing or unreadable. */
  input: 66,
  bug: 70,
  /** Output exists, cannot be written, or its disk is full. */
  output: 73,
  tryAgain: 75,
  interrupted: 130,
  terminated: 143,
} as const
export type ExitCode = (typeof exit)[keyof typeof exit]

const bySeverity: readonly ExitCode[] = [
  exit.done, exit.empty, exit.tryAgain, exit.data, exit.input, exit.output, exit.usage, exit.bug, exit.terminated, exit.interrupted,
]

/** The more severe of two codes. */
export function worse(a: ExitCode, b: ExitCode): ExitCode {
  return bySeverity.indexOf(a) >= bySeverity.indexOf(b) ? a : b
}

/** Something the user can put right: the message names what failed, why, and the way out; no stack is shown. */
export class Failure extends Error {
  readonly code: ExitCode

  constructor(code: ExitCode, message: string, cause?: unknown) {
    super(message, {cause})
    this.code = code
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EISDIR: 'is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  ENOSPC: 'no space left on the disk',
  EDQUOT: 'disk quota exceeded',
  EROFS: 'read-only file system',
  EMFILE: 'too many open files',
  ELOOP: 'is a symbolic link, or there are too many on the way',
  ENAMETOOLONG: 'the name is too long',
  EEXIST: 'exists already',
}

/** Why the system refused, in words. */
export function systemReason(error: unknown): string {
  const code = systemCode(error)
  return (code && reasons[code]) ?? (error instanceof Error ? error.message : String(error))
}

/** Code of a system error (`ENOENT`, …); undefined for any other error. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
