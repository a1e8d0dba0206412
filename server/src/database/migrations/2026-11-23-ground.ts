/** The first tables: journals and their people, invitations, the log and its snapshots. Column types are ones both SQLite and PostgreSQL take: SQLite reads `bigint` as integer and stores bytes in any column. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await createJournals(db)
  await createPeopleOfJournals(db)
  await createLog(db)
}

async function createJournals(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('journals')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('archived_at', 'bigint')
    .execute()
  await db.schema
    .createTable('documents')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('journal_id', 'text', (column) => column.notNull().references('journals.id').onDelete('cascade'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('schema_version', 'integer', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addColumn('compacted_seq', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute()
  await db.schema.createIndex('documents_of_journal').on('documents').column('journal_id').execute()
  await db.schema
    .createTable('readiness')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute()
}

async function createPeopleOfJournals(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('members')
    .addColumn('journal_id', 'text', (column) => column.notNull().references('journals.id').onDelete('cascade'))
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('seat', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('hue', 'integer', (column) => column.notNull())
    .addColumn('joined_at', 'bigint', (column) => column.notNull())
    .addColumn('left_at', 'bigint')
    .addPrimaryKeyConstraint('members_key', ['journal_id', 'person_id'])
    .execute()
  await db.schema.createIndex('members_of_person').on('members').column('person_id').execute()
  // Two people accepting at the same moment cannot both sit on one chair, whatever the code above thinks.
  await db.schema
    .createIndex('one_mentor_one_mentee')
    .unique()
    .on('members')
    .columns(['journal_id', 'seat'])
    .where(sql.ref('left_at'), 'is', null)
    .where('seat', 'in', ['mentor', 'mentee'])
    .execute()
  await db.schema
    .createTable('invitations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('journal_id', 'text', (column) => column.notNull().references('journals.id').onDelete('cascade'))
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('seat', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('revoked_at', 'bigint')
    .addColumn('used_at', 'bigint')
    .addColumn('used_by', 'text')
    .execute()
  await db.schema.createIndex('invitations_of_journal').on('invitations').column('journal_id').execute()
}

async function createLog(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('log_entries')
    .addColumn('document_id', 'text', (column) => column.notNull().references('documents.id').onDelete('cascade'))
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('entry_id', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('connection', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('bytes', 'bytea', (column) => column.notNull())
    .addPrimaryKeyConstraint('log_entries_key', ['document_id', 'seq'])
    .execute()
  await db.schema
    .createTable('snapshots')
    .addColumn('document_id', 'text', (column) => column.primaryKey().references('documents.id').onDelete('cascade'))
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('bytes', 'bytea', (column) => column.notNull())
    .addColumn('state_vector', 'bytea', (column) => column.notNull())
    .addColumn('deletes', 'bytea', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('client_owners')
    .addColumn('document_id', 'text', (column) => column.notNull().references('documents.id').onDelete('cascade'))
    .addColumn('client_id', 'bigint', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('client_owners_key', ['document_id', 'client_id'])
    .execute()
}
