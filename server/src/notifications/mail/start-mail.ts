/** Keeps mail going: now and then looks whom to write to, and hands in what is due. Nothing waits for it, and no trouble in it reaches anybody. */
import type { MailId, Millis } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import { confirmToken } from '../../auth/confirm-email.ts'
import type { Clock } from '../../clock.ts'
import type { Tables } from '../../database/tables.ts'
import { keepLooking, type Running } from '../keep-looking.ts'
import { gatherConfirmations } from './confirmations.ts'
import { deliver } from './deliver.ts'
import { gatherChanges } from './gather-changes.ts'
import { gatherDigests } from './gather-digests.ts'
import { gatherNews } from './gather-news.ts'
import type { Post } from './mail.ts'
import { type Subscription, unsubscribeToken } from './unsubscribe-token.ts'

const LOOK_EVERY: Millis = 30_000
/** Looking through what has changed in every journal costs more, and is in less of a hurry. */
const CHANGES_EVERY: Millis = 5 * 60_000

export interface MailParts {
  readonly db: Kysely<Tables>
  readonly clock: Clock
  readonly post: Post
  /** Where people reach this server, without a slash at the end. */
  readonly origin: string
  readonly secret: string
  readonly onTrouble: (what: { readonly mail?: MailId; readonly reason: unknown }) => void
}

export function startMail({ db, clock, post, origin, secret, onTrouble }: MailParts): Running {
  const now = () => clock.now()
  const addressesOf = (subscription: Subscription) => {
    const token = unsubscribeToken(secret, subscription)
    return { origin, stopPage: `${origin}/unsubscribe/${token}`, stopCall: `${origin}/api/unsubscribe/${token}` }
  }
  let changesAt: Millis = 0
  const work = async () => {
    const begun = now()
    await gatherConfirmations(db, begun)
    await gatherNews(db, begun)
    if (begun >= changesAt) {
      await gatherChanges(db, begun)
      changesAt = begun + CHANGES_EVERY
    }
    await gatherDigests(db, begun)
    await deliver({
      db,
      now,
      post,
      addressesOf,
      tokenFor: (address) => confirmToken(secret, address),
      onTrouble: (mail, reason) => onTrouble({ mail, reason }),
    })
  }
  return keepLooking({ clock, every: LOOK_EVERY, work, onTrouble: (reason) => onTrouble({ reason }) }, () => post.close())
}
