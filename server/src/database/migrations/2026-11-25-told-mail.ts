/** Mail: what a person wants of it, and what is on its way. A notice names the mail it went into. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('notices').dropColumn('mailed_at').execute()
  await db.schema.alterTable('notices').addColumn('mail_id', 'text').execute()
  await db.schema
    .createIndex('notices_unmailed')
    .on('notices')
    .columns(['at', 'person_id', 'journal_id'])
    .where(sql.ref('mail_id'), 'is', null)
    .where(sql.ref('read_at'), 'is', null)
    .where(sql.ref('archived_at'), 'is', null)
    .execute()
  await db.schema.createIndex('notices_of_mail').on('notices').column('mail_id').execute()
  await db.schema
    .createTable('notice_settings')
    .addColumn('person_id', 'text', (column) => column.primaryKey())
    .addColumn('time_zone', 'text')
    .addColumn('language', 'text')
    .addColumn('mail', 'integer', (column) => column.notNull())
    .addColumn('quiet_kinds', 'text', (column) => column.notNull())
    .addColumn('digest_day', 'integer')
    .addColumn('digest_hour', 'integer')
    .addColumn('next_digest_at', 'bigint')
    .execute()
  await db.schema.createIndex('digests_in_time').on('notice_settings').column('next_digest_at').execute()
  await db.schema
    .createTable('mails')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('journal_id', 'text', (column) => column.references('journals.id').onDelete('cascade'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('next_at', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addColumn('trouble', 'text')
    .execute()
  await db.schema.createIndex('mails_in_turn').on('mails').columns(['state', 'next_at']).execute()
  await db.schema.createIndex('mails_of_person').on('mails').columns(['person_id', 'journal_id', 'created_at']).execute()
}
