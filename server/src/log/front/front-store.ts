/** Commits a batch to the front and settles each append of it: stored with its seq, or refused with the reason. What the database would refuse later is refused here. */
import { Failure } from '@tandem/shared/failure.ts'
import type { DocumentId, PersonId, Seq } from '@tandem/shared/ids.ts'
import type { Database } from '../../database/database.ts'
import { StorageFault } from '../../database/fault.ts'
import { type Append, documentsOf } from '../batch.ts'
import { claimKey, loadHeads, loadOwnersOfClaims } from '../examine-batch.ts'
import { followerFailure } from '../group-commit.ts'
import { loadReadOutSeqs } from '../read-log.ts'
import type { Front } from './front.ts'
import type { FrontEntry } from './front-entry.ts'
import { isEncodable } from './front-encoder.ts'
import type { Mover } from './mover.ts'

export interface FrontStoreOptions {
  readonly front: Front
  readonly mover: Mover
  readonly database: Database
  /** Called as soon as appends are refused, before anybody is told. */
  readonly onRefused: (documents: ReadonlySet<DocumentId>) => void
  /** Runs a commit, and may look at how it fares. */
  readonly watch: (commit: () => Promise<void>) => Promise<void>
  /** Of how many documents the heads are kept at hand. */
  readonly knownHeads: number
}

/** More than this is not kept in front of a database that does not take it: it stands in memory too. */
const FRONT_BYTES = 67_108_864

export class FrontStore {
  readonly #options: FrontStoreOptions
  readonly #heads = new Map<DocumentId, Seq>()

  constructor(options: FrontStoreOptions) {
    this.#options = options
  }

  /** One call at a time; never rejects. */
  async store(batch: readonly Append[]): Promise<void> {
    const { front, mover, watch } = this.#options
    let rest = batch
    let entries: readonly FrontEntry[]
    try {
      // A database that is slow makes everybody wait; one that fails refuses.
      if (front.bytes >= FRONT_BYTES) await mover.move()
      rest = this.#keepStorable(batch, await this.#loadHeads(batch), await this.#loadOwners(batch))
      if (rest.length === 0) return
      entries = this.#number(rest)
      const numbered = entries
      await watch(() => front.append(numbered))
    } catch (error) {
      return this.#refuse(rest, error instanceof StorageFault ? error : new Failure('cannot-store', { message: String(error) }))
    }
    for (const { document, seq } of entries) this.#heads.set(document, seq)
    mover.noticed()
    entries.forEach(({ seq }, index) => rest[index]?.stored(seq))
  }

  /** The heads of the documents; one that does not exist is absent. */
  async #loadHeads(batch: readonly Append[]): Promise<ReadonlyMap<DocumentId, Seq>> {
    const { database, front, knownHeads } = this.#options
    if (batch.every(({ document }) => this.#heads.has(document))) return this.#heads
    // Before it is asked who is unknown: of those forgotten here the front may have more than the tables.
    if (this.#heads.size > knownHeads) this.#heads.clear()
    const unknown = documentsOf(batch).filter((document) => !this.#heads.has(document))
    // First the front's, for what is moved meanwhile is in the database afterwards.
    const inFront = new Map(unknown.map((document) => [document, front.lastSeq(document)]))
    const readOut = await loadReadOutSeqs(database.db, unknown)
    for (const [document, head] of await loadHeads(database.db, documentsOf(batch))) {
      // A snapshot and the projection can know more than is left after damage; a seq below theirs would be taken for a part of them. [L13]
      if (!this.#heads.has(document)) this.#heads.set(document, Math.max(head, inFront.get(document) ?? 0, readOut.get(document) ?? 0))
    }
    return this.#heads
  }

  /** Whom the claimed client ids belong to, by `claimKey`. */
  async #loadOwners(batch: readonly Append[]): Promise<Map<string, string>> {
    const { database, front } = this.#options
    const claiming = batch.filter(({ claims }) => claims.length > 0)
    if (claiming.length === 0) return new Map()
    const inFront: [string, PersonId][] = documentsOf(claiming).flatMap((document) =>
      [...front.claimsOf(document)].map(([client, person]): [string, PersonId] => [claimKey(document, client), person]),
    )
    return new Map([...(await loadOwnersOfClaims(database.db, claiming)), ...inFront])
  }

  #keepStorable(batch: readonly Append[], heads: ReadonlyMap<DocumentId, Seq>, owners: Map<string, string>): readonly Append[] {
    const refused = new Set<DocumentId>()
    const kept: Append[] = []
    for (const append of batch) {
      const { document, entry } = append
      const failure = refused.has(document) ? followerFailure() : findFailure(append, heads, owners)
      if (failure) {
        refused.add(document)
        this.#refuse([append], failure)
        continue
      }
      if (append.claims.length > 0) append.claims = append.claims.filter((client) => !owners.has(claimKey(document, client)))
      for (const client of append.claims) owners.set(claimKey(document, client), entry.author)
      kept.push(append)
    }
    return kept
  }

  #number(batch: readonly Append[]): FrontEntry[] {
    const next = new Map<DocumentId, Seq>()
    return batch.map(({ document, entry, claims }) => {
      const seq = (next.get(document) ?? this.#heads.get(document) ?? 0) + 1
      next.set(document, seq)
      return { document, seq, entry: claims.length === entry.claims.length ? entry : { ...entry, claims } }
    })
  }

  #refuse(batch: readonly Append[], failure: Failure): void {
    if (batch.length === 0) return
    this.#options.onRefused(new Set(documentsOf(batch)))
    for (const append of batch) append.refused(failure)
  }
}

function findFailure({ document, entry, claims }: Append, heads: ReadonlyMap<DocumentId, Seq>, owners: ReadonlyMap<string, string>): Failure | undefined {
  if (!heads.has(document)) return new Failure('unknown-document', { document })
  const isForeign = (client: number) => (owners.get(claimKey(document, client)) ?? entry.author) !== entry.author
  if (claims.some(isForeign)) return new Failure('foreign-client-id', { document })
  return isEncodable(entry) ? undefined : new Failure('cannot-store', { message: 'the entry cannot be written' })
}
