/**
 * A large frame may hold what takes long to judge. Then all others have had to wait for it, and nothing of its sender is read for much longer, on none of their
 * connections: not on one that comes meanwhile either.
 */
import type { Millis, PersonId } from '@tandem/shared/ids.ts'
import type { Clock } from '../clock.ts'
import type { Connection } from './connection.ts'

/** A frame of so many bytes may be made to take long, and takes long from so many milliseconds on; so many times as long its sender is not read. */
const LARGE = 16_384
const LONG: Millis = 20
const TIMES = 9
const LONGEST: Millis = 10_000

export class Rests {
  readonly #clock: Clock
  readonly #connectionsOf: (person: PersonId) => Iterable<Connection>
  readonly #until = new Map<PersonId, Millis>()

  constructor(clock: Clock, connectionsOf: (person: PersonId) => Iterable<Connection>) {
    this.#clock = clock
    this.#connectionsOf = connectionsOf
  }

  /** A frame of this person's was judged, in so long a time. */
  judged(person: PersonId, bytes: number, took: Millis): void {
    if (bytes < LARGE || took < LONG) return
    const rest = Math.min(TIMES * took, LONGEST)
    this.#until.set(person, Math.max(this.#until.get(person) ?? 0, this.#clock.now() + rest))
    pauseFor(rest, [...this.#connectionsOf(person)], this.#clock)
    this.#clock.after(rest, () => {
      if ((this.#until.get(person) ?? 0) <= this.#clock.now()) this.#until.delete(person)
    })
  }

  /** A new connection waits as long as the others of its person. */
  welcome(connection: Connection): void {
    const rest = (this.#until.get(connection.signedIn.person) ?? 0) - this.#clock.now()
    if (rest > 0) pauseFor(rest, [connection], this.#clock)
  }
}

/** The goodbye of one that is closed must be read. */
function pauseFor(rest: Millis, connections: readonly Connection[], clock: Clock): void {
  const open = connections.filter(({ isLeaving }) => !isLeaving)
  for (const connection of open) connection.pause()
  clock.after(rest, () => {
    for (const connection of open) connection.resume()
  })
}
