/**
 * A number for each Yjs client id, in one array sorted by client. A client id is a tab that wrote once, so a journal of years has thousands of them, and a `Map` takes
 * about a hundred bytes for each in every open room; this takes sixteen. Adding one moves those behind it.
 */

/** Room for so many more is taken when there is none, and for a quarter more. */
const LEAST_GROWTH = 4
/** From so many on it is cheaper to sort all anew. */
const MANY = 64

export class ClientNumbers implements Iterable<[client: number, value: number]> {
  /** Client, value, client, value, … by rising client; beyond `size` pairs it is unused. */
  #pairs: Float64Array
  #size: number

  /** The clients of the entries are different from each other. */
  constructor(entries: Iterable<readonly [client: number, value: number]> = []) {
    const sorted = [...entries].toSorted(([a], [b]) => a - b)
    this.#pairs = Float64Array.from(sorted.flat())
    this.#size = sorted.length
  }

  get size(): number {
    return this.#size
  }

  get(client: number): number | undefined {
    const at = this.#placeOf(client)
    return this.#isAt(client, at) ? this.#pairs[2 * at + 1] : undefined
  }

  set(client: number, value: number): void {
    const at = this.#placeOf(client)
    if (!this.#isAt(client, at)) this.#open(at)
    this.#pairs[2 * at] = client
    this.#pairs[2 * at + 1] = value
  }

  /** Many at once. Each alone would move those behind it, and one update may bring a hundred thousand. */
  setAll(entries: readonly (readonly [client: number, value: number])[]): void {
    if (entries.length < MANY) {
      for (const [client, value] of entries) this.set(client, value)
      return
    }
    const all = new ClientNumbers(new Map([...this, ...entries]))
    this.#pairs = all.#pairs
    this.#size = all.#size
  }

  /** By rising client. */
  *[Symbol.iterator](): Generator<[client: number, value: number]> {
    for (let at = 0; at < this.#size; at += 1) yield this.at(at)
  }

  /** The pair at a place, counted from the lowest client. */
  at(place: number): [client: number, value: number] {
    return [this.#pairs[2 * place] ?? 0, this.#pairs[2 * place + 1] ?? 0]
  }

  /** Where the client stands, or would stand. */
  #placeOf(client: number): number {
    let low = 0
    let high = this.#size
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#pairs[2 * middle] ?? 0) < client) low = middle + 1
      else high = middle
    }
    return low
  }

  #isAt(client: number, place: number): boolean {
    return place < this.#size && this.#pairs[2 * place] === client
  }

  /** Makes room for one at a place. */
  #open(place: number): void {
    const end = 2 * this.#size
    if (end === this.#pairs.length) {
      const grown = new Float64Array(end + 2 * Math.max(LEAST_GROWTH, this.#size >>> 2))
      grown.set(this.#pairs)
      this.#pairs = grown
    }
    this.#pairs.copyWithin(2 * place + 2, 2 * place, end)
    this.#size += 1
  }
}
