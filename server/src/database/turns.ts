/** Lets one at a time through, in the order they came. */
export class Turns {
  readonly #queue: (() => void)[] = []
  #taken = false

  /** Resolves when it is the caller's turn; `end` must follow, whatever happens. */
  take(): Promise<void> | undefined {
    if (!this.#taken) {
      this.#taken = true
      return undefined
    }
    return new Promise((resolve) => this.#queue.push(resolve))
  }

  end(): void {
    const next = this.#queue.shift()
    if (next) next()
    else this.#taken = false
  }
}
