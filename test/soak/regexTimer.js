/** In a thread of its own, as a hang is one of the things it may see: how long a regular expression takes on attacks of doubling length. */
import {parentPort} from 'node:worker_threads'

/** Characters: from what shows exponential growth to what shows a square. */
const sizes = [24, 32, 256, 2048, 4096, 8192, 16_384, 32_768, 65_536]
/** Milliseconds from which a growth factor says something, and from which enough is seen. Chosen. */
const telling = 8
const enough = 200

parentPort?.on('message', ({source, flags, attacks, most}) => {
  let worst = {ms: 0, size: 0, growth: 0, attack: attacks[0]}
  for (const attack of attacks) {
    let before = 0
    for (const size of new Set(sizes.map(each => Math.min(each, most)))) {
      const text = attack.lead + attack.pump.repeat(Math.ceil(Math.max(1, size - attack.lead.length - attack.end.length) / attack.pump.length)) + attack.end
      const ms = best(source, flags, text)
      const growth = before > 0 ? ms / before : 0
      if (ms > worst.ms) worst = {ms, size: text.length, growth: ms >= telling ? growth : 0, attack}
      before = ms
      if (ms > enough) break
    }
    if (worst.ms > enough) break
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
  parentPort?.postMessage(worst)
})

/** @param {string} source @param {string} flags @param {string} text */
function best(source, flags, text) {
  let least = Infinity
  for (let round = 0; round < 3; round++) {
    // Made anew: the engine remembers the last string it searched.
    const regex = new RegExp(source, flags)
    const started = process.cpuUsage()
    if (regex.global) text.replace(regex, '')
    else regex.test(text)
    const {user, system} = process.cpuUsage(started)
    least = Math.min(least, (user + system) / 1000)
    if (least < telling / 4 || least > enough / 2) break
  }
  return least
}
