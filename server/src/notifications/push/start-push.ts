/** Keeps push going: now and then looks which devices to tell, and hands in what is due. Nothing waits for it, and no trouble in it reaches anybody. */
import type { Millis, PushId } from '@tandem/shared/ids.ts'
import type { Clock } from '../../clock.ts'
import { keepLooking, type Running } from '../keep-looking.ts'
import { deliverPushes, type PushDelivery } from './deliver-pushes.ts'
import { gatherPushes } from './gather-pushes.ts'

const LOOK_EVERY: Millis = 20_000

export interface PushParts extends Pick<PushDelivery, 'db' | 'post' | 'isSignInAlive'> {
  readonly clock: Clock
  readonly onTrouble: (what: { readonly push?: PushId; readonly reason: unknown }) => void
}

export function startPush({ db, clock, post, isSignInAlive, onTrouble }: PushParts): Running {
  const now = () => clock.now()
  const work = async () => {
    await gatherPushes(db, now())
    await deliverPushes({ db, now, post, isSignInAlive, onTrouble: (push, reason) => onTrouble({ push, reason }) })
  }
  return keepLooking({ clock, every: LOOK_EVERY, work, onTrouble: (reason) => onTrouble({ reason }) }, () => post.close())
}
