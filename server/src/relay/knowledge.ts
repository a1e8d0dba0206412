/** What the relay knows of a document without holding it: how far each client id has written, whose it is, and what is deleted. */
import type { PersonId } from '@tandem/shared/ids.ts'
import { ClientNumbers } from './client-numbers.ts'
import { ClientOwners } from './client-owners.ts'
import { type DeletedRange, DeletedRanges } from './deleted-ranges.ts'
import type { StateVector } from './state-vector.ts'

/** Covers what was accepted, also before it is committed: contiguity is judged against it. */
export interface Knowledge {
  readonly vector: ClientNumbers
  readonly owners: ClientOwners
  readonly deleted: DeletedRanges
}

/** Of a document that holds nothing, or what this vector says. */
export function newKnowledge(vector: StateVector = new Map()): Knowledge {
  return { vector: new ClientNumbers(vector), owners: new ClientOwners(), deleted: new DeletedRanges() }
}

/** What an update adds to the knowledge. */
export interface News {
  /** Client ids and the clocks up to which they are known from now on. */
  readonly advances: readonly (readonly [client: number, clock: number])[]
  /** Client ids nobody had written under. */
  readonly claims: readonly number[]
  readonly deletes: readonly DeletedRange[]
  /** A struct of the update begins with known clocks and goes on with new ones. What it says of the known ones need not be what is known. */
  readonly isPartlyKnown: boolean
}

export function learn(knowledge: Knowledge, news: News, author: PersonId): void {
  knowledge.vector.setAll(news.advances)
  knowledge.owners.setAll(news.claims, author)
  knowledge.deleted.addAll(news.deletes)
}
