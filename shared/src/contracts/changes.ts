/** Catching up: what has changed in a journal since I looked, and what I have seen. */
import { z } from 'zod'
import { ChangeWhat } from '../document/change-what.ts'
import { BlockId, JournalId, Millis, PageId, PersonId, RowId } from '../ids.ts'
import { contract } from './contract.ts'

const Seq = z.number().int().nonnegative()

/** What one person did to one block or page, in the product's terms. Author and time are the log's. */
export const Change = z.object({
  seq: Seq,
  at: Millis,
  author: PersonId,
  /** The block or page it is about. */
  target: z.string(),
  page: PageId,
  kind: z.string(),
  what: ChangeWhat,
  /** Of a fact its name; empty otherwise. */
  field: z.string(),
  /** Words, a fact's value, a kind, a page's id; of a block that was added or removed its words and facts; null where there was nothing. */
  was: z.unknown(),
  became: z.unknown(),
  /** Of a block that was removed, added or moved: the block in front of it. */
  place: BlockId.nullable(),
  isTrivial: z.boolean(),
})
export type Change = z.infer<typeof Change>

/** More than these, of each kind, are not told at once; the latest are. */
export const ROWS_LIMIT = 250

/** What somebody said beside the document: a comment, what they did with one or a thread, or what they vouch for. */
export const SaidRow = z.object({
  row: RowId,
  at: Millis,
  author: PersonId,
  page: PageId,
  /** Null for a comment on a page as a whole. */
  block: BlockId.nullable(),
  what: z.enum([
    'commented',
    'committed',
    'uncommitted',
    'accepted',
    'declined',
    'checked-in',
    'check-in-removed',
    'edited',
    'reacted',
    'resolved',
    'reopened',
  ]),
  /** Of a check-in, when it is a number. */
  value: z.number().nullable(),
  /** The comment, after a reaction to it; why it was declined, the sentence; may be empty. */
  words: z.string(),
})
export type SaidRow = z.infer<typeof SaidRow>

const Id = z.object({ id: JournalId })
const Nothing = z.object({})

/**
 * The changes of others, and my own between them, that I have not seen; or, with `since`, all that came after that time. Oldest first. `seen` is null for who
 * has never looked: to them nothing is news.
 */
export const list = contract({
  method: 'GET',
  path: '/api/journals/:id/changes',
  input: Id.extend({ since: z.coerce.number().int().nonnegative().optional() }),
  output: z.object({
    seen: z.object({ seq: Seq, at: Millis }).nullable(),
    /** Up to here the changes are known. */
    upTo: Seq,
    /** The server's clock, for who tells it later what was watched. */
    now: Millis,
    changes: z.array(Change),
    /** What others said, oldest first: not seen yet, or since that time. */
    rows: z.array(SaidRow),
  }),
})

/** What became of one block by the server's record, oldest first: when it came, went, moved, was turned, and its facts; its words are left out. Empty while nothing is known of it. */
export const record = contract({
  method: 'GET',
  path: '/api/journals/:id/blocks/:block/record',
  input: Id.extend({ block: BlockId }),
  output: z.object({ changes: z.array(Change) }),
})

/** I have seen everything up to this seq, and these rows; ids of nothing are passed over. Said again, or late, it takes nothing back. */
export const markSeen = contract({
  method: 'POST',
  path: '/api/journals/:id/seen',
  input: Id.extend({
    upTo: Seq,
    rows: z
      .array(RowId)
      .max(5 * ROWS_LIMIT)
      .default([]),
  }),
  output: Nothing,
})

/** I had this page before my eyes from then to then, by the server's clock: what others did on it meanwhile is no news. `isLeaving`: nobody tells more of it later, so what is not among the rows yet is read now. */
export const watched = contract({
  method: 'POST',
  path: '/api/journals/:id/watched',
  input: Id.extend({ page: PageId, from: Millis, to: Millis, isLeaving: z.boolean().default(false) }),
  output: Nothing,
})

export const JournalNews = z.object({ journal: JournalId, changes: z.number().int().positive(), authors: z.array(PersonId), at: Millis })
export type JournalNews = z.infer<typeof JournalNews>

/** How much is new in each of my journals that is not archived; those without news are left out. */
export const news = contract({
  method: 'GET',
  path: '/api/me/news',
  input: Nothing,
  output: z.object({ journals: z.array(JournalNews) }),
})
