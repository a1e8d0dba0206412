/** Notices: what a person is told across all their journals, in their inbox. Only of journals they are in now. */
import { z } from 'zod'
import { BlockId, JournalId, Millis, PageId, PersonId } from '../ids.ts'
import { contract } from './contract.ts'

/**
 * What a notice can be about: somebody named me; answered where I wrote; commented; proposes an action that I may accept; changed the words I had
 * committed to; committed to an expectation; said how far a goal is; gave me an action; an action of mine is due today.
 */
export const NoticeKind = z.enum(['mention', 'reply', 'comment', 'proposal', 'lapsed', 'commitment', 'check-in', 'action', 'due'])
export type NoticeKind = z.infer<typeof NoticeKind>

export const NOTICE_KINDS = NoticeKind.options

export const NoticeId = z.uuid().brand<'NoticeId'>()
export type NoticeId = z.infer<typeof NoticeId>

/** How much of the words it is about a notice carries, in UTF-16 units. */
export const QUOTE_LIMIT = 280

/** How much of one journal reaches me: `all` comes by mail too, `inbox` never by mail, `none` does not count as unread either. */
export const Level = z.enum(['all', 'inbox', 'none'])
export type Level = z.infer<typeof Level>

export const Notice = z.object({
  id: NoticeId,
  kind: NoticeKind,
  journal: JournalId,
  /** The journal's title. */
  title: z.string(),
  level: Level,
  /** Who did it; absent where nobody did, as when a day comes. */
  by: z.object({ person: PersonId, name: z.string(), hue: z.number().int().nonnegative() }).nullable(),
  at: Millis,
  /** The words it is about, shortened. */
  words: z.string(),
  /** Where it leads. */
  page: PageId.nullable(),
  block: BlockId.nullable(),
  thread: z.string().nullable(),
  comment: z.string().nullable(),
  readAt: Millis.nullable(),
  archivedAt: Millis.nullable(),
})
export type Notice = z.infer<typeof Notice>

const Nothing = z.object({})

/** The newest first. `next` is what to ask for as `before` to get those after these; null at the end. */
export const list = contract({
  method: 'GET',
  path: '/api/notices',
  input: z.object({
    of: z.enum(['inbox', 'archive']).default('inbox'),
    before: z
      .string()
      .regex(/^\d+_[0-9a-f-]{36}$/)
      .optional(),
  }),
  output: z.object({ notices: z.array(Notice), next: z.string().nullable() }),
})

/** What a badge shows: unread notices that are not archived, by journal; journals of level `none` are left out. */
export const count = contract({
  method: 'GET',
  path: '/api/notices/count',
  input: Nothing,
  output: z.object({
    unread: z.number().int(),
    journals: z.array(z.object({ journal: JournalId, unread: z.number().int() })),
    /** By which clock and in which language the person is told, so that their browser can say it when nobody has. */
    timeZone: z.string().nullable(),
    language: z.string(),
  }),
})

/** Sets what is given and leaves the rest. Notices that are not mine, or no longer, are passed over: saying it twice changes nothing. */
export const mark = contract({
  method: 'POST',
  path: '/api/notices/mark',
  input: z.object({ notices: z.array(NoticeId).min(1).max(200), read: z.boolean().optional(), archived: z.boolean().optional() }),
  output: Nothing,
})

/** Marks everything up to a time as read, in one journal or in all: what came later than what the person saw stays unread. */
export const readAll = contract({
  method: 'POST',
  path: '/api/notices/read-all',
  input: z.object({ until: Millis, journal: JournalId.optional() }),
  output: Nothing,
})

export const setLevel = contract({
  method: 'PATCH',
  path: '/api/journals/:id/notifications',
  input: z.object({ id: JournalId, level: Level }),
  output: Nothing,
})
