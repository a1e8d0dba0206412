/** What people vouch for beside their commitments: acceptances of actions, check-ins on goals, answers to a mentorship anchor. Rows only ever added. */
import type { CreateTableBuilder, Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await own(db, 'acceptances', (table) =>
    table
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('words', 'text', (column) => column.notNull())
      .addColumn('why', 'text', (column) => column.notNull()),
  )
  await own(db, 'check_ins', (table) =>
    table
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('value', 'integer')
      .addColumn('word', 'text')
      .addColumn('sentence', 'text', (column) => column.notNull())
      .addColumn('replaces', 'text'),
  )
  await own(db, 'anchor_answers', (table) =>
    table.addColumn('question', 'text', (column) => column.notNull()).addColumn('reply', 'text', (column) => column.notNull()),
  )
}

type Columns = CreateTableBuilder<string>

/** Begins every such table alike: whose row it is, its order in the journal, and the block it is about. */
async function own(db: Kysely<unknown>, name: string, further: (table: Columns) => Columns): Promise<void> {
  const table = db.schema
    .createTable(name)
    .addColumn('journal_id', 'text', (column) => column.notNull().references('journals.id').onDelete('cascade'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('block_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint(`${name}_key`, ['journal_id', 'id'] as never) as unknown as Columns
  await further(table).execute()
  await db.schema.createIndex(`${name}_in_order`).unique().on(name).columns(['journal_id', 'number']).execute()
}
