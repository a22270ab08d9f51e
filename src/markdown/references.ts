/** Links with their targets at the end of the document: `[text][1]`, and `[1]: address` below. */

export class References {
  readonly #numbers = new Map<string, number>()

  /** What stands behind the text of a link to this target (address and title as they are written). */
  of(target: string): string {
    const known = this.#numbers.get(target) ?? this.#numbers.size + 1
    this.#numbers.set(target, known)
    return `[${known}]`
  }

  /** The definitions, '' if there are none. */
  definitions(): string {
    return [...this.#numbers].map(([target, number]) => `[${number}]: ${target === '' ? '<>' : target}`).join('\n')
  }
}

/** Text in brackets that a definition could make a link. */
export const numberInBrackets = /\[(?=\d{1,9}\])/gu
