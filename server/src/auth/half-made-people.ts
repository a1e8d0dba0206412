/** People whose making was cut short by a crash: nobody can sign in as them, and their e-mail would stay taken for ever. */
import type { Millis, PersonId } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { Auth } from './better-auth.ts'

/** Younger ones may be in the making on another node. */
const HOUR = 60 * 60 * 1000
const AT_ONCE = 500

/** The columns of better-auth's tables that only this question reads. */
type Ways = {
  accounts: { readonly person_id: PersonId }
  sign_ins: { readonly person_id: PersonId }
}

/** Removes people who have no password, no sign-in and were never in a journal. */
export async function removeHalfMadePeople(auth: Auth, db: Kysely<Tables>, now: Millis): Promise<void> {
  const { adapter, internalAdapter } = await auth.$context
  const found = await db
    .withTables<Ways>()
    .selectFrom('people')
    .leftJoin('accounts', 'accounts.person_id', 'people.id')
    .leftJoin('sign_ins', 'sign_ins.person_id', 'people.id')
    .leftJoin('members', 'members.person_id', 'people.id')
    .select('people.id')
    .where('accounts.person_id', 'is', null)
    .where('sign_ins.person_id', 'is', null)
    .where('members.person_id', 'is', null)
    .limit(AT_ONCE)
    .execute()
  if (found.length === 0) return
  // better-auth alone knows how a database keeps its dates.
  const old = await adapter.findMany<{ id: string }>({
    model: 'user',
    where: [
      { field: 'id', operator: 'in', value: found.map(({ id }) => id) },
      { field: 'createdAt', operator: 'lt', value: new Date(now - HOUR) },
    ],
  })
  for (const { id } of old) await internalAdapter.deleteUser(id)
}
