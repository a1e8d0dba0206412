/** What a person may do with a document, for whoever opens a connection to it. */
import type { DocumentId, PersonId } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { Admission } from './access.ts'

export interface AdmissionQuery {
  readonly document: DocumentId
  readonly person: PersonId
}

/** `undefined` when there is no such document or the person is not a member of its journal. */
export async function findAdmission(db: Kysely<Tables>, { document, person }: AdmissionQuery): Promise<Admission | undefined> {
  const row = await db
    .selectFrom('documents')
    .innerJoin('members', 'members.journal_id', 'documents.journal_id')
    .innerJoin('journals', 'journals.id', 'documents.journal_id')
    .select(['documents.journal_id', 'documents.schema_version', 'members.role', 'members.seat', 'members.hue', 'journals.archived_at'])
    .where('documents.id', '=', document)
    .where('members.person_id', '=', person)
    .where('members.left_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { journal_id: journal, schema_version: schema, role, seat, hue } = row
  return { journal, role, seat, hue, schema, archived: row.archived_at !== null }
}
