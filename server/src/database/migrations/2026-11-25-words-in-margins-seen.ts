/** What each person has seen of what others vouch for: commitments, acceptances and check-ins, by id. What was said before is no news. */
import type { Kysely } from 'kysely'
import type { OwnRow } from '../own-row.ts'
import type { Tables } from '../tables.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('seen_rows')
    .addColumn('journal_id', 'text', (column) => column.notNull().references('journals.id').onDelete('cascade'))
    .addColumn('row_id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('seen_rows_key', ['journal_id', 'person_id', 'row_id'])
    .execute()
  for (const table of ['commitments', 'acceptances', 'check_ins']) {
    await (db as Kysely<Tables & Record<'own', OwnRow>>)
      .insertInto('seen_rows')
      .columns(['journal_id', 'row_id', 'person_id'])
      .expression((build) =>
        build
          .selectFrom(`${table} as own` as 'own')
          .innerJoin('members', 'members.journal_id', 'own.journal_id')
          .select(['own.journal_id', 'own.id', 'members.person_id'])
          .whereRef('members.person_id', '!=', 'own.person_id'),
      )
      .execute()
  }
}
