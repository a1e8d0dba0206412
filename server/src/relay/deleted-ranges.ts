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

  /** Many at once. Each alone may move all behind it, and one update may bring a hundred thousand in any order. */
  addAll(ranges: readonly DeletedRange[]): void {
    if (ranges.length < MANY) {
      for (const range of ranges) this.add(range)
      return
    }
    for (const [client, added] of Map.groupBy(ranges, (range) => range.client)) {
      const bounds = this.#bounds.get(client) ?? []
      const known = Array.from({ length: bounds.length / 2 }, (_, at) => [bounds[2 * at] ?? 0, bounds[2 * at + 1] ?? 0] as const)
      const all = [...known, ...added.map(({ clock, length }) => [clock, clock + length] as const)]
      this.#bounds.set(client, joined(all.toSorted(([a], [b]) => a - b)))
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
    this.addAll([...load()])
  }
}

/** From so many on it is cheaper to sort all anew. */
const MANY = 64

/** The bounds of ranges that come by rising start. */
function joined(ranges: readonly (readonly [start: number, end: number])[]): number[] {
  const bounds: number[] = []
  for (const [start, end] of ranges) {
    const reached = bounds.at(-1)
    if (reached === undefined || start > reached) bounds.push(start, end)
    else if (end > reached) bounds[bounds.length - 1] = end
  }
  return bounds
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
