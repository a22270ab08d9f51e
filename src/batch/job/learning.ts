/** The phase that learns what hosts repeat, before pages are cleaned (`--two-pass`); also all that `boildown learn` does. */
import path from 'node:path'
import {countedHosts, writeHosts} from '../hosts/countHosts.ts'
import {cleaning} from './cleaning.ts'
import type {JobContext, Phase} from './context.ts'
import type {Description} from './description.ts'
import {endings} from './finish.ts'
import type {Files} from './files.ts'
import {clearAttempts} from './leftovers.ts'
import {layoutOf} from './layout.ts'
import {statesOf} from './results.ts'
import {sideLines} from './sideLines.ts'

/** A job of its own inside of the job: it is journalled, and goes on, as any other. */
export function learningOf(description: Description): Description {
  const {folder, part} = description
  return {...description, learn: true, to: 'ndjson', folder: path.join(layoutOf(folder, part).state, 'learn')}
}

export const learning: Phase = {
  name: 'learning',
  async run(context) {
    const {description, files, voice} = context
    const target = layoutOf(description.folder, description.part).hosts
    if (description.job.twoPass !== true) return undefined
    const inner = {...context, description: learningOf(description)}
    if (files.size(target) !== undefined) {
      // The power may have gone before this was done.
      files.remove(inner.description.folder)
      return undefined
    }
    files.makeFolder(layoutOf(inner.description.folder, inner.description.part).state)
    await clearAttempts(files, inner.description)
    voice.note('first pass: learning what hosts repeat')
    const stop = await cleaning.run(inner)
    if (stop) return stop
    await count(inner, target, {keepsAll: false})
    files.remove(inner.description.folder)
    voice.note('second pass: cleaning')
    return undefined
  },
}

/** The last phase of `boildown learn`. Of a part everything is kept: only the sum tells what repeats. */
export const counting: Phase = {
  name: 'counting',
  async run(context) {
    const {folder, part} = context.description
    await count(context, layoutOf(folder, part).hosts, {keepsAll: part !== undefined})
    return undefined
  },
}

/** From what was noted of all pages to the hosts file. */
async function count({description, files, plan, voice}: JobContext, target: string, {keepsAll}: {readonly keepsAll: boolean}): Promise<void> {
  const noted = statesOf(files, plan, description).map(({shard}) => path.join(description.folder, shard.name + endings.ndjson)).filter(file => files.size(file) !== undefined)
  // Keys do not compress; the rest of a line is short.
  const size = noted.reduce((sum, file) => sum + (files.size(file) ?? 0), 0) * packedBy
  const hosts = countedHosts({files, folder: path.join(layoutOf(description.folder, description.part).state, 'parts'), size, lines: () => linesOf(files, noted)})
  const {hosts: known, pages} = await writeHosts(files, target, {hosts, keepsAll})
  voice.note(`${pages} pages of hosts counted, ${known} ${known === 1 ? 'host repeats' : 'hosts repeat'} something`)
}

/** What gzip makes of base64 at least. */
const packedBy = 1.5

async function* linesOf(files: Files, noted: readonly string[]): AsyncGenerator<string> {
  for (const file of noted) yield* sideLines(files, file)
}
