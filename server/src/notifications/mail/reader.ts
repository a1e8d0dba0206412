/** The person a mail is for, as far as the mail must know. */
import type { PersonId } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../../database/tables.ts'
import { loadWishes, type StoredWishes } from '../wishes.ts'
import type { MailAddress } from './mail.ts'
import { isReachable } from './reachable.ts'

export interface Reader {
  readonly person: PersonId
  readonly to: MailAddress
  readonly wishes: StoredWishes
}

/** `undefined` when no mail may go there: no real e-mail, none that is confirmed, or the person wants none. [N8] */
export async function findReader(db: Kysely<Tables>, person: PersonId): Promise<Reader | undefined> {
  const row = await db.selectFrom('people').select(['name', 'email', 'email_verified']).where('id', '=', person).executeTakeFirst()
  if (!row || !isReachable(row)) return undefined
  const wishes = await loadWishes(db, person)
  return wishes.mail ? { person, to: { name: row.name, address: row.email }, wishes } : undefined
}
