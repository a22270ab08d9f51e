/** Why a request gets no page back. */

export class Refusal extends Error {
  /** HTTP status. */
  readonly status: number
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.headers = headers
  }
}

/** Seconds after which a client may try again: a full queue is worked off in about one. */
const retryAfter = '1'

export function tooBusy(message: string): Refusal {
  return new Refusal(503, message, {'Retry-After': retryAfter})
}
