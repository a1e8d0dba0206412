/** All connections of this process, by what somebody may ask for: a journal, a sign-in, a person, a beat. */
import type { JournalId, PersonId, SignInId } from '@tandem/shared/ids.ts'
import type { Connection } from './connection.ts'
import type { RelayLimits } from './limits.ts'
import type { Room } from './room.ts'

/** A connection and where it is. */
export interface Place {
  readonly connection: Connection
  readonly room: Room
  /** The slice of a beat at which it is looked after. */
  readonly slice: number
  /** How many it has had, and as many more as put those of a slice out of step: then they are not all judged at the same beat. */
  beats: number
}

/** Connections take turns over a beat, so that thousands of pings are not one burst, nor the questions of who is still who: each is two queries. */
export const SLICES = 200

/** The bus only wakes: what it lost is found at every third beat. */
export const BEATS_PER_JUDGEMENT = 3

export class Roster {
  readonly #places = new Set<Place>()
  readonly #slices = Array.from({ length: SLICES }, () => new Set<Place>())
  readonly #byJournal = new Map<JournalId, Set<Place>>()
  readonly #byPerson = new Map<PersonId, Set<Place>>()
  #added = 0

  get size(): number {
    return this.#places.size
  }

  [Symbol.iterator](): IterableIterator<Place> {
    return this.#places.values()
  }

  add(connection: Connection, room: Room): Place {
    this.#added += 1
    const place: Place = { connection, room, slice: this.#added % SLICES, beats: Math.floor(this.#added / SLICES) }
    this.#places.add(place)
    this.#slices[place.slice]?.add(place)
    addTo(this.#byJournal, connection.admission.journal, place)
    addTo(this.#byPerson, connection.signedIn.person, place)
    return place
  }

  remove(place: Place): void {
    this.#places.delete(place)
    this.#slices[place.slice]?.delete(place)
    removeFrom(this.#byJournal, place.connection.admission.journal, place)
    removeFrom(this.#byPerson, place.connection.signedIn.person, place)
  }

  /** Those that are looked after at this slice of a beat. */
  ofSlice(slice: number): Place[] {
    return [...(this.#slices[slice] ?? [])]
  }

  ofJournal(journal: JournalId): Place[] {
    return [...(this.#byJournal.get(journal) ?? [])]
  }

  ofPerson(person: PersonId): Connection[] {
    return [...(this.#byPerson.get(person) ?? [])].map(({ connection }) => connection)
  }

  ofSignIn(signIn: SignInId): Place[] {
    return [...this.#places].filter(({ connection }) => connection.signedIn.signIn === signIn)
  }

  /** Whether one more connection is too many. */
  isFull(room: Room, person: PersonId, limits: RelayLimits): boolean {
    return (
      this.#places.size >= limits.connections ||
      (this.#byPerson.get(person)?.size ?? 0) >= limits.connectionsPerPerson ||
      room.connections.size >= limits.connectionsPerRoom
    )
  }
}

function addTo<Key>(sets: Map<Key, Set<Place>>, key: Key, place: Place): void {
  const known = sets.get(key)
  if (known) known.add(place)
  else sets.set(key, new Set([place]))
}

function removeFrom<Key>(sets: Map<Key, Set<Place>>, key: Key, place: Place): void {
  const known = sets.get(key)
  known?.delete(place)
  if (known?.size === 0) sets.delete(key)
}
