/**
 * Which structs of a document are known to be deleted. A joiner's step 2 always repeats the whole delete set,
 * so only by knowing it can the relay tell a step 2 that brings nothing from one that deletes.
 */

export interface DeletedRange {
  readonly client: number
  readonly clock: number
  readonly length: number
}

/** A set of clocks per client id, kept as sorted, disjoint, non-touching ranges. */
export class DeletedRanges {
  /** Per client id: start, end, start, end, … (ends exclusive). One flat array is a third of the memory of objects. */
  readonly #bounds = new Map<number, number[]>()
  #later: (() => Iterable<DeletedRange>) | undefined

  /** Adds what `load` gives as soon as somebody asks, for who only reads a document needs none of it. It must hold everything an earlier one would have given. */
  addLater(load: () => Iterable<DeletedRange>): void {
    this.#later = load
  }

  /** Whether every clock of the range is in the set. */
  has({ client, clock, length }: DeletedRange): boolean {
    this.#load()
    const bounds = this.#bounds.get(client)
    if (!bounds) return false
    // An odd count of bounds at or below the clock means that it lies inside a range, whose end comes next.
    const index = countUpTo(bounds, clock)
    return index % 2 === 1 && clock + length <= (bounds[index] ?? 0)
  }

  add({ client, clock, length }: DeletedRange): void {
    const end = clock + length
    const bounds = this.#bounds.get(client)
    if (!bounds) {
      this.#bounds.set(client, [clock, end])
      return
    }
    // All ranges that overlap or touch the new one become part of it.
    const from = countUpTo(bounds, clock - 1)
    const to = countUpTo(bounds, end)
    const first = from % 2 === 1 ? from - 1 : from
    const afterLast = to % 2 === 1 ? to + 1 : to
    if (first === afterLast) {
      bounds.splice(first, 0, clock, end)
      return
    }
    const start = Math.min(clock, bounds[first] ?? clock)
    const stop = Math.max(end, bounds[afterLast - 1] ?? end)
    if (afterLast - first === 2) {
      bounds[first] = start
      bounds[first + 1] = stop
    } else {
      bounds.splice(first, afterLast - first, start, stop)
    }
  }

  /** How many ranges there are, for metrics and tests. */
  get size(): number {
    this.#load()
    let size = 0
    for (const bounds of this.#bounds.values()) size += bounds.length / 2
    return size
  }

  #load(): void {
    const load = this.#later
    if (!load) return
    this.#later = undefined
    for (const range of load()) this.add(range)
  }
}

/** How many of the sorted numbers are at most `value`. */
function countUpTo(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) <= value) low = middle + 1
    else high = middle
  }
  return low
}
