/** Templates that pairs save. */
import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('saved_templates')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('journal_id', 'text', (column) => column.notNull().references('journals.id').onDelete('cascade'))
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('pages', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('saved_templates_of_journal').on('saved_templates').column('journal_id').execute()
  await db.schema.createIndex('saved_templates_of_person').on('saved_templates').column('person_id').execute()
}
