/** What a command sees of the process: tests put in their own. */
export interface System {
  readonly stdin: AsyncIterable<Uint8Array> & {readonly isTTY?: boolean}
  readonly stdout: NodeJS.WritableStream & {readonly isTTY?: boolean}
  readonly stderr: NodeJS.WritableStream & {readonly isTTY?: boolean}
  readonly env: Readonly<Record<string, string | undefined>>
}
