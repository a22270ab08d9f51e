/** A process that learns hosts in place of cleaning: a page is read, and what of it may repeat is noted. */
import {hostOf} from '../../hosts/hostOf.ts'
import {loadDrivers} from '../../input/drivers.ts'
import {absolute} from '../../input/locate.ts'
import {drive, open} from '../../input/read.ts'
import {settle, type Options} from '../../options.ts'
import type {Result} from '../../result.ts'
import type {Facts} from '../../rows/item.ts'
import {Failure, exit} from '../../exit.ts'
import {observationLine, observe} from './observation.ts'
import {Ranks, rankOf} from './sampleRank.ts'

/** In place of a result: nothing is written of the page but its line. */
export interface Learnt extends Result { readonly line: string | undefined }

const nothing: Result = {
  // Not empty: such pages are counted apart.
  markdown: 'learnt', comments: null, model: null, problems: [], blocks: [],
  metadata: {title: null, author: null, authors: [], date: null, modified: null, language: null, url: null, urlSource: null},
  quality: {score: null, verdict: null, type: null, reasons: []},
}

export interface Learning {
  clean(input: string | Uint8Array, facts: Facts): Learnt
}

/** @throws {Failure} exit code 2: an option is wrong. */
export async function createLearning(options: Options): Promise<Learning> {
  try {
    const settings = settle(options)
    const drivers = await loadDrivers(settings, settings.from === undefined ? ['html', 'text', 'markdown'] : [settings.from])
    const ranks = new Ranks()
    const isWanted = (url: string | undefined): boolean => {
      const known = url === undefined ? undefined : absolute(url)
      const host = hostOf(known)
      return known === undefined || host === undefined || ranks.wants(host, rankOf(known))
    }
    return {
      clean(input, facts) {
        const url = facts.url ?? settings.url
        if (!isWanted(url)) return {...nothing, line: undefined}
        const {page} = drive(open(input, facts, settings), {settings, drivers})
        // Where only the page says its address, it had to be read to know.
        const seen = url === undefined && !isWanted(page.url) ? undefined : observe(page)
        return {...nothing, line: seen && observationLine(seen)}
      },
    }
  } catch (error) {
    if (error instanceof TypeError) throw new Failure(exit.usage, error.message, error)
    throw error
  }
}
