/** Entries of the log as they cross to the projection's thread: a few pieces of memory that are handed over, for as objects each of them is copied by itself. */
import type { PersonId } from '@tandem/shared/ids.ts'
import { packUpdates, unpackUpdates } from '../log/entry-bytes.ts'
import type { Entry } from '../log/update-log.ts'
import type { WalkedEntry } from './walk.ts'

export interface SentEntries {
  readonly authors: readonly PersonId[]
  /** Of each entry its seq, its time and which of the authors it has. */
  readonly heads: Float64Array<ArrayBuffer>
  /** Of each entry its packed updates, packed once more; see log/entry-bytes.ts. */
  readonly updates: Uint8Array<ArrayBuffer>
}

/** In each head. */
const NUMBERS = 3

export function packEntries(entries: readonly Entry[]): SentEntries {
  const authors = [...new Set(entries.map(({ author }) => author))]
  const heads = new Float64Array(entries.length * NUMBERS)
  for (const [index, { seq, at, author }] of entries.entries()) heads.set([seq, at, authors.indexOf(author)], index * NUMBERS)
  return { authors, heads, updates: packUpdates(entries.map(({ updates }) => packUpdates(updates))) }
}

export function unpackEntries({ authors, heads, updates }: SentEntries): WalkedEntry[] {
  return unpackUpdates(updates).map((packed, index) => {
    const [seq = 0, at = 0, which = 0] = heads.subarray(index * NUMBERS)
    const author = authors[which]
    if (author === undefined) throw new Error('An entry has an author.')
    return { seq, at, author, updates: unpackUpdates(packed) }
  })
}
