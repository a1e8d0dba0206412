/** The journals somebody is in and has looked at, as the beginning of a query: to who never has, what stands there is no news. */
import type { BlockId, JournalId } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { OwnRow } from '../database/own-row.ts'
import type { Tables } from '../database/tables.ts'
import type { Asked } from './said-rows.ts'

/** All tables of what is vouched for begin with the same columns and name a block; whichever of them is asked is `own`. */
export type OwnTables = Tables & Record<'own', OwnRow & { block_id: BlockId }>

export function lookedAt(db: Kysely<OwnTables>, { person, journal }: Asked) {
  return db
    .selectFrom('members')
    .innerJoin('journals', 'journals.id', 'members.journal_id')
    .innerJoin('documents', 'documents.journal_id', 'members.journal_id')
    .innerJoin('seen', (join) => join.onRef('seen.document_id', '=', 'documents.id').onRef('seen.person_id', '=', 'members.person_id'))
    .where('members.person_id', '=', person)
    .where('members.left_at', 'is', null)
    .where('documents.kind', '=', 'journal')
    .$if(journal !== undefined, (query) => query.where('members.journal_id', '=', journal as JournalId))
    .$if(journal === undefined, (query) => query.where('journals.archived_at', 'is', null))
}
