/**
 * Names of files that any system takes: whatever an address or an archive says, one part of a path stays one part,
 * and a path stays inside its folder.
 */
import {createHash} from 'node:crypto'

/** Bytes of one part of a path. File systems take 255; endings and the names of temporary files come to it. */
export const partBytes = 180
/** Bytes of a whole relative path: beyond it names become hashes. Chosen: systems take from 1,024 in all. */
const pathBytes = 700

/** Names that Windows keeps for devices, whatever their ending. */
const reserved = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/iu
/** Separators, what Windows forbids, controls, direction and format characters, lone surrogates, private and unassigned ones. */
const forbidden = /[<>:"/\\|?*]|\p{C}|\p{Zl}|\p{Zp}/gu

/** One part of a path; never '', '.', '..', hidden or ending in a dot or space. Long names keep their beginning, and get a hash. */
export function safeName(name: string): string {
  const plain = name.normalize('NFC').replace(forbidden, '_').replace(/^[.\s]+/u, dots => '_'.repeat(Math.min(dots.length, 3))).replace(/(?<![.\s])[.\s]+$/u, '_')
  const safe = plain === '' ? '_' : plain.replace(reserved, device => `${device}_`)
  return Buffer.byteLength(safe) <= partBytes ? safe : `${cutToBytes(safe, partBytes - 40)}-${shortHash(name)}${endingOf(safe)}`
}

/** A relative path of safe parts, with `/` between them: steps up and empty parts are left out. */
export function safePath(relative: string): string {
  const parts = relative.split('/').filter(part => part !== '' && part !== '.' && part !== '..').map(safeName)
  const whole = parts.join('/')
  if (whole === '') return '_'
  if (Buffer.byteLength(whole) <= pathBytes) return whole
  return `long-paths/${shortHash(relative).slice(0, 2)}/${cutToBytes(parts[parts.length - 1], 80)}-${shortHash(relative)}${endingOf(whole)}`
}

/** The same for names that some file system takes for one: case and composed letters aside. */
export function foldedName(name: string): string {
  return name.normalize('NFKC').toLowerCase().normalize('NFD')
}

/** 64 bits in hex: two of a billion names that share the rest of theirs collide once in thirty. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/** At most so many bytes of UTF-8, no half characters. */
export function cutToBytes(text: string, bytes: number): string {
  let size = 0
  let out = ''
  for (const sign of text) {
    size += Buffer.byteLength(sign)
    if (size > bytes) break
    out += sign
  }
  return out.replace(/(?<![.\s])[.\s]+$/u, '')
}

/** `.html`; '' if there is none that is short and plain. */
function endingOf(name: string): string {
  return /\.[a-z0-9]{1,10}$/iu.exec(name)?.[0] ?? ''
}
