/** What the projection reads out of documents. Everything here can be deleted and is written again from the log. */
import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('projections')
    .addColumn('document_id', 'text', (column) => column.primaryKey().references('documents.id').onDelete('cascade'))
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('projected_pages')
    .addColumn('document_id', 'text', (column) => column.notNull().references('documents.id').onDelete('cascade'))
    .addColumn('page_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('day', 'text')
    .addColumn('position', 'double precision', (column) => column.notNull())
    .addColumn('started_at', 'bigint')
    .addColumn('ended_at', 'bigint')
    .addColumn('archived_at', 'bigint')
    .addPrimaryKeyConstraint('projected_pages_key', ['document_id', 'page_id'])
    .execute()
  await createBlocks(db)
  await createChanges(db)
}

async function createBlocks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('projected_blocks')
    .addColumn('document_id', 'text', (column) => column.notNull().references('documents.id').onDelete('cascade'))
    .addColumn('block_id', 'text', (column) => column.notNull())
    .addColumn('page_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('facts', 'text', (column) => column.notNull())
    .addColumn('owner', 'text')
    .addColumn('due', 'text')
    .addColumn('end', 'text')
    .addColumn('goal', 'text')
    .addColumn('status', 'text')
    .addColumn('support', 'text')
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_by', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('projected_blocks_key', ['document_id', 'block_id'])
    .execute()
  await db.schema.createIndex('projected_blocks_of_owner').on('projected_blocks').columns(['owner', 'kind', 'end']).execute()
}

async function createChanges(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('changes')
    .addColumn('document_id', 'text', (column) => column.notNull().references('documents.id').onDelete('cascade'))
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('field', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('page_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('was', 'text')
    .addColumn('became', 'text')
    .addColumn('place', 'text')
    .addColumn('trivial', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('changes_key', ['document_id', 'seq', 'target', 'what', 'field'])
    .execute()
  await db.schema.createIndex('changes_in_time').on('changes').columns(['document_id', 'at']).execute()
  await db.schema.createIndex('changes_of_target').on('changes').columns(['document_id', 'target', 'seq']).execute()
}
