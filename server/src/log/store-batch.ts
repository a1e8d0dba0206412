/** Commits a batch and settles each append of it: stored with its seq, or refused with the reason. One that cannot be stored does not keep the others out. */
import { Failure } from '@tandem/shared/failure.ts'
import type { DocumentId, Millis, Seq } from '@tandem/shared/ids.ts'
import type { Database } from '../database/database.ts'
import { ConstraintFault, StorageFault } from '../database/fault.ts'
import { type Append, type Claim, documentsOf, type LogRow, type Numbered } from './batch.ts'
import { Doubts } from './doubts.ts'
import { packInto } from './entry-bytes.ts'
import { examine, type Finding, loadHeads } from './examine-batch.ts'
import { followerFailure } from './group-commit.ts'
import { BatchWriter } from './write-batch.ts'

/** Another node may append to the same document between our look and our commit; each time we look again. */
const MAX_ATTEMPTS = 8
/** A document's time of change is written at most this often, for it would double the pages of every small commit. */
const TOUCH_EVERY: Millis = 5000
/** Beyond this all heads are forgotten: reading one again is cheap, keeping every document's for ever is not. */
const MAX_KNOWN = 50_000

interface KnownDocument {
  head: Seq
  touchedAt: Millis
}

export class BatchStore {
  readonly #database: Database
  readonly #writer: BatchWriter
  /** Called as soon as appends are refused, before anybody is told. */
  readonly #onRefused: (documents: ReadonlySet<DocumentId>) => void
  readonly #known = new Map<DocumentId, KnownDocument>()
  readonly #doubts = new Doubts()

  constructor(database: Database, onRefused: (documents: ReadonlySet<DocumentId>) => void) {
    this.#database = database
    this.#writer = new BatchWriter(database.db)
    this.#onRefused = onRefused
  }

  async store(batch: readonly Append[]): Promise<void> {
    let rest = batch
    let trouble: unknown
    for (let attempt = 1; rest.length > 0 && attempt <= MAX_ATTEMPTS; attempt++) {
      try {
        if (attempt > 1 || this.#doubts.ofBatch(rest).size > 0) rest = this.#settle(await examine(this.#database.db, rest, this.#doubts))
        rest = await this.#keepExisting(rest)
        await this.#write(rest)
        return
      } catch (error) {
        trouble = error
        for (const document of documentsOf(rest)) this.#known.delete(document)
        if (error instanceof StorageFault) return this.#refuse(rest, error)
        // Only what others committed meanwhile can be found out by looking again.
        if (!(error instanceof ConstraintFault) || error.kind === 'other') break
      }
    }
    if (rest.length === 1) this.#refuse(rest, new Failure('cannot-store', { message: String(trouble) }))
    else await this.#storeOneByOne(rest)
  }

  /** When nothing explains why a batch fails: alone, each append shows whether it is the one. */
  async #storeOneByOne(batch: readonly Append[]): Promise<void> {
    const refused = new Set<DocumentId>()
    for (const append of batch) {
      if (refused.has(append.document)) append.refused(followerFailure())
      else await this.store([watched(append, () => refused.add(append.document))])
    }
  }

  /** Refuses the appends to documents that do not exist; afterwards the heads of all others are known. */
  async #keepExisting(batch: readonly Append[]): Promise<readonly Append[]> {
    if (this.#known.size > MAX_KNOWN) this.#known.clear()
    const unknown = documentsOf(batch).filter((document) => !this.#known.has(document))
    if (unknown.length === 0) return batch
    const heads = await loadHeads(this.#database.db, documentsOf(batch))
    for (const [document, head] of heads) {
      if (!this.#known.has(document)) this.#known.set(document, { head, touchedAt: 0 })
    }
    const missing = unknown.filter((document) => !heads.has(document))
    for (const document of missing) {
      this.#refuse(
        batch.filter((append) => append.document === document),
        new Failure('unknown-document', { document }),
      )
    }
    return missing.length === 0 ? batch : batch.filter((append) => !missing.includes(append.document))
  }

  async #write(batch: readonly Append[]): Promise<void> {
    if (batch.length === 0) return
    const heads = new Map<DocumentId, Seq>()
    const touched = new Map<DocumentId, Millis>()
    const numbered = batch.map((append): Numbered => {
      const { document, entry } = append
      const known = this.#known.get(document)
      const seq = (heads.get(document) ?? known?.head ?? 0) + 1
      heads.set(document, seq)
      if (Math.abs(entry.at - (known?.touchedAt ?? 0)) >= TOUCH_EVERY) touched.set(document, entry.at)
      return { append, seq }
    })
    await this.#commit(numbered, touched)
    for (const [document, head] of heads) {
      this.#known.set(document, { head, touchedAt: touched.get(document) ?? this.#known.get(document)?.touchedAt ?? 0 })
    }
    for (const { append, seq } of numbered) this.#stored(append, seq)
  }

  async #commit(numbered: readonly Numbered[], touched: ReadonlyMap<DocumentId, Millis>): Promise<void> {
    try {
      await this.#database.writeTogether(this.#writer.writes(numbered.map(rowOf), touched))
    } catch (error) {
      if (error instanceof StorageFault) {
        this.#doubts.add(
          numbered.map(({ append }) => append),
          (document) => this.#known.get(document)?.head ?? 0,
        )
      }
      throw error
    }
  }

  #stored(append: Append, seq: Seq): void {
    this.#doubts.end(append)
    append.stored(seq)
  }

  /** Tells the appends that are decided, and returns the others. */
  #settle(findings: readonly Finding[]): Append[] {
    const refused = new Set<DocumentId>()
    const rest: Append[] = []
    for (const finding of findings) {
      const { append } = finding
      if (finding.kind === 'stored') this.#stored(append, finding.seq)
      else if (refused.has(append.document)) append.refused(followerFailure())
      else if (finding.kind === 'storable') rest.push(append)
      else {
        refused.add(append.document)
        this.#refuse([append], finding.failure)
      }
    }
    return rest
  }

  #refuse(batch: readonly Append[], failure: Failure): void {
    if (batch.length === 0) return
    this.#onRefused(new Set(documentsOf(batch)))
    for (const append of batch) append.refused(failure)
  }
}

/** The append, with somebody who also learns when it is refused. */
function watched(append: Append, onRefused: () => void): Append {
  const { document, entry, size, claims } = append
  return {
    document,
    entry,
    size,
    claims,
    stored: (seq) => append.stored(seq),
    refused: (failure) => {
      onRefused()
      append.refused(failure)
    },
  }
}

const NO_CLAIMS: readonly Claim[] = []

function rowOf({ append, seq }: Numbered): LogRow {
  const { document, size, claims, entry } = append
  const { id, author, connection, at, updates } = entry
  const newClaims = claims.length > 0 ? [{ author, clients: claims }] : NO_CLAIMS
  return { document, seq, id, author, connection, at, claims: newClaims, size, packInto: (bytes, start) => packInto(bytes, start, updates) }
}
