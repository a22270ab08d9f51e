/** Generated texts for the masking of personal identifiers: what must be masked, and what looks like it and must not. */

/** Numbers from 0 to 1, the same every time. @see mulberry32 */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export class Maker {
  readonly #random: () => number
  constructor(seed: number) {
    this.#random = seeded(seed)
  }

  number(from: number, to: number): number {
    return from + Math.floor(this.#random() * (to - from + 1))
  }

  one<T>(of: readonly T[]): T {
    return of[this.number(0, of.length - 1)]
  }

  /** A mask of digits: `#` is any, `N` 2 to 9, `X` 1 to 9. */
  digits(form: string): string {
    return form.replace(/[#NX]/gu, sign => String(this.number(sign === '#' ? 0 : sign === 'N' ? 2 : 1, 9)))
  }

  /** @see ISO/IEC 7812-1 */
  card(): string {
    const [prefix, length] = this.one([['4', 16], ['51', 16], ['55', 16], ['2221', 16], ['34', 15], ['37', 15], ['6011', 16], ['36', 14]] as const)
    let body: string = prefix
    while (body.length < length - 1) body += this.number(0, 9)
    const sum = [...body].reverse().reduce((all, digit, i) => all + (i % 2 === 0 ? (Number(digit) * 2 > 9 ? Number(digit) * 2 - 9 : Number(digit) * 2) : Number(digit)), 0)
    const whole = body + String((10 - (sum % 10)) % 10)
    const gap = this.one(['', ' ', '-'])
    return length === 16 ? whole.match(/.{4}/gu)!.join(gap) : [whole.slice(0, 4), whole.slice(4, 10), whole.slice(10)].join(gap)
  }

  /** @see ISO 7064, MOD 97-10 */
  iban(): string {
    const [country, form] = this.one([
      ['DE', '##################'], ['FR', '#######################'], ['GB', 'LOND##############'], ['ES', '####################'], ['NL', 'ABNA##########'],
      ['AT', '################'], ['CH', '#################'], ['IT', 'X######################'], ['PL', '########################'], ['BE', '############'], ['NO', '###########'],
    ] as const)
    const body = country === 'GB' || country === 'NL' ? form.slice(0, 4) + this.digits(form.slice(4)) : this.digits(form)
    let rest = 0
    for (const sign of `${body}${country}00`) {
      const value = Number.parseInt(sign, 36)
      rest = (rest * (value > 9 ? 100 : 10) + value) % 97
    }
    const whole = `${country}${String(98 - rest).padStart(2, '0')}${body}`
    return this.one([whole, whole.match(/.{1,4}/gu)!.join(' ')])
  }

  email(): string {
    const name = this.one(['maria.lopez', 'j_smith', 'info', 'k.o-brien', 'anna+news', 'yuki77', 'jean-luc.picard', 'müller', 'x', 'sales.eu'])
    const host = this.one(['example.org', 'mail.example.co.uk', 'uni-bonn.de', 'gmail.com', 'a.b.c.example.net', 'firma.museum', 'bücher.example', 'sub.domain.io'])
    return this.one([`${name}@${host}`, `${name}@${host}`, `${name}@${host}`, `${name} (at) ${host}`, `${name} [at] ${host.replaceAll('.', ' [dot] ')}`, `[Write](mailto:${name}@${host})`, `<${name}@${host}>`, name.includes('_') ? `${name.replace('_', '\\_')}@${host}` : `${name}@${host}`])
  }

  ip(): string {
    const hex = (): string => this.number(1, 65535).toString(16)
    return this.one([
      () => `${this.number(20, 223)}.${this.number(0, 255)}.${this.number(0, 255)}.${this.number(1, 254)}`,
      () => `${this.number(1, 9)}.${this.number(20, 255)}.${this.number(0, 255)}.${this.number(1, 254)}:${this.number(80, 9999)}`,
      () => `192.168.${this.number(0, 255)}.${this.number(1, 254)}`,
      () => Array.from({length: 8}, hex).join(':'),
      () => `2001:db8::${hex()}:${hex()}`,
      () => `fe80::${hex()}:${hex()}:${hex()}:${hex()}`,
      () => `2a02:${hex()}:${hex()}::${this.number(1, 9)}`,
    ])()
  }

  phone(): string {
    return this.digits(this.one([
      '+1 NX5-N##-####', '+1 (N12) N##-####', '+1NX#N##5###', '1-800-N##-####', '(N15) N##-####', 'N0X-N##-####', 'N15.N##.####', 'N15 N##-####',
      '+44 20 7### ####', '+44 (0)20 7### ####', '020 7### ####', '07### ######', '01632 96####', '+447#########',
      '+49 30 #######', '+49 (0)171 #######', '0171/#######', '030 - 12 34 5##', '(0221) 4####-#', '0049 89 #######', '089 / 45 ## ##',
      '+33 6 ## ## ## ##', '06 ## ## ## ##', '01.4#.##.##.##', '+34 6## ### ##1', 'Tel. 91# ### ###', '+39 06 #### ####', 'tel: 02 #######',
      '+48 601 ### ##1', '+31 6 ########', '06-########', '+41 44 ### ## ##', '044 ### ## ##', '+46 8 ### ## ##', '+81 3-####-####', '03-####-####', '090-####-####',
      '+86 138 #### ####', '138-####-####', '电话：010-########', '+91 98### #####', 'Mobile: 98### #####', '+61 2 9### ####', '(02) 9### ####', '0412 ### ###',
      '+55 11 9####-####', '(11) 9####-####', '+7 495 ###-##-##', 'тел. 8 (495) ###-##-##', 'Phone: N15#######', 'call us at ########', 'Fax 030 ########',
      '[Call](tel:+4930#######)', 'WhatsApp +1 758 N##-####', 'Téléphone : 01 ## ## ## ##',
    ]))
  }

  /** A sentence around it, as running text, lists and contact pages have it. */
  around(what: string): string {
    return this.one(['Write to us: {}.', 'You can reach the office under {} on weekdays.', '- {}', '{}', 'For questions ({}) ask Mary.', '| Contact | {} |', 'Kontakt: {}, Bonn', '**{}**', 'She gave {} to the clerk, who wrote it down in 2024.', 'Details: {}; closed on Sundays']).replace('{}', what)
  }

  /** A paragraph without identifiers that is full of numbers and signs. */
  clean(): string {
    const version = `${this.number(0, 19)}.${this.number(0, 19)}.${this.number(0, 19)}.${this.number(0, 19)}`
    return this.one([
      () => `Version ${version} of the program fixes the crash of ${this.number(1, 30)}.${this.number(1, 12)}.${this.number(1990, 2030)}.`,
      () => `Upgrade from v${this.number(1, 20)}.${this.number(0, 99)}.${this.number(0, 200)}.${this.number(0, 200)} to ${version}.`,
      () => `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/${this.number(90, 130)}.0.${this.number(0, 250)}.${this.number(0, 250)} Safari/537.36`,
      () => `It costs ${this.one(['$', '€', '£'])}${this.number(1, 999)}.${this.digits('##')}, down from ${this.number(1, 9)} ${this.digits('### ###')} euro, a drop of ${this.number(1, 99)} %.`,
      () => `ISBN 978-${this.number(0, 9)}-${this.digits('###')}-${this.digits('#####')}-${this.number(0, 9)}, ${this.number(100, 900)} pages; ISBN-10: 0-${this.digits('###')}-${this.digits('#####')}-X.`,
      () => `ISBN ${this.digits('978##########')} and ISSN ${this.digits('####-####')} are listed under EAN ${this.digits('#############')}.`,
      () => `It opened on ${this.number(1, 28)}/0${this.number(1, 9)}/${this.number(1990, 2030)} at ${this.number(10, 23)}:${this.digits('3#')} and closed on ${this.number(1990, 2030)}-0${this.number(1, 9)}-1${this.number(0, 9)}.`,
      () => `Between 0${this.number(1, 9)}.0${this.number(1, 9)}.${this.number(2000, 2030)} and 1${this.number(0, 2)}.1${this.number(0, 2)}.${this.number(2000, 2030)} they met ${this.number(2, 20)} times.`,
      () => `Order no. ${this.digits('###-#######-#######')} (item ${this.digits('##########')}) was shipped.`,
      () => `Article ${this.digits('################')} and id ${this.digits('##################')} are the same record.`,
      () => `The town has ${this.number(1, 9)} ${this.digits('### ###')} people, ${this.number(1, 9)},${this.digits('###,###')} of them within ${this.digits('##.#')} km.`,
      () => `Growth of +${this.number(1, 9)} ${this.digits('### ###')} users, or +${this.number(1, 90)} %, since ${this.number(1990, 2024)}–${this.number(2025, 2030)}.`,
      () => `It lies at ${this.digits('4#.######')}, ${this.digits('-7#.######')} (+${this.digits('4#.######')}), ${this.digits('####')} m above the sea.`,
      () => `Scores: ${this.number(0, 9)}-${this.number(0, 9)}, ${this.number(10, 99)}:${this.number(10, 99)}, ${this.number(1, 7)}-6 6-${this.number(1, 4)} 7-5.`,
      () => `| ${Array.from({length: 8}, () => this.number(0, 9999)).join(' | ')} |`,
      () => `Use std::vector or a::b; see section ${this.number(1, 19)}.${this.number(1, 9)}.${this.number(1, 9)}.${this.number(1, 9)} and RFC ${this.number(1000, 9999)}.`,
      () => `The hash is ${this.digits('##')}ab${this.digits('####')}cd${this.digits('######')}ef, the MAC 00:1A:2B:3C:4D:${this.digits('##')}, the port ${this.digits('8###')}.`,
      () => `arXiv:${this.digits('2###.#####')} and doi: 10.${this.digits('####')}/s${this.digits('####')}-0${this.digits('##')}-${this.digits('#####')}-${this.number(0, 9)} say so.`,
      () => `See https://example.org/${this.number(2000, 2030)}/0${this.number(1, 9)}/${this.digits('##########')}?id=${this.digits('NNN-NNN-####')} for more.`,
      () => `The picture logo@2x.png replaces logo@3x.webp; follow @example, mail is at the desk (at noon).`,
      () => `In ${this.number(1900, 1990)} ${this.number(1, 999)} ships of ${this.digits('### ###')} tons sailed; in ${this.number(1991, 2020)} none did.`,
      () => `CVE-${this.number(2000, 2030)}-${this.digits('#####')} and KB${this.digits('#######')} concern model ${this.digits('XT-####-###')} (SKU ${this.digits('####-######')}).`,
      () => `Open ${this.number(0, 1)}8:00-1${this.number(0, 9)}:00, lines 01 03 05 07, platform ${this.number(1, 9)}, seats ${this.number(1, 60)}/${this.number(1, 60)}.`,
      () => `Patent US ${this.digits('N,###,###')} B2, DIN EN ISO ${this.digits('####')}-${this.number(1, 9)}:${this.number(1990, 2024)}, part ${this.digits('##-####-##')}.`,
      () => `At ${this.number(1, 12)} o'clock the ${this.one(['old', 'new'])} bridge, built ${this.number(1800, 1999)}, was closed for ${this.number(2, 9)} days.`,
    ])()
  }
}
