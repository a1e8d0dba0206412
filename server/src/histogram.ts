/** How long things took, counted in fixed buckets: cheap enough for every commit, exact enough for an operator. */
import type { Millis } from '@tandem/shared/ids.ts'

/** Upper bounds of the buckets; what took longer counts in one more. */
const BOUNDS: readonly Millis[] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000]

export interface Bucket {
  /** Infinity for the last. */
  readonly upTo: Millis
  /** How many took at most this long. */
  readonly count: number
}

export class Histogram {
  readonly #counts = [...BOUNDS, Number.POSITIVE_INFINITY].map(() => 0)
  #sum = 0

  /** Counts one. A time below zero, from a clock that was set back, counts as none. */
  observe(took: Millis): void {
    let bucket = 0
    while (bucket < BOUNDS.length && took > (BOUNDS[bucket] ?? 0)) bucket += 1
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1
    if (took > 0) this.#sum += took
  }

  /** All that was observed, added up. */
  get sum(): Millis {
    return this.#sum
  }

  /** Each bucket with everything below it, so the last one's count is the number of observations. */
  buckets(): Bucket[] {
    let count = 0
    return this.#counts.map((own, index) => {
      count += own
      return { upTo: BOUNDS[index] ?? Number.POSITIVE_INFINITY, count }
    })
  }
}
