/** What people did with comments and threads besides saying something: edited, reacted, resolved, reopened. What was done before is no news. */
import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('comment_acts')
    .addColumn('journal_id', 'text', (column) => column.notNull().references('journals.id').onDelete('cascade'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('thread_id', 'text', (column) => column.notNull())
    .addColumn('comment_id', 'text')
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('reaction', 'text')
    .addPrimaryKeyConstraint('comment_acts_key', ['journal_id', 'id'])
    .execute()
  await db.schema.createIndex('comment_acts_by_time').on('comment_acts').columns(['journal_id', 'at']).execute()
}
