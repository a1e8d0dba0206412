/** What the front keeps of a commit until it is moved. */
import { Buffer } from 'node:buffer'
import type { DocumentId, PersonId, Seq } from '@tandem/shared/ids.ts'
import type { FrontEntry } from './front-entry.ts'
import type { EncodedEntries } from './front-encoder.ts'

/**
 * Where an entry stands, and what tells it from others. The rest is read again when it is needed: as objects, seconds of typing were most of what the
 * collector of garbage found alive, and carried along.
 */
export interface Place {
  readonly document: DocumentId
  readonly seq: Seq
  readonly author: PersonId
  readonly connection: string
  /** What was committed together, as it was written. */
  readonly record: Buffer
  readonly start: number
}

/** What was committed together, and in which file. */
export interface FrontBatch {
  readonly file: number
  readonly places: readonly Place[]
  readonly bytes: number
}

/** What was committed is copied. */
export function frontBatch(file: number, entries: readonly FrontEntry[], encoded: EncodedEntries): FrontBatch {
  const record = Buffer.from(encoded.record)
  const places = entries.map(({ document, seq, entry: { author, connection } }, index): Place => {
    return { document, seq, author, connection, record, start: encoded.starts[index] ?? 0 }
  })
  return { file, places, bytes: record.length }
}
