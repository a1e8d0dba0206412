/** Lets so many at a time through, one unless told otherwise, in the order they came. */
export class Turns {
  readonly #queue: (() => void)[] = []
  #free: number

  constructor(atOnce = 1) {
    this.#free = atOnce
  }

  /** Resolves when it is the caller's turn; `end` must follow, whatever happens. */
  take(): Promise<void> | undefined {
    if (this.#free > 0) {
      this.#free -= 1
      return undefined
    }
    return new Promise((resolve) => this.#queue.push(resolve))
  }

  end(): void {
    const next = this.#queue.shift()
    if (next) next()
    else this.#free += 1
  }
}
