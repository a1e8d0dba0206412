/** Which changes of the document a mail tells of: those after one entry of the log, up to another. */
import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('mails').addColumn('changes_after', 'bigint').execute()
  await db.schema.alterTable('mails').addColumn('changes_upto', 'bigint').execute()
  await db.schema.createIndex('documents_in_time').on('documents').column('changed_at').execute()
}
