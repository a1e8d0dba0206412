/** Compares snapshots with what joiners have, one at a time. Each that is asked crosses to its thread as a copy of the document, so those that wait stand here. */
import type { Snapshotter } from '../log/snapshotter.ts'
import { Turns } from '../database/turns.ts'

/** While so many are compared or wait, the next joiners are sent everything: that is one buffer for all of them, and they have it sooner. */
const ENOUGH = 4

interface Compared {
  readonly bytes: Uint8Array
  readonly vector: Uint8Array
  /** Whether nobody waits for the answer any more. */
  readonly isPointless: () => boolean
}

export class Comparisons {
  readonly #snapshotter: Pick<Snapshotter, 'diff'>
  readonly #turns = new Turns()
  #count = 0

  constructor(snapshotter: Pick<Snapshotter, 'diff'>) {
    this.#snapshotter = snapshotter
  }

  get isBusy(): boolean {
    return this.#count >= ENOUGH
  }

  /** What somebody with this state vector lacks; `undefined` when it is pointless by the time its turn comes. Rejects as `diff` does. */
  async compare({ bytes, vector, isPointless }: Compared): Promise<Uint8Array | undefined> {
    this.#count += 1
    await this.#turns.take()
    try {
      return isPointless() ? undefined : await this.#snapshotter.diff(bytes, vector)
    } finally {
      this.#turns.end()
      this.#count -= 1
    }
  }
}
