/** Hosts files of parts of a corpus, added up. */
import {HostCounts} from '../../hosts/hostCounts.ts'
import {byKey, type HostRecord, type HostsFile} from '../../hosts/hostsFile.ts'

/** Hosts in the order of a hosts file, each once. */
export function* mergedHosts(parts: readonly HostsFile[]): Generator<HostRecord> {
  const open = parts.map(part => part.records()).map(records => ({records, next: records.next()}))
  for (;;) {
    const first = open.map(({next}) => next.done === true ? undefined : next.value).reduce((a, b) => a === undefined || (b !== undefined && byKey(b, a) < 0) ? b : a, undefined)
    if (first === undefined) return
    const sum = new HostCounts()
    for (const part of open) {
      if (part.next.done === true || part.next.value.name !== first.name) continue
      sum.addCounts(part.next.value)
      part.next = part.records.next()
    }
    yield {name: first.name, pages: sum.pages, keys: sum.keys, counts: sum.counts}
  }
}
