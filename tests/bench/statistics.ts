/** Medians, and a histogram of latencies that costs next to nothing while a load runs. */

/** The middle value; the mean of the two middle ones for an even count. NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  if (sorted.length % 2 === 1) return sorted[Math.floor(middle)] ?? Number.NaN
  return ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}

/** The value that `share` (0 to 1) of the values do not exceed. NaN for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

const STEP_MS = 0.05
const STEPS = 100_000

/** Counts latencies in steps of 0.05 ms up to 5 s; longer ones count as 5 s. */
export class Histogram {
  readonly #counts = new Uint32Array(STEPS)
  #total = 0

  add(millis: number): void {
    const step = Math.min(STEPS - 1, Math.max(0, Math.floor(millis / STEP_MS)))
    this.#counts[step] = (this.#counts[step] ?? 0) + 1
    this.#total += 1
  }

  /** The latency in ms that `share` (0 to 1) of all do not exceed. NaN when nothing was counted. */
  percentile(share: number): number {
    let left = Math.max(1, Math.ceil(this.#total * share))
    if (this.#total === 0) return Number.NaN
    for (let step = 0; step < STEPS; step += 1) {
      left -= this.#counts[step] ?? 0
      if (left <= 0) return (step + 1) * STEP_MS
    }
    return STEPS * STEP_MS
  }
}
