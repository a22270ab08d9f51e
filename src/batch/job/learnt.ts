import type {Description} from './description.ts'
import {layoutOf} from './layout.ts'

/** What the pages of a two-pass job are cleaned with. */
export function learnt(description: Description): Description {
  const {folder, part, job, learn} = description
  return job.twoPass === true && learn !== true ? {...description, job: {...job, hosts: layoutOf(folder, part).hosts}} : description
}
