/** The rows of saved templates: whose they are, and who may use them. */
import { SavedPages, type SavedTemplate } from '@tandem/shared/contracts/templates.ts'
import { Failure } from '@tandem/shared/failure.ts'
import type { JournalId, Millis, PersonId, RowId } from '@tandem/shared/ids.ts'
import type { Kysely, Transaction } from 'kysely'
import type { Tables } from '../database/tables.ts'

interface NewTemplate {
  readonly id: RowId
  readonly journal: JournalId
  readonly person: PersonId
  readonly title: string
  readonly pages: SavedPages
  readonly now: Millis
  /** How many one journal keeps. */
  readonly atMost: number
}

/** Within `changeJournal`. Refuses with `id-taken` what somebody else saved under this id, and with `too-many-rows`. */
export async function saveTemplate(transaction: Transaction<Tables>, { id, journal, person, title, pages, now, atMost }: NewTemplate): Promise<void> {
  const known = await transaction.selectFrom('saved_templates').select(['person_id', 'journal_id']).where('id', '=', id).executeTakeFirst()
  if (known && (known.person_id !== person || known.journal_id !== journal)) throw new Failure('id-taken')
  if (known) return
  const { count } = await transaction
    .selectFrom('saved_templates')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('journal_id', '=', journal)
    .executeTakeFirstOrThrow()
  if (count >= atMost) throw new Failure('too-many-rows')
  await transaction
    .insertInto('saved_templates')
    .values({ id, journal_id: journal, person_id: person, title, pages: JSON.stringify(pages), at: now })
    .execute()
}

/** All that this person may use, the latest first. */
export async function listTemplates(db: Kysely<Tables>, person: PersonId): Promise<SavedTemplate[]> {
  const rows = await usableBy(db, person)
    .innerJoin('people', 'people.id', 'saved_templates.person_id')
    .select(['saved_templates.id', 'saved_templates.title', 'saved_templates.at', 'saved_templates.person_id', 'people.name'])
    .orderBy('saved_templates.at', 'desc')
    .orderBy('saved_templates.id')
    .execute()
  return rows.map(({ id, title, at, name, person_id: by }) => ({ template: id, title, at, by: name, isMine: by === person }))
}

/** Undefined when there is none that this person may use. */
export async function findTemplate(
  db: Kysely<Tables>,
  { template, person }: { readonly template: RowId; readonly person: PersonId },
): Promise<{ readonly pages: SavedPages } | undefined> {
  const row = await usableBy(db, person).select('saved_templates.pages').where('saved_templates.id', '=', template).executeTakeFirst()
  return row && { pages: SavedPages.parse(JSON.parse(row.pages)) }
}

/** Whether there was one of this person's. */
export async function removeTemplate(db: Kysely<Tables>, { template, person }: { readonly template: RowId; readonly person: PersonId }): Promise<boolean> {
  const removed = await db.deleteFrom('saved_templates').where('id', '=', template).where('person_id', '=', person).executeTakeFirst()
  return removed.numDeletedRows > 0n
}

function usableBy(db: Kysely<Tables>, person: PersonId) {
  return db
    .selectFrom('saved_templates')
    .where(({ eb, or, selectFrom }) =>
      or([
        eb('saved_templates.person_id', '=', person),
        eb(
          'saved_templates.journal_id',
          'in',
          selectFrom('members').select('members.journal_id').where('members.person_id', '=', person).where('members.left_at', 'is', null),
        ),
      ]),
    )
}
