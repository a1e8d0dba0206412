/** A change: what differs in meaning between two entries of the log, with the log's author and time. One of the rows of `changes`. */
import type { ChangeWhat } from '@tandem/shared/document/change-what.ts'
import type { BlockId, Millis, PageId, PersonId, Seq } from '@tandem/shared/ids.ts'

export interface Change {
  /** The last entry it is made of. */
  readonly seq: Seq
  /** When that entry was committed. */
  readonly at: Millis
  readonly author: PersonId
  /** The block or the page it is about. */
  readonly target: BlockId | PageId
  readonly page: PageId
  /** The block's or page's kind; of something removed the one it had. */
  readonly kind: string
  readonly what: ChangeWhat
  /** Of a fact its name; empty otherwise. */
  readonly field: string
  /** As JSON, null where there was nothing: words, a fact's value, a kind, a page's id, or the whole block (see StoredBlock). */
  readonly was: string | null
  readonly became: string | null
  /** Of something removed or added: the block in front of it. */
  readonly place: BlockId | null
  /** A rewording that nobody needs to be told of. */
  readonly isTrivial: boolean
}

/** What `was` and `became` hold of a block that was removed or added. */
export interface StoredBlock {
  readonly words: string
  readonly facts: Readonly<Record<string, string | number | boolean | null>>
}
