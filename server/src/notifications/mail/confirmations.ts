/** The mail that asks whether an address is its person's. It quotes nothing and names nobody: whoever typed it may not be who reads it. [N20] */
import type { MailId, Millis, PersonId } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import { isNoEmail } from '../../auth/link-people.ts'
import type { Tables } from '../../database/tables.ts'
import { loadWishes } from '../wishes.ts'
import { letterHtml } from './mail-look.ts'
import { mailWords } from './mail-words.ts'
import type { Mail } from './mail.ts'
import { addMail } from './queue.ts'

/** Nobody's inbox is filled by somebody who types its address. */
const BETWEEN: Millis = 10 * 60_000

/** One for everybody with an e-mail who has never been asked. */
export async function gatherConfirmations(db: Kysely<Tables>, now: Millis): Promise<void> {
  const rows = await db
    .selectFrom('people')
    .select(['id', 'email', 'email_verified'])
    .where('email', 'not like', '%.invalid')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('mails').select('mails.id').whereRef('mails.person_id', '=', 'people.id').where('mails.kind', '=', 'confirm'))),
    )
    .execute()
  for (const { id } of rows.filter(isOpen)) await addConfirmation(db, id, now)
}

/** One more, unless one went out a moment ago or there is nothing to confirm. */
export async function askAgain(db: Kysely<Tables>, person: PersonId, now: Millis): Promise<void> {
  const row = await db.selectFrom('people').select(['email', 'email_verified']).where('id', '=', person).executeTakeFirst()
  if (!row || !isOpen(row)) return
  const recent = await db
    .selectFrom('mails')
    .select('id')
    .where('person_id', '=', person)
    .where('kind', '=', 'confirm')
    .where('created_at', '>', now - BETWEEN)
    .executeTakeFirst()
  if (!recent) await addConfirmation(db, person, now)
}

interface Asking {
  readonly id: MailId
  readonly person: PersonId
  readonly origin: string
  readonly tokenFor: (address: { readonly person: PersonId; readonly email: string }) => Promise<string>
}

/** `undefined` when it was confirmed meanwhile. */
export async function composeConfirmation(db: Kysely<Tables>, { id, person, origin, tokenFor }: Asking): Promise<Mail | undefined> {
  const row = await db.selectFrom('people').select(['email', 'email_verified']).where('id', '=', person).executeTakeFirst()
  if (!row || !isOpen(row)) return undefined
  const { email } = row
  const { language, confirm } = mailWords((await loadWishes(db, person)).language)
  const url = `${origin}/confirm/${await tokenFor({ person, email })}`
  const { greeting, lead, action, why } = confirm
  const html = letterHtml({ language, preview: lead, greeting, lead, content: [], action: { label: action, url }, why, links: [] })
  const text = `${greeting}\n${lead}\n\n${action}: ${url}\n\n-- \n${why}\n`
  return { id, to: { name: '', address: email }, subject: confirm.subject, text, html, thread: { name: `confirm.${person}`, earlier: [] } }
}

function isOpen({ email, email_verified: isConfirmed }: { readonly email: string; readonly email_verified: number | boolean }): boolean {
  return !isNoEmail(email) && !isConfirmed
}

function addConfirmation(db: Kysely<Tables>, person: PersonId, now: Millis): Promise<MailId> {
  return addMail(db, { person, journal: null, kind: 'confirm', changes: undefined }, now)
}
