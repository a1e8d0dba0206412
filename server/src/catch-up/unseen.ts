/** The changes of others that a person has not seen, as the beginning of a query. */
import type { DocumentId, PersonId } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'

export interface Unseen {
  readonly document: DocumentId
  readonly person: PersonId
}

/** Who has never looked has nothing unseen: to them the journal as it is is the news. */
export function unseenBy(db: Kysely<Tables>, { document, person }: Unseen) {
  return db
    .selectFrom('changes')
    .innerJoin('seen', (join) => join.onRef('seen.document_id', '=', 'changes.document_id').on('seen.person_id', '=', person))
    .leftJoin('seen_targets as mark', (join) =>
      join.onRef('mark.document_id', '=', 'changes.document_id').on('mark.person_id', '=', person).onRef('mark.target', '=', 'changes.target'),
    )
    .whereRef('changes.seq', '>', 'seen.seq')
    .where(({ eb, or, ref }) => or([eb('mark.seq', 'is', null), eb('mark.seq', '<', ref('changes.seq'))]))
    .where('changes.document_id', '=', document)
    .where('changes.author', '!=', person)
}
