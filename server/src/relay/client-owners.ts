/** Whose each Yjs client id of a document is. */
import type { PersonId } from '@tandem/shared/ids.ts'
import { ClientNumbers } from './client-numbers.ts'

export class ClientOwners {
  /** Each once: few people write in a journal, and what comes from the database is a string of its own for every client id. */
  readonly #people: PersonId[] = []
  readonly #places: ClientNumbers

  constructor(owners: Iterable<readonly [client: number, person: PersonId]> = []) {
    this.#places = new ClientNumbers(Array.from(owners, ([client, person]) => [client, this.#placeOf(person)]))
  }

  get size(): number {
    return this.#places.size
  }

  get(client: number): PersonId | undefined {
    const place = this.#places.get(client)
    return place === undefined ? undefined : this.#people[place]
  }

  set(client: number, person: PersonId): void {
    this.#places.set(client, this.#placeOf(person))
  }

  /** All of one person. */
  setAll(clients: readonly number[], person: PersonId): void {
    if (clients.length === 0) return
    const place = this.#placeOf(person)
    this.#places.setAll(clients.map((client) => [client, place]))
  }

  #placeOf(person: PersonId): number {
    const known = this.#people.indexOf(person)
    return known >= 0 ? known : this.#people.push(person) - 1
  }
}
