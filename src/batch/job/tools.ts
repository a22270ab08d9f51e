/** What a process needs to clean pages of a job, loaded once. */
import {Failure, exit} from '../../exit.ts'
import type {Options} from '../../options.ts'
import type {Learnt} from '../hosts/learningTools.ts'
import {createAddressFilter, createFilters} from '../filters/filters.ts'
import {loadOwn} from '../rules/own.ts'
import type {DocumentFormat} from '../sinks/document.ts'
import {convertRows} from './convert.ts'
import {formOf} from './description.ts'
import type {Description, JobFormat} from './description.ts'
import type {Finishing} from './finish.ts'
import type {Tools} from './outcome.ts'
import type {PlannedShard} from './plan.ts'
import type {WriteFile} from './sink.ts'
import {treeWriter} from './tree.ts'

export interface Toolbox {
  tools(format: JobFormat): Promise<Tools>
  writeFile(format: DocumentFormat, shard: PlannedShard): Promise<WriteFile>
  readonly convert: NonNullable<Finishing['convert']>
}

export function toolbox(description: Description): Toolbox {
  const known = new Map<string, Promise<Tools>>()
  return {
    tools(format) {
      // Rows hold the title in a field of its own.
      // The tree writes front matter of its own, with where the page was read.
      const options: Options = {...(isOfRows(format) && {title: 'drop'}), ...description.options, ...(formOf(format) === 'tree' && {frontMatter: false})}
      const key = `${options.title ?? ''} ${options.frontMatter ?? ''}`
      const tools = known.get(key) ?? load(description, options)
      known.set(key, tools)
      return tools
    },
    writeFile: (format, shard) => treeWriter(description, {format, shard}),
    convert: convertRows,
  }
}

function isOfRows(format: JobFormat): boolean {
  return format === 'json' || format === 'ndjson' || format === 'parquet'
}

async function loadLearning({job: {rules}}: Description, options: Options): Promise<Tools> {
  const {createLearning} = await import('../hosts/learningTools.ts')
  const own = await loadOwn({rules})
  const {clean} = await createLearning({...options, ...own.options})
  return {clean, url: options.url, filters: [], line: result => (result as Learnt).line}
}

/** @throws {Failure} exit code 2: an option is wrong (a selector, say), or an optional dependency is missing. */
async function load(description: Description, options: Options): Promise<Tools> {
  if (description.learn) return loadLearning(description, options)
  const {engine, job} = description
  const {rules, pass, hosts} = job
  if (engine === 'classic' && (rules !== undefined || pass !== undefined || hosts !== undefined)) throw new Failure(exit.usage, '--rules, --pass and --hosts are for the engine boildown; leave --engine classic out')
  const {createCleaner} = engine === 'classic' ? await import('../../classic/index.ts') : await import('../../index.ts')
  const filters = createFilters(job)
  const own = await loadOwn({rules, pass, hosts})
  try {
    // The report tells from the trace what was dropped.
    const cleaner = await createCleaner({...options, ...own.options, trace: true})
    return {clean: (input, facts) => cleaner.clean(input, facts), url: options.url, filters, address: createAddressFilter(job)}
  } catch (error) {
    if (error instanceof TypeError || engine === 'classic') throw new Failure(exit.usage, (error as Error).message, error)
    throw error
  }
}
