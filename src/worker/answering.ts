/** Answering lines in this process: a page cleaned, or a reference followed. */
import type {Tools} from '../batch/job/outcome.ts'
import {toolbox} from '../batch/job/tools.ts'
import {rowReading} from '../batch/sources/options.ts'
import {readRow} from '../rows/read.ts'
import {lostAnswer, pageAnswer} from './pageAnswer.ts'
import type {Answer, Work} from './protocol.ts'
import type {Answering, Task} from './task.ts'

/** @throws {Failure} exit code 2: an option is wrong, or an optional dependency is missing. */
export async function createAnswering(work: Work): Promise<Answering> {
  if (work.mode === 'hosts') return new (await import('./hostFiles.ts')).HostFiles(work)
  if (work.mode === 'rows') return new Rows(work, await loadTools(work))
  const tools = await loadTools(work)
  return new (await import('./references.ts')).References(work, {tools, withHosts: hosts => loadTools(work, hosts)})
}

/** As a job has them, so that all rows are the same. */
function loadTools({mode, options, job, engine, sources}: Work, hosts?: string): Promise<Tools> {
  const own = hosts === undefined ? job : {...job, hosts}
  return toolbox({folder: '', options, job: own, engine, sources, fromStdin: false, ...(mode === 'learn' && {learn: true})}).tools('ndjson')
}

class Rows implements Answering {
  readonly #work: Work
  readonly #tools: Tools

  constructor(work: Work, tools: Tools) {
    this.#work = work
    this.#tools = tools
  }

  async *answers({line, lost}: Task): AsyncGenerator<Answer> {
    const item = readRow(line, rowReading(this.#work.sources))
    if ('error' in item) yield {...lostAnswer(item, item.error), last: true}
    else if (lost !== undefined) yield {...lostAnswer(item, lost), last: true}
    else yield {...await pageAnswer(item, this.#tools), last: true}
  }
}
