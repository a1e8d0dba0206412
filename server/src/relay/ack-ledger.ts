/**
 * What one connection may be told is saved. Its update-bearing frames are numbered from 1; an ack of n promises that all of the
 * first n are committed, or covered by a later step 2, which repeats whatever did not arrive.
 */
export class AckLedger {
  #received = 0
  #committed = 0
  #told = 0
  /** Numbers of frames that were refused and not covered since, ascending. Nearly always empty. */
  #refused: number[] = []

  /** Numbers the frame that just arrived. */
  receive(): number {
    this.#received += 1
    return this.#received
  }

  refuse(frame: number): void {
    this.#refused.push(frame)
  }

  /** Everything accepted up to `upTo` is committed. A step 2 covers all that was refused before it: `covers` is its number, or 0. */
  commit(upTo: number, covers: number): void {
    if (upTo > this.#committed) this.#committed = upTo
    if (covers > 0 && this.#refused.length > 0) this.#refused = this.#refused.filter((frame) => frame > covers)
  }

  /** The number to tell, once; `undefined` when there is nothing new to tell. */
  takeDue(): number | undefined {
    const firstRefused = this.#refused[0]
    const due = firstRefused === undefined ? this.#committed : Math.min(this.#committed, firstRefused - 1)
    if (due <= this.#told) return undefined
    this.#told = due
    return due
  }
}
