/** Names the service answers to. A page in a browser can make any name of its own lead here (DNS rebinding). */
import {hostname, networkInterfaces} from 'node:os'
import {Refusal} from './refusal.ts'

const loopback: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.[0-9]{1,3}){3}|\[?::1\]?)$/iu.test(host)
}

/**
 * @param host - it was told to listen on; for all interfaces the machine's names and addresses count
 * @param further - names given by the user, without port
 */
export function ownNames(host: string, further: readonly string[]): ReadonlySet<string> {
  const isAll = host === '0.0.0.0' || host === '::'
  const addresses = isAll ? Object.values(networkInterfaces()).flatMap((list = []) => list.map(({address}) => address.split('%', 1)[0])) : [host]
  return new Set([...loopback, ...(isAll ? [hostname()] : []), ...addresses.map(bracketed), ...further].map(name => name.toLowerCase()))
}

/** As it stands in a Host header. */
function bracketed(address: string): string {
  return address.includes(':') && !address.startsWith('[') ? `[${address}]` : address
}

/** @throws {Refusal} 400 or 403 */
export function checkHost(rawHeaders: readonly string[], names: ReadonlySet<string>): void {
  const hosts = rawHeaders.filter((_, i) => i % 2 === 1 && rawHeaders[i - 1].toLowerCase() === 'host')
  if (hosts.length !== 1) throw new Refusal(400, 'one Host header is needed')
  const name = nameOf(hosts[0])
  if (name === undefined || !names.has(name)) throw new Refusal(403, 'the Host header names another host; boildown serve --name NAME adds a name')
}

/** A browser says from which page a request comes: only ours may ask. @throws {Refusal} 403 */
export function checkOrigin(origin: string | undefined, names: ReadonlySet<string>): void {
  if (origin === undefined) return
  const name = nameOf(/^https?:\/\/(.{1,300})$/iu.exec(origin)?.[1] ?? '')
  if (name === undefined || !names.has(name)) throw new Refusal(403, 'requests from pages of other sites are not answered')
}

/** The name of `name:port`. */
function nameOf(host: string): string | undefined {
  return /^([a-z0-9._-]{1,255}|\[[0-9a-f:.]{2,50}\])(?::[0-9]{1,5})?$/iu.exec(host)?.[1].toLowerCase().replace(/\.$/u, '')
}
