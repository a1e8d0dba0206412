/** Push: which devices are told, what is on its way to them, and which notices it has told of. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('push_targets')
    .addColumn('sign_in_id', 'text', (column) => column.primaryKey())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('service', 'text', (column) => column.notNull())
    .addColumn('endpoint', 'text', (column) => column.notNull().unique())
    .addColumn('p256dh', 'text', (column) => column.notNull())
    .addColumn('auth', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('push_targets_of_person').on('push_targets').column('person_id').execute()
  await db.schema
    .createTable('pushes')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('sign_in_id', 'text', (column) => column.notNull().references('push_targets.sign_in_id').onDelete('cascade'))
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('journal_id', 'text', (column) => column.notNull().references('journals.id').onDelete('cascade'))
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('next_at', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addColumn('trouble', 'text')
    .execute()
  await db.schema.createIndex('pushes_in_turn').on('pushes').columns(['state', 'next_at']).execute()
  await db.schema.createIndex('pushes_of_target').on('pushes').columns(['sign_in_id', 'created_at']).execute()
  await db.schema.createIndex('pushes_of_person').on('pushes').columns(['person_id', 'journal_id', 'created_at']).execute()
  await db.schema.alterTable('notices').addColumn('pushed_at', 'bigint').execute()
  await db.schema
    .createIndex('notices_unpushed')
    .on('notices')
    .columns(['at', 'person_id', 'journal_id'])
    .where(sql.ref('pushed_at'), 'is', null)
    .where(sql.ref('read_at'), 'is', null)
    .where(sql.ref('archived_at'), 'is', null)
    .execute()
  await db.schema
    .alterTable('notice_settings')
    .addColumn('push_words', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
}
