/**
 * Comments: threads that hang on words, blocks, facts and pages, beside the document, so that a commenter needs no right to write and no edit can
 * take a comment away. Every command bears ids its client made and says what shall be, so that it can wait offline and be told twice.
 */
import { z } from 'zod'
import { Anchor } from '../document/anchors/anchor.ts'
import { BlockId, JournalId, Millis, PersonId, RowId } from '../ids.ts'
import { contract } from './contract.ts'
import { someWords } from './some-words.ts'

/** How long one comment may be, in UTF-16 units. */
export const COMMENT_LIMIT = 4_000
/** How many people one comment may name. */
const MENTIONS_LIMIT = 20

export const REACTIONS = ['👍', '❤️', '🎉', '😄', '🤔', '👀'] as const
export const Reaction = z.enum(REACTIONS)
export type Reaction = z.infer<typeof Reaction>

const Words = someWords(COMMENT_LIMIT).refine((words) => words !== '')
const Mentions = z.array(PersonId).max(MENTIONS_LIMIT)

export const Comment = z.object({
  comment: RowId,
  person: PersonId,
  at: Millis,
  /** Light Markdown. Empty when it was deleted: it stays only to hold the answers to it. */
  words: z.string(),
  mentions: z.array(PersonId),
  editedAt: Millis.nullable(),
  isDeleted: z.boolean(),
  /** Who reacted how, in the order in which they did. */
  reactions: z.array(z.object({ reaction: Reaction, person: PersonId })),
})
export type Comment = z.infer<typeof Comment>

export const Thread = z.object({
  thread: RowId,
  anchor: Anchor,
  /** The words it was made on, as they stood then. */
  quote: z.string(),
  resolved: z.object({ person: PersonId, at: Millis }).nullable(),
  /** The action that was made of it. */
  action: BlockId.nullable(),
  /** Never empty; the first began it. */
  comments: z.array(Comment),
})
export type Thread = z.infer<typeof Thread>

const Journal = z.object({ id: JournalId })
const OneComment = Journal.extend({ comment: RowId })
const Nothing = z.object({})

/** Everything in a journal's margins, the oldest thread first. */
export const list = contract({
  method: 'GET',
  path: '/api/journals/:id/comments',
  input: Journal,
  output: z.object({
    threads: z.array(Thread),
    /** Comments of others, since I joined, that I have not read. */
    unread: z.array(RowId),
    /** Everybody who has said something, those who have left too. */
    people: z.array(z.object({ person: PersonId, name: z.string(), hue: z.number().int().nonnegative() })),
  }),
})

/** Adds a comment; with an anchor it begins the thread. Mentions are of people who are or were in the journal; others are refused with `unknown-member`. */
export const say = contract({
  method: 'POST',
  path: '/api/journals/:id/comments',
  input: OneComment.extend({ thread: RowId, anchor: Anchor.optional(), words: Words, mentions: Mentions }),
  output: Nothing,
})

/** One's own only; others' are refused with `not-yours`. */
export const edit = contract({
  method: 'PATCH',
  path: '/api/journals/:id/comments/:comment',
  input: OneComment.extend({ words: Words, mentions: Mentions }),
  output: Nothing,
})

/** One's own only. The words are gone for good; answers to it stay. */
export const remove = contract({ method: 'DELETE', path: '/api/journals/:id/comments/:comment', input: OneComment, output: Nothing })

export const react = contract({
  method: 'POST',
  path: '/api/journals/:id/comments/:comment/reactions',
  input: OneComment.extend({ reaction: Reaction, isOn: z.boolean() }),
  output: Nothing,
})

/** Resolves or reopens a thread, hangs it elsewhere, or links the action that was made of it. */
export const change = contract({
  method: 'PATCH',
  path: '/api/journals/:id/threads/:thread',
  input: Journal.extend({ thread: RowId, isResolved: z.boolean().optional(), anchor: Anchor.optional(), action: BlockId.optional() }),
  output: Nothing,
})

/** Marks comments as read by me, on all my devices; ids of nothing are passed over. */
export const read = contract({
  method: 'POST',
  path: '/api/journals/:id/comments/read',
  input: Journal.extend({ comments: z.array(RowId).max(500) }),
  output: Nothing,
})
