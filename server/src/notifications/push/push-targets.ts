/** The devices that are told by push, each by its sign-in. */
import type { PushTarget } from '@tandem/shared/contracts/push.ts'
import type { Millis, PersonId, SignInId } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../../database/tables.ts'

export interface Device {
  readonly signIn: SignInId
  readonly person: PersonId
}

/** A browser has one address: whoever is signed in there last is told there, and nobody else any more. */
export function addTarget(db: Kysely<Tables>, { signIn, person }: Device, { endpoint, p256dh, auth }: PushTarget, now: Millis): Promise<void> {
  const row = { sign_in_id: signIn, person_id: person, service: new URL(endpoint).origin, endpoint, p256dh, auth, created_at: now }
  return db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('push_targets').where('endpoint', '=', endpoint).where('sign_in_id', '!=', signIn).execute()
    await transaction
      .insertInto('push_targets')
      .values(row)
      .onConflict((conflict) => conflict.column('sign_in_id').doUpdateSet(row))
      .execute()
  })
}

/** With all that was on its way there. */
export async function removeTarget(db: Kysely<Tables>, signIn: SignInId): Promise<void> {
  await db.deleteFrom('push_targets').where('sign_in_id', '=', signIn).execute()
}

export async function loadPushState(db: Kysely<Tables>, { signIn, person }: Device) {
  const targets = await db.selectFrom('push_targets').select('sign_in_id').where('person_id', '=', person).execute()
  const last = await db
    .selectFrom('pushes')
    .select(['state', 'changed_at', 'trouble'])
    .where('sign_in_id', '=', signIn)
    .where('person_id', '=', person)
    .where('state', '!=', 'dropped')
    .orderBy('created_at', 'desc')
    .executeTakeFirst()
  const isOn = targets.some((target) => target.sign_in_id === signIn)
  return {
    isOn,
    others: targets.length - (isOn ? 1 : 0),
    last: last ? { state: stateOf(last.state), at: last.changed_at, trouble: last.trouble } : null,
  }
}

function stateOf(state: Tables['pushes']['state']) {
  return state === 'sending' || state === 'dropped' ? 'waiting' : state
}
