/** Answering lines in a child process: a page that hangs, crashes or eats memory costs itself only. */
import {Failure, exit} from '../exit.ts'
import {printable} from '../explain/printable.ts'
import {Child} from '../processes/child.ts'
import type {Death, Limits} from '../processes/child.ts'
import {unread} from '../rows/read.ts'
import type {Line} from '../rows/read.ts'
import {lostAnswer} from './pageAnswer.ts'
import {abandoned} from './references.ts'
import {answersAhead} from './messages.ts'
import type {FromChild, ToChild} from './messages.ts'
import type {Answer, Mode, Work} from './protocol.ts'

/** Milliseconds between two looks at the child. */
const watchEvery = 100
/** A look that comes later than this says that this process stood still, not the child. Milliseconds, chosen. */
const lateAfter = 1000
/** Lines in hand at once: few, as they are held in memory, and enough that the child never waits. Chosen. */
const linesAhead = 8
const charactersAhead = 16_000_000
/** Pages lost without one good one in between: then it is not the pages. Chosen. */
const lostInARow = 20

export interface Isolation {
  readonly work: Work
  readonly limits: Limits
  /** What the child runs. */
  readonly program: URL
  readonly args?: readonly string[]
}

/** A line in hand. */
interface InHand {
  readonly line: Line
  /** Records of it that are answered. */
  answered: number
  /** Processes that died of record `answered`. */
  deaths: number
  /** The record is not tried again, and why. */
  lost: string | undefined
}

export class Isolated {
  readonly #isolation: Isolation
  readonly #inHand: InHand[] = []
  readonly #out: Answer[] = []
  #child: Child | undefined
  #isReady = false
  #failure: unknown
  #isRead = false
  #wake: () => void = () => undefined
  /** Counts what the child says, so that a watch sees that it goes on. */
  #said = 0
  #lostInARow = 0
  #startsInVain = 0
  /** Answers it gave that nobody has taken yet. */
  #ahead = 0

  constructor(isolation: Isolation) {
    this.#isolation = isolation
    this.#spawn()
  }

  /** The options are right, and all that they need is there. @throws {Failure} */
  async ready(): Promise<void> {
    while (!this.#isReady && this.#failure === undefined) await this.#change()
    if (this.#failure === undefined) return
    this.close()
    throw this.#failure
  }

  async *answers(lines: AsyncIterable<Line>): AsyncGenerator<Answer> {
    const timer = this.#watch()
    try {
      void this.#read(lines)
      for (;;) {
        for (let next = this.#out.shift(); next; next = this.#out.shift()) {
          yield next
          this.#ahead--
          this.#send({kind: 'taken', answers: 1})
          this.#wake()
        }
        if (this.#failure !== undefined) throw this.#failure
        if (this.#isRead && this.#inHand.length === 0) return
        await this.#change()
      }
    } finally {
      clearInterval(timer)
      this.close()
    }
  }

  /** What is in hand is given up: `answers` throws, if somebody still waits for it. */
  close(): void {
    this.#child?.kill()
    this.#child = undefined
    this.#failure ??= new Failure(exit.tryAgain, 'closed before it was done')
    this.#wake()
  }

  async #read(lines: AsyncIterable<Line>): Promise<void> {
    try {
      for await (const line of lines) {
        while (!this.#hasRoom(line)) await this.#change()
        const inHand: InHand = {line, answered: 0, deaths: 0, lost: undefined}
        this.#inHand.push(inHand)
        this.#give(inHand)
      }
      this.#isRead = true
    } catch (error) {
      // What came in before is answered first.
      while (this.#inHand.length > 0 && this.#failure === undefined) await this.#change()
      this.#failure ??= error
    }
    this.#wake()
  }

  #hasRoom({text = ''}: Line): boolean {
    if (this.#inHand.length + this.#out.length >= linesAhead) return false
    return this.#inHand.length === 0 || this.#inHand.reduce((sum, {line}) => sum + (line.text?.length ?? 0), text.length) <= charactersAhead
  }

  /** All who wait look again. */
  #change(): Promise<void> {
    return new Promise(resolve => {
      const others = this.#wake
      this.#wake = () => {
        this.#wake = () => undefined
        others()
        resolve()
      }
    })
  }

  #spawn(): void {
    const {limits, program, args = [], work} = this.#isolation
    this.#isReady = false
    this.#ahead = 0
    const child: Child = new Child({
      program, args, limits, serialization: 'advanced',
      said: message => { if (child === this.#child) this.#heard(message as FromChild) },
      gone: death => { if (child === this.#child) this.#gone(child, death) },
    })
    this.#child = child
    this.#send({kind: 'work', work})
    for (const inHand of this.#inHand) this.#give(inHand)
  }

  #send(message: ToChild): void {
    this.#child?.send(message)
  }

  #give({line, answered, lost}: InHand): void {
    this.#send({kind: 'task', task: {line, from: answered, ...(lost !== undefined && {lost})}})
  }

  #heard(message: FromChild): void {
    this.#said++
    switch (message.kind) {
      case 'ready': [this.#isReady, this.#startsInVain] = [true, 0]; break
      case 'failed': this.#failure = new Failure(message.code, message.message); break
      case 'cleaning': this.#reached(message.record); break
      case 'answer': this.#answer(message.answer); break
    }
    this.#wake()
  }

  /** What came before it in the file is done with. */
  #reached(record: number): void {
    const inHand = this.#inHand[0]
    if (inHand && inHand.answered !== record) Object.assign(inHand, {answered: record, deaths: 0, lost: undefined})
  }

  #answer(answer: Answer): void {
    const inHand = this.#inHand[0]
    if (!inHand) return
    if (inHand.lost === undefined) this.#lostInARow = 0
    if (answer.record !== undefined) this.#reached(answer.record + 1)
    this.#ahead++
    if (answer.last) this.#inHand.shift()
    this.#out.push(answer)
  }

  #gone(child: Child, death: Death | undefined): void {
    this.#child = undefined
    const reason = death?.reason ?? 'crash (exit code 0)'
    const inHand = this.#inHand[0]
    if (!this.#isReady && ++this.#startsInVain > 2) this.#failure ??= new Failure(exit.bug, `the process that cleans ends before it does anything: ${reason}; ${printable(child.lastWords)}`)
    else if (++this.#lostInARow > 2 * lostInARow) this.#failure ??= new Failure(exit.bug, `${lostInARow} pages in a row ended their process, the last one by: ${reason}`)
    else if (inHand && this.#isReady) this.#died(inHand, death?.kind, reason)
    if (this.#failure === undefined) this.#spawn()
    this.#wake()
  }

  #died(inHand: InHand, kind: Death['kind'] | undefined, reason: string): void {
    inHand.deaths++
    // Even to say that it is lost was too much: it cannot be read.
    if (inHand.lost !== undefined) {
      this.#inHand.shift()
      this.#out.push(...unreadable(inHand.line, reason, this.#isolation.work.mode))
    } else if (kind === 'deadline' || inHand.deaths > 1) inHand.lost = reason
  }

  #watch(): NodeJS.Timeout {
    let looked = performance.now()
    return setInterval(() => {
      const now = performance.now()
      const isLate = now - looked > lateAfter
      looked = now
      // Who waits until its answers are taken, or until this process goes on, does not hang.
      const isAtWork = this.#inHand.length > 0 && this.#ahead < answersAhead && !isLate
      this.#child?.watch(isAtWork ? `${this.#said} ${this.#inHand[0].line.number}` : '')
    }, watchEvery)
  }
}

function unreadable(line: Line, reason: string, mode: Mode): Answer[] {
  if (mode === 'refs' || mode === 'learn') return abandoned(line, reason)
  const error = `line ${line.number}: ${reason}`
  return [{...lostAnswer(unread(error), error), last: true}]
}
