/** What people commit to: rows only ever added. `number` is their order in the journal. */
import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('commitments')
    .addColumn('journal_id', 'text', (column) => column.notNull().references('journals.id').onDelete('cascade'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('block_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('direction', 'text')
    .addColumn('by_person', 'text')
    .addColumn('hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('commitments_key', ['journal_id', 'id'])
    .execute()
  await db.schema.createIndex('commitments_in_order').unique().on('commitments').columns(['journal_id', 'number']).execute()
}
