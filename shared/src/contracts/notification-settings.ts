/** How a person wants to be told: mail by kind, the weekly digest, their time zone. */
import { z } from 'zod'
import { JournalId, Millis } from '../ids.ts'
import { contract } from './contract.ts'
import { Level, NoticeKind } from './notices.ts'
import { PushSettings } from './push.ts'

/** A name of the time zone database, as `Europe/Berlin`. */
export const TimeZone = z
  .string()
  .max(64)
  .refine((zone) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
    } catch {
      return false // What Intl does not know is no time zone.
    }
  })

/** When the weekly digest comes, by the person's own clock. */
export const DigestTime = z.object({
  /** 1 is Monday, 7 Sunday. */
  day: z.number().int().min(1).max(7),
  hour: z.number().int().min(0).max(23),
})
export type DigestTime = z.infer<typeof DigestTime>

/** What mail can be about, and push as far as it is notices: notices, and what others have changed on the pages. */
export const MailKind = z.enum([...NoticeKind.options, 'changes'])
export type MailKind = z.infer<typeof MailKind>

const Wishes = z.object({
  /** Whether anything comes by mail. */
  mail: z.boolean(),
  /** What never comes by mail, nor by push. */
  quiet: z.array(MailKind).max(MailKind.options.length),
  digest: DigestTime.nullable(),
  /** Whether push may show words of a journal, which stand on a locked screen for everybody to read. */
  pushWords: z.boolean(),
  timeZone: TimeZone,
  /** Of the mails: a BCP 47 code. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .max(35),
})
export type Wishes = z.infer<typeof Wishes>

/** What became of a mail: on its way, taken by the mail server, refused for good, or nobody knows because the line broke in the middle. */
export const MailState = z.enum(['waiting', 'sent', 'failed', 'doubtful'])
export type MailState = z.infer<typeof MailState>

export const NotificationSettings = Wishes.extend({
  /** Until the person's browser has said. */
  timeZone: TimeZone.nullable(),
  /** Whether this server sends mail at all. */
  canMail: z.boolean(),
  /** Where mail goes; absent for somebody who has not added an e-mail. */
  address: z.string().nullable(),
  /** Whether its reader has said that it is theirs: before, no mail about a journal goes there. */
  isConfirmed: z.boolean(),
  push: PushSettings,
  journals: z.array(z.object({ journal: JournalId, title: z.string(), level: Level })),
  /** The mail that was sent last, or tried last. */
  last: z.object({ state: MailState, at: Millis, trouble: z.string().nullable() }).nullable(),
})
export type NotificationSettings = z.infer<typeof NotificationSettings>

export const get = contract({ method: 'GET', path: '/api/me/notifications', input: z.object({}), output: NotificationSettings })

/** Changes what is given and leaves the rest. */
export const change = contract({ method: 'PATCH', path: '/api/me/notifications', input: Wishes.partial(), output: z.object({}) })

/** The signed token at the end of every mail: who, and which mails. */
export const UnsubscribeToken = z.string().min(20).max(300)

/** What the link of a mail would stop. Needs no sign-in; changes nothing, because mail programs open links by themselves. */
export const look = contract({
  method: 'GET',
  path: '/api/unsubscribe/:mailToken',
  input: z.object({ mailToken: UnsubscribeToken }),
  output: z.object({ of: z.enum(['journal', 'digest']), title: z.string().nullable(), isStopped: z.boolean() }),
})

/** Stops these mails (RFC 8058), or with `everything` all mail to this person. Twice is once. */
export const unsubscribe = contract({
  method: 'POST',
  path: '/api/unsubscribe/:mailToken',
  input: z.object({ mailToken: UnsubscribeToken, everything: z.boolean().optional() }),
  output: z.object({}),
})

/** Sends the mail once more by which my address is confirmed, at most one in ten minutes; nothing to confirm is no trouble. */
export const askConfirmation = contract({ method: 'POST', path: '/api/me/confirmation', input: z.object({}), output: z.object({}) })

/** What the link of that mail brings back. Needs no sign-in; twice is once. Refused with `unknown-confirm-link`. */
export const confirm = contract({
  method: 'POST',
  path: '/api/confirm',
  input: z.object({ confirmToken: z.string().min(20).max(1000) }),
  output: z.object({}),
})
