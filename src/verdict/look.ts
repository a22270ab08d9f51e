/** What of a page the verdict looks at: its title, its short blocks, the words beside them, its markup if there is little else. */
import type {Block, Page} from '../page/page.ts'
import {Sieve} from '../rules/sieve.ts'
import {verdicts, type Alarm, type VerdictRow} from '../rules/verdicts.ts'
import {needs} from './needs.ts'
import type {Judged} from './judged.ts'

export interface Hit {
  readonly row: VerdictRow
  /** The words, shortened. */
  readonly text: string
  /** Block they stand in, -1 for the title and the markup. */
  readonly block: number
}

/** Words kept from which a page has its text, whatever else it says: nothing more is asked. Chosen. */
const full = 400
/** Longer blocks speak about walls and errors; they are none. */
const maxText = 400
/** Blocks that are read, from the top, and words of a visible page up to which markup is looked at. */
const maxBlocks = 400
const maxSourceWords = 60
const maxSource = 300_000
/** A character of a script without spaces, in words; as everywhere in this project. */
const wideWord = 0.6
/** Words of a block from which it is prose and no label; sentences end in it. */
const proseWords = 12
/** Words that a wall needs to say what it is. Chosen. */
const ownWords = 35
/** Words of a block that may say it: longer ones speak about it. Chosen; consent walls explain themselves at length. */
const maxSaying = 45
/** Places where other pages are advertised: their walls are not this page's. */
const elsewhere = new Set(['aside', 'nav', 'footer'])

const textRows = verdicts.filter(({where}) => where === 'text')
const titleRows = verdicts.filter(({where}) => where === 'title')
/** Headings say what a page is; of other lines only the buttons of a consent wall count: that row is sieved with the texts. */
const labelRow = titleRows.findIndex(({name}) => name === 'consent-buttons')
/** Tell the few rows that a block or a title could match. */
const textSieve = new Sieve(() => [...needs().text, needs().title[labelRow]])
const titleSieve = new Sieve(() => needs().title)
const labelBit = 1 << textRows.length

export class Look {
  readonly #page: Page
  readonly #alive: (block: number) => boolean
  readonly #titles: readonly string[]
  readonly keptWords: number
  readonly visibleWords: number
  /** Words of notices that a page without scripts shows. */
  readonly noticeWords: number
  #hits: readonly Hit[] | undefined
  #proseBelow: Float64Array | undefined

  constructor({page, alive, title}: Judged) {
    this.#page = page
    this.#alive = alive
    this.#titles = titlesOf(page, title)
    let kept = 0
    let visible = 0
    let notices = 0
    for (let i = 0; i < page.blocks.length; i++) {
      const words = page.columns.words[i] + wideWord * page.columns.wide[i]
      if (alive(i)) kept += words
      if (page.blocks[i].hidden === 'no') visible += words
      else if (page.blocks[i].hidden === 'noscript') notices += words
    }
    this.keptWords = kept
    this.visibleWords = visible
    this.noticeWords = notices
  }

  /** The page has so much text that no wall can stand before it. */
  get isFull(): boolean {
    return this.keptWords >= full
  }

  get scripts(): number {
    return this.#page.counts.scripts
  }

  /** What is visible is a loading text. */
  get isLoading(): boolean {
    return this.visibleWords < 12 && this.#page.blocks.some(({text, hidden}) => hidden === 'no' && /^(?:loading|wird geladen|laden|lade|chargement|cargando|carregando|caricamento|загрузка|加载中|読み込み中|로딩 ?중|yükleniyor|ładowanie|laddar)(?: en cours| in corso)?\s{0,2}(?:\.{2,4}|…)?$/iu.test(text.trim()))
  }

  get hasPassword(): boolean {
    const {source} = this.#page
    return source.length < maxSource * 4 && /type=["']?password/iu.test(source)
  }

  hits(verdict: Alarm): readonly Hit[] {
    this.#hits ??= this.#found()
    return this.#hits.filter(({row}) => row.verdict === verdict)
  }

  /** Words of the page that do not belong to the alarm: all that are kept, and those of sentences. */
  beside(verdict: Alarm): {readonly words: number; readonly prose: number} {
    const {blocks, columns} = this.#page
    const own = new Set(this.hits(verdict).map(({block}) => block))
    let words = 0
    let prose = 0
    for (let i = 0; i < blocks.length; i++) {
      const isAlive = this.#alive(i)
      if (blocks[i].hidden !== 'no' && !isAlive) continue
      // A long block that says the words speaks about them: what it says besides counts.
      const count = columns.words[i] + wideWord * columns.wide[i] - (own.has(i) ? ownWords : 0)
      if (count <= 0) continue
      if (isAlive) words += count
      if (count >= proseWords && columns.linked[i] * 2 < columns.length[i] && columns.stops[i] > 0 && !isWallText(blocks[i], verdict)) prose += count
    }
    return {words, prose}
  }

  #found(): readonly Hit[] {
    const out: Hit[] = []
    const bySource = this.visibleWords <= maxSourceWords ? this.#page.source.slice(0, maxSource) : ''
    const titles = this.#titles
    const mayHit = titles.map(title => titleSieve.of(title))
    let bit = 1
    for (const row of verdicts) {
      if (row.where === 'title') {
        const title = titles.find((each, i) => (mayHit[i] & bit) !== 0 && row.find.test(each))
        bit <<= 1
        if (title !== undefined) out.push({row, text: short(title), block: -1})
      } else if (row.where === 'source' && bySource !== '') {
        const match = row.find.exec(bySource)
        if (match !== null) out.push({row, text: short(match[0]), block: -1})
      }
    }
    this.#inBlocks(out)
    return out
  }

  #inBlocks(out: Hit[]): void {
    const {blocks, columns} = this.#page
    for (let i = 0; i < Math.min(blocks.length, maxBlocks); i++) {
      const block = blocks[i]
      if (block.text === '' || block.text.length > maxText || block.kind === 'code' || (block.hidden !== 'no' && block.hidden !== 'noscript')) continue
      const text = plain(block.text)
      const isLine = block.text.length <= 80 && block.hidden === 'no'
      const mayHit = textSieve.of(text)
      const mayTitle = !isLine ? 0 : block.kind === 'heading' ? titleSieve.of(text) : (mayHit & labelBit) === 0 ? 0 : 1 << labelRow
      if (mayHit === 0 && mayTitle === 0) continue
      const isElsewhere = this.#isElsewhere(block)
      const isLong = columns.words[i] + wideWord * columns.wide[i] > maxSaying
      for (let r = 0; r < textRows.length; r++) {
        if (((mayHit >>> r) & 1) === 0) continue
        const row = textRows[r]
        if (row.verdict === 'paywall' ? isElsewhere || this.#goesOn(i) : isLong && row.verdict !== 'consent-wall') continue
        const match = row.find.exec(text)
        if (match !== null && !isQuoted(text, match.index) && (block.hidden === 'no' || row.verdict === 'app-shell' || row.verdict === 'bot-check')) out.push({row, text: short(match[0]), block: i})
      }
      if (isElsewhere || mayTitle === 0) continue
      const line = bare(text)
      for (let r = 0; r < titleRows.length; r++) if (((mayTitle >>> r) & 1) !== 0 && titleRows[r].find.test(line)) out.push({row: titleRows[r], text: short(line), block: i})
    }
  }

  #isElsewhere({region}: Block): boolean {
    const {regions} = this.#page
    for (let at = region; at >= 0; at = regions[at].parent) if (elsewhere.has(regions[at].tag)) return true
    return false
  }

  /** Does the text go on below the block? Then it is no wall. */
  #goesOn(block: number): boolean {
    this.#proseBelow ??= this.#belowEach()
    return this.#proseBelow[block] > 120
  }

  /** Words of sentences that are kept below each block: added up once, from the end. */
  #belowEach(): Float64Array {
    const {blocks, columns} = this.#page
    const below = new Float64Array(blocks.length)
    for (let i = blocks.length - 2; i >= 0; i--) {
      const count = columns.words[i + 1] + wideWord * columns.wide[i + 1]
      below[i] = below[i + 1] + (count >= 25 && this.#alive(i + 1) && columns.stops[i + 1] > 1 ? count : 0)
    }
    return below
  }
}

/** What walls explain at length. */
function isWallText({text}: Block, verdict: Alarm): boolean {
  switch (verdict) {
    case 'consent-wall': return /cookie|tracking|partner|privacy|datenschutz|données|datos|dati personali|gegevens|werb|einwillig|zustimm|consent|consenso|samty|integritet|prywatno|zgod|partenaire|publicit|suscri|parceir|publicidad|personvern|eväste|soukrom|adatv|согласи|реклам|プライバシ|クッキー|广告|隐私/iu.test(text)
    case 'paywall': return /subscri|abo\b|abonn|suscri|abbon|assin|prenumer|account|digital access|cancel|kündbar/iu.test(text)
    case 'bot-check': return /cookie|javascript|robot|\bbot|browser|captcha|block|security|\bip\b|automat|human|mensch|sicherheit|humain|sécurité|humano|seguridad|segurança|umano|sicurezza|beveilig|робот|безопасн|验证|安全|ロボット|세션|로봇|traffic|network|administrator|support id|datenverkehr|netzwerk/iu.test(text)
    case 'login-wall': return /log ?-?in|sign|password|account|privileg|permission|terms|policy|anmeld|passwor[dt]|konto|connect|compte|mot de passe|sesión|contraseña|cuenta|acced|inlog|wachtwoord|zalog|hasł|войти|вход|парол|登录|ログイン|로그인|member|register|sso|session/iu.test(text)
    case 'error-page': return /page|seite|página|pagina|error|fehler|link|url|address|server|search/iu.test(text)
    default: return /domain|server|website|web site|hosting|sponsored|apache/iu.test(text)
  }
}

/** The page's title as it is, without the site's name, and each of its parts. */
function titlesOf({head}: Page, title: string | null): readonly string[] {
  const whole = plain(head.title.slice(0, 300))
  const parts = whole.split(/\s[|–—•·‹›»«:-]{1,2}\s|\s?\|\s?/u)
  return [...new Set([bare(whole), ...(title === null ? [] : [bare(plain(title))]), ...(parts.length > 1 ? [bare(parts[0]), bare(parts[parts.length - 1]), bare(parts.slice(0, -1).join(' - '))] : [])])].filter(each => each !== '')
}

function plain(text: string): string {
  return (isSimple(text) ? text : text.replace(/[’‘]/gu, "'").replace(/\s+/gu, ' ')).toLowerCase()
}

/** ASCII with single spaces, as most texts are. */
function isSimple(text: string): boolean {
  let before = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit > 0x7e || unit < 0x20 || (unit === 0x20 && before === 0x20)) return false
    before = unit
  }
  return true
}

/** Words in quotation marks are spoken about. */
function isQuoted(text: string, at: number): boolean {
  return /["“„«»'「『]\s?$/u.test(text.slice(Math.max(0, at - 2), at))
}

/** Without what stands around a line: dots, signs, arrows. */
function bare(text: string): string {
  return text.replace(/^[\s!?.…:;,→←*–—|-]+|(?<![\s!?.…:;,→←*–—|-])[\s!?.…:;,→←*–—|-]+$/gu, '')
}

/** At most 80 characters, a string of its own. */
function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
