/** Threads in the margin, what is said in them, and what each person has read of it. */
import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('comment_threads')
    .addColumn('journal_id', 'text', (column) => column.notNull().references('journals.id').onDelete('cascade'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('anchor', 'text', (column) => column.notNull())
    .addColumn('quote', 'text', (column) => column.notNull())
    .addColumn('resolved_at', 'bigint')
    .addColumn('resolved_by', 'text')
    .addColumn('action_id', 'text')
    .addPrimaryKeyConstraint('comment_threads_key', ['journal_id', 'id'])
    .execute()
  await db.schema
    .createTable('comments')
    .addColumn('journal_id', 'text', (column) => column.notNull().references('journals.id').onDelete('cascade'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('thread_id', 'text', (column) => column.notNull())
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('edited_at', 'bigint')
    .addColumn('deleted_at', 'bigint')
    .addPrimaryKeyConstraint('comments_key', ['journal_id', 'id'])
    .execute()
  await db.schema.createIndex('comments_in_order').unique().on('comments').columns(['journal_id', 'number']).execute()
  await createMarks(db)
}

/** What people put on a comment: names in it, reactions to it, and that they have read it. */
async function createMarks(db: Kysely<unknown>): Promise<void> {
  for (const [table, more] of [
    ['comment_mentions', undefined],
    ['comment_reactions', 'reaction'],
    ['comment_reads', undefined],
  ] as const) {
    let create = db.schema
      .createTable(table)
      .addColumn('journal_id', 'text', (column) => column.notNull().references('journals.id').onDelete('cascade'))
      .addColumn('comment_id', 'text', (column) => column.notNull())
      .addColumn('person_id', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
    if (more) create = create.addColumn(more, 'text', (column) => column.notNull())
    // The table's name stands in the key's, and comes from the list above.
    await create.addPrimaryKeyConstraint(`${table}_key`, ['journal_id', 'comment_id', 'person_id', ...(more ? [more] : [])] as never[]).execute()
  }
}
