/** What people are told of, and how much of which journal they want to be told. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('notices')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('journal_id', 'text', (column) => column.notNull().references('journals.id').onDelete('cascade'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('by_person', 'text')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('page_id', 'text')
    .addColumn('block_id', 'text')
    .addColumn('thread_id', 'text')
    .addColumn('comment_id', 'text')
    .addColumn('read_at', 'bigint')
    .addColumn('archived_at', 'bigint')
    .addColumn('mailed_at', 'bigint')
    .execute()
  // The same thing told twice is one notice.
  await db.schema.createIndex('one_notice_of_a_thing').unique().on('notices').columns(['journal_id', 'person_id', 'key']).execute()
  await db.schema.createIndex('notices_in_time').on('notices').columns(['person_id', 'at', 'id']).execute()
  await db.schema
    .createIndex('notices_unread')
    .on('notices')
    .columns(['person_id', 'journal_id'])
    .where(sql.ref('read_at'), 'is', null)
    .where(sql.ref('archived_at'), 'is', null)
    .execute()
  await db.schema
    .createTable('notice_levels')
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('journal_id', 'text', (column) => column.notNull().references('journals.id').onDelete('cascade'))
    .addColumn('level', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('notice_levels_key', ['person_id', 'journal_id'])
    .execute()
}
