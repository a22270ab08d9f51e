/** A cleaner for programs that start for few pages: what a page needs is loaded when the first such page comes. */
import {checked, finish, learning, loadTools} from './clean.ts'
import {loadDrivers} from './input/drivers.ts'
import {drive, open, type Facts} from './input/read.ts'
import {loadLazy} from './lazy.ts'
import {settle, type Options} from './options.ts'
import type {Origin} from './page/page.ts'
import type {Result} from './result.ts'

/** Answers as a `Cleaner` does, one page after the other. @internal */
export interface PatientCleaner {
  clean(input: string | Uint8Array, facts?: Facts): Promise<Result>
}

/**
 * Options and selectors are checked at once, as in `createCleaner`.
 *
 * @throws {TypeError} on an unknown or wrong option.
 * @internal
 */
export async function cleanOnDemand(options?: Options): Promise<PatientCleaner> {
  const settings = settle(options)
  await loadDrivers(settings, [])
  const other = settle({...options, fragment: !settings.fragment})
  const learnt = settings.learn ? learning(settings) : undefined
  const known = new Map<Origin, ReturnType<typeof loadTools>>()
  return {
    clean: async (input, facts = {}) => {
      const used = (facts.fragment ?? settings.fragment) === settings.fragment ? settings : other
      const opened = open(checked(input), facts, used)
      let loading = known.get(opened.origin)
      if (loading === undefined) known.set(opened.origin, loading = loadTools(settings, [opened.origin]))
      const {drivers, ...tools} = await loading
      const read = drive(opened, {settings: used, drivers})
      const lazy = await loadLazy(settings, read.page.url !== undefined)
      const result = finish(read, {settings: used, ...tools, lazy, hosts: used.fragment ? undefined : learnt})
      if (!used.fragment) learnt?.add(read.page)
      return result
    },
  }
}
