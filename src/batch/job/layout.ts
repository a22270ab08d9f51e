/** Where a job keeps what in its output folder. */
import path from 'node:path'

/** Hidden, so that readers of the folder see the corpus only. */
const stateFolder = '.boildown'

export interface Part { readonly index: number; readonly of: number }

export interface Layout {
  readonly folder: string
  /** Of the job, or of this part of it (`--shard`). */
  readonly state: string
  readonly lock: string
  readonly plan: string
  readonly spool: string
  /** What hosts repeat, learnt by the first of two passes. */
  readonly hosts: string
  readonly stats: string
  readonly errors: string
  readonly rejected: string
  readonly manifest: string
  readonly report: string
  shard(index: number): ShardFiles
  retryList(number: number): string
}

export interface ShardFiles {
  readonly journal: string
  readonly rows: string
  readonly errors: string
  readonly rejected: string
  /** With `--dedupe`: what pages say, and which of them go. */
  readonly prints: string
  readonly twins: string
  readonly mark: string
  readonly deaths: string
}

export function layoutOf(folder: string, part?: Part): Layout {
  const root = path.join(folder, stateFolder)
  const state = part ? path.join(root, partName(part)) : root
  const suffix = part ? `.${partName(part)}` : ''
  return {
    folder, state,
    lock: path.join(state, 'lock'),
    plan: path.join(state, 'plan.json'),
    spool: path.join(state, 'stdin'),
    hosts: path.join(state, 'hosts.bin'),
    stats: path.join(folder, `_stats${suffix}.json`),
    errors: path.join(folder, `_errors${suffix}.ndjson`),
    rejected: path.join(folder, `_rejected${suffix}.ndjson`),
    manifest: path.join(folder, `_manifest${suffix}.json`),
    report: path.join(folder, `report${suffix}.html`),
    shard(index) {
      const stem = path.join(state, String(index).padStart(6, '0'))
      return {
        journal: `${stem}.journal`, rows: `${stem}.rows`, errors: `${stem}.errors`, rejected: `${stem}.rejected`,
        prints: `${stem}.prints`, twins: `${stem}.twins`, mark: `${stem}.mark`, deaths: `${stem}.deaths`,
      }
    },
    retryList: number => path.join(state, `retry-${number}.ndjson`),
  }
}

function partName({index, of}: Part): string {
  return `${index}-of-${of}`
}

/** Parts of a job that have left state in a folder; '' is a job that is whole. */
export function partsIn(names: readonly string[]): string[] {
  return names.includes('plan.json') ? ['', ...names.filter(isPart)] : names.filter(isPart)
}

export function partFolder(part: Part | undefined): string {
  return part ? partName(part) : ''
}

function isPart(name: string): boolean {
  return /^[0-9]{1,9}-of-[0-9]{1,9}$/u.test(name)
}

export function stateRoot(folder: string): string {
  return path.join(folder, stateFolder)
}
