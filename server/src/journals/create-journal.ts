/** A new journal: its row, its document with the template's words, and its owner, all or none. */
import { SCHEMA_VERSION } from '@tandem/shared/document/schema.ts'
import { seedJournal, seedWith } from '@tandem/shared/document/seed.ts'
import type { TemplateId } from '@tandem/shared/document/templates/template.ts'
import { Failure } from '@tandem/shared/failure.ts'
import { type DocumentId, type JournalId, type Millis, type PersonId, type RowId, newId } from '@tandem/shared/ids.ts'
import type { Seat } from '@tandem/shared/roles.ts'
import type { Kysely, Transaction } from 'kysely'
import { decodeUpdate } from 'yjs'
import type { Tables } from '../database/tables.ts'
import { storeFirstEntry, TANDEM } from '../log/first-entry.ts'
import { findTemplate } from './saved-templates.ts'

export interface NewJournal {
  readonly title: string
  readonly seat: Seat
  readonly template: TemplateId
  /** Of the template's words. */
  readonly language?: string
  readonly saved?: RowId | undefined
  readonly person: PersonId
  readonly now: Millis
  /** How many journals one person may make. */
  readonly atMost: number
}

/** Refuses with `too-many-journals`, and with `unknown-template` when the saved one is not this person's to use. */
export async function createJournal(
  db: Kysely<Tables>,
  { title, seat, template, language = 'en', saved, person, now, atMost }: NewJournal,
): Promise<{ id: JournalId; documentId: DocumentId }> {
  const id = newId() as JournalId
  const documentId = newId() as DocumentId
  const own = saved && (await findTemplate(db, { template: saved, person }))
  if (saved && !own) throw new Failure('unknown-template')
  const update = own ? seedWith(own, 'saved') : seedJournal(template, language)
  const claims = [...new Set(decodeUpdate(update).structs.map((struct) => struct.id.client))]
  await db.transaction().execute(async (transaction) => {
    if ((await countJournalsBy(transaction, person)) >= atMost) throw new Failure('too-many-journals')
    await transaction.insertInto('journals').values({ id, title, created_by: person, created_at: now, archived_at: null }).execute()
    await transaction
      .insertInto('documents')
      .values({ id: documentId, journal_id: id, kind: 'journal', schema_version: SCHEMA_VERSION, changed_at: now })
      .execute()
    await transaction.insertInto('members').values({ journal_id: id, person_id: person, seat, role: 'owner', hue: 0, joined_at: now, left_at: null }).execute()
    await storeFirstEntry(transaction, { document: documentId, author: TANDEM, at: now, update, claims })
  })
  return { id, documentId }
}

async function countJournalsBy(transaction: Transaction<Tables>, person: PersonId): Promise<number> {
  const { count } = await transaction
    .selectFrom('journals')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('created_by', '=', person)
    .executeTakeFirstOrThrow()
  return count
}
