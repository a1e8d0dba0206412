/**
 * Moves entries from the front into the database: many at once, so that the cost of a commit is shared by seconds of typing. Each is moved once, whatever happens
 * in between: after a failure, and after a restart, the database is asked first up to where it has each document.
 */
import type { DocumentId, Millis } from '@tandem/shared/ids.ts'
import type { Cancel, Clock } from '../../clock.ts'
import type { Database } from '../../database/database.ts'
import { ConstraintFault } from '../../database/fault.ts'
import { documentsOf, type LogRow } from '../batch.ts'
import { claimKey, loadHeads, loadOwnersOfClaims } from '../examine-batch.ts'
import { BatchWriter } from '../write-batch.ts'
import type { Front } from './front.ts'
import type { FrontBatch, Place } from './front-batch.ts'
import { inPieces, joinEntries, oldestWithin } from './join-entries.ts'

export interface MoverOptions {
  readonly front: Front
  readonly database: Pick<Database, 'db' | 'writeTogether'>
  readonly clock: Clock
  /** Told when a move fails. Nothing is lost then; it is tried again. */
  readonly onTrouble: (trouble: unknown) => void
}

/** A row costs more than its bytes, so what is typed in ten seconds is one of each document, or a few; a killed process leaves no more than that to be read again. */
const MOVE_EVERY: Millis = 10_000
/** After a failure it is tried again sooner: others may be kept from writing too. */
const TRY_AGAIN: Millis = 2000
/** So much is moved without waiting. */
const MOVE_AT_BYTES = 2_097_152
/** One transaction: little enough that other writes wait for some twenty milliseconds at most. */
const STEP = { rows: 2000, bytes: 2_097_152 }
/** So many entries become rows in one turn of the event loop: all of what two thousand keys a second leave would keep everybody waiting for twenty milliseconds. */
const JOINED_AT_ONCE = 500

type Writes = ReturnType<BatchWriter['writes']>
type Claiming = Pick<LogRow, 'document' | 'claims'>

export class Mover {
  readonly #options: MoverOptions
  readonly #writer: BatchWriter
  #running: Promise<void> | undefined
  #cancelNext: Cancel | undefined
  /** Something of the front may be in the database already. */
  #mustCompare = true
  #isClosed = false
  /** Whether the last move failed. */
  isFailing = false

  constructor(options: MoverOptions) {
    this.#options = options
    this.#writer = new BatchWriter(options.database.db)
    if (!options.front.isEmpty) this.#schedule()
  }

  /** Something was committed to the front. */
  noticed(): void {
    if (this.#running) return
    if (this.#options.front.bytes >= MOVE_AT_BYTES && !this.isFailing) void this.move().catch(this.#tell)
    else this.#schedule()
  }

  /** Moves everything that is there now. Rejects when it cannot, and tries again later by itself. */
  move(): Promise<void> {
    this.#running ??= this.#moveAll().finally(() => {
      this.#running = undefined
      if (!this.#options.front.isEmpty) this.#schedule()
    })
    return this.#running
  }

  /** Moves the rest, for the last time. */
  async close(): Promise<void> {
    await this.#running?.catch(this.#tell)
    this.#isClosed = true
    this.#cancelNext?.()
    await this.move().catch(this.#tell)
  }

  readonly #tell = (trouble: unknown): void => this.#options.onTrouble(trouble)

  #schedule(): void {
    if (this.#cancelNext || this.#isClosed) return
    this.#cancelNext = this.#options.clock.after(this.isFailing ? TRY_AGAIN : MOVE_EVERY, () => {
      this.#cancelNext = undefined
      void this.move().catch(this.#tell)
    })
  }

  async #moveAll(): Promise<void> {
    const { front, database } = this.#options
    for (let rest = front.batches.length; rest > 0; ) {
      const batches = oldestWithin(front.batches.slice(0, rest), STEP)
      try {
        const writes = await this.#prepare(batches)
        if (writes.length > 0) await database.writeTogether(writes)
      } catch (error) {
        const wasCompared = this.#mustCompare
        this.#mustCompare = true
        // A document was deleted with entries on their way to it: comparing shows which.
        if (error instanceof ConstraintFault && !wasCompared) continue
        this.isFailing = true
        throw error
      }
      front.moved(batches)
      rest -= batches.length
    }
    this.#mustCompare = false
    this.isFailing = false
    await front.removeMoved()
  }

  /** Everything that must be committed together. A piece at a time, for people type meanwhile; what a piece needs is garbage when the next one begins. */
  async #prepare(batches: readonly FrontBatch[]): Promise<Writes> {
    const lacking = this.#mustCompare ? await this.#loadLacking(batches) : undefined
    const writes: Writes = []
    const compared: Claiming[] = []
    const touched = new Map<DocumentId, Millis>()
    let isFirst = true
    for (const piece of inPieces(batches, JOINED_AT_ONCE)) {
      if (!isFirst) await new Promise<void>((resolve) => this.#options.clock.atTurnEnd(resolve))
      isFirst = false
      const rows = joinEntries(lacking ? piece.filter(lacking) : piece)
      if (rows.length === 0) continue
      writes.push(this.#writer.rows(rows))
      for (const { document, at, claims } of rows) {
        touched.set(document, at)
        if (claims.length === 0) continue
        if (lacking) compared.push({ document, claims })
        else writes.push(...this.#writer.claims({ document, claims }))
      }
    }
    const newClaims = compared.length > 0 ? await this.#keepNew(compared) : []
    return [...writes, ...newClaims.flatMap((claiming) => this.#writer.claims(claiming)), ...this.#writer.touches(touched)]
  }

  /** Tells which entries the database lacks. A document that is gone takes its entries with it. */
  async #loadLacking(batches: readonly FrontBatch[]): Promise<(place: Place) => boolean> {
    const heads = await loadHeads(this.#options.database.db, documentsOf(batches.flatMap(({ places }) => places)))
    return ({ document, seq }) => seq > (heads.get(document) ?? Number.POSITIVE_INFINITY)
  }

  /** Without those that the database knows. */
  async #keepNew(claiming: readonly Claiming[]): Promise<readonly Claiming[]> {
    const owners = await loadOwnersOfClaims(
      this.#options.database.db,
      claiming.map(({ document, claims }) => ({ document, claims: claims.flatMap(({ clients }) => clients) })),
    )
    return claiming.map(({ document, claims }) => {
      const isNew = (client: number) => !owners.has(claimKey(document, client))
      return { document, claims: claims.map(({ author, clients }) => ({ author, clients: clients.filter(isNew) })) }
    })
  }
}
