import {createReadStream} from 'node:fs'

const lineFeed = 10

/**
 * Lines of a UTF-8 file, split at LF only: Node's readline also splits at U+2028, which JSON may hold.
 * @param {string} path
 * @returns {AsyncGenerator<string>} lines without their end, empty ones left out
 */
export async function* lines(path) {
  /** @type {Buffer[]} */
  let open = []
  for await (const chunk of createReadStream(path, {highWaterMark: 1 << 20})) {
    let from = 0
    for (let to = chunk.indexOf(lineFeed); to >= 0; to = chunk.indexOf(lineFeed, from)) {
      const line = Buffer.concat([...open, chunk.subarray(from, to)]).toString('utf8')
      open = []
      from = to + 1
      if (line) yield line
    }
    open.push(chunk.subarray(from))
  }
  const last = Buffer.concat(open).toString('utf8')
  if (last) yield last
}
