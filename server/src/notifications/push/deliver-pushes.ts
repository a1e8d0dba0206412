/** Hands in the messages that are due, some at a time. [N23] */
import type { Millis, PushId, SignInId } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../../database/tables.ts'
import { composePush } from './compose-push.ts'
import { PUSH_STALE } from './gather-pushes.ts'
import type { PushPost } from './push-message.ts'
import { claimPush, giveUpLostPushes, settlePush } from './push-queue.ts'

/** Push services answer within a tenth of a second; one that does not must not keep the others waiting. */
const AT_ONCE = 8

export interface PushDelivery {
  readonly db: Kysely<Tables>
  readonly now: () => Millis
  readonly post: PushPost
  readonly isSignInAlive: (signIn: SignInId) => Promise<boolean>
  readonly onTrouble: (push: PushId, reason: string) => void
}

/** Until nothing is due but for services that are out of reach. */
export async function deliverPushes({ db, now, post, isSignInAlive, onTrouble }: PushDelivery): Promise<void> {
  await giveUpLostPushes(db, now())
  const lost = new Set<string>()
  const work = async () => {
    for (let errand = await claimPush(db, lost, now()); errand; errand = await claimPush(db, lost, now())) {
      const { id, signIn, person, journal, service } = errand
      const isThere = await isSignInAlive(signIn)
      // In the words of this moment: what was read meanwhile is not told.
      const message = isThere ? await composePush(db, { person, journal, since: now() - PUSH_STALE }) : undefined
      const nothing = { kind: isThere ? 'pointless' : 'gone' } as const
      // The claim is committed: whatever happens to this process now, nobody hands this in again.
      const handover = message ? await post.hand(errand, message) : nothing
      await settlePush(db, errand, handover, now())
      if (handover.kind !== 'refused' && handover.kind !== 'unclear') continue
      onTrouble(id, handover.reason)
      if (handover.kind === 'unclear' || !handover.isFinal) lost.add(service)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}
