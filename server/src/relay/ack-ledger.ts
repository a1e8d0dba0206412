/**
 * What one connection may be told is saved. Its update-bearing frames are numbered from 1; an ack of n promises that all of the
 * first n are committed, or covered by a later step 2, which repeats whatever did not arrive.
 */
export class AckLedger {
  #received = 0
  #committed = 0
  #told = 0
  /** The first and the last frame that was refused and not covered since; 0 when there is none. Those between need not be known. */
  #firstRefused = 0
  #lastRefused = 0

  /** Numbers the frame that just arrived. */
  receive(): number {
    this.#received += 1
    return this.#received
  }

  refuse(frame: number): void {
    if (this.#firstRefused === 0) this.#firstRefused = frame
    this.#lastRefused = frame
  }

  /** Everything accepted up to `upTo` is committed. A step 2 covers all that was refused before it: `covers` is its number, or 0. */
  commit(upTo: number, covers: number): void {
    if (upTo > this.#committed) this.#committed = upTo
    if (this.#firstRefused === 0 || covers < this.#firstRefused) return
    if (covers < this.#lastRefused) {
      this.#firstRefused = covers + 1
    } else {
      this.#firstRefused = 0
      this.#lastRefused = 0
    }
  }

  /** The number to tell, once; `undefined` when there is nothing new to tell. */
  takeDue(): number | undefined {
    const due = this.#firstRefused === 0 ? this.#committed : Math.min(this.#committed, this.#firstRefused - 1)
    if (due <= this.#told) return undefined
    this.#told = due
    return due
  }
}
