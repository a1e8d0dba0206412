/** The rows of every table, as queries see them. Times are Millis; ids are the branded ones of shared/ids. The four tables of sign-in are made by better-auth's own migrations. */
import type { AnchorQuestion, AnchorReply } from '@tandem/shared/contracts/mentorship-anchors.ts'
import type { Level, NoticeId, NoticeKind } from '@tandem/shared/contracts/notices.ts'
import type { Direction } from '@tandem/shared/document/entries/expectation.ts'
import type { BlockId, Day, DocumentId, InvitationId, JournalId, MailId, Millis, PageId, PersonId, RowId, Seq, SignInId } from '@tandem/shared/ids.ts'
import type { Role, Seat } from '@tandem/shared/roles.ts'
import type { Generated } from 'kysely'
import type { FilesTable } from './files-table.ts'
import type { CommentTables } from './comment-tables.ts'
import type { OwnRow } from './own-row.ts'
import type { ProjectedTables } from './projected-tables.ts'
import type { PushTables } from './push-tables.ts'
import type { SeenTables } from './seen-tables.ts'

export interface Tables extends CommentTables, ProjectedTables, PushTables, SeenTables {
  people: PeopleTable
  sign_ins: SignInsTable
  journals: JournalsTable
  documents: DocumentsTable
  members: MembersTable
  invitations: InvitationsTable
  commitments: CommitmentsTable
  saved_templates: SavedTemplatesTable
  plans: PlansTable
  acceptances: AcceptancesTable
  check_ins: CheckInsTable
  anchor_answers: AnchorAnswersTable
  files: FilesTable
  log_entries: LogEntriesTable
  snapshots: SnapshotsTable
  client_owners: ClientOwnersTable
  readiness: ReadinessTable
  notices: NoticesTable
  notice_levels: NoticeLevelsTable
  notice_settings: NoticeSettingsTable
  mails: MailsTable
}

/** What our own queries read of better-auth's user table; better-auth alone writes it. */
export interface PeopleTable {
  readonly id: PersonId
  readonly name: string
  readonly email: string
  /** Whether it is known to be theirs; 0 and 1 where the database has no booleans. */
  readonly email_verified: number | boolean
}

/** What our own queries read of better-auth's session table; better-auth alone writes it. */
export interface SignInsTable {
  readonly id: SignInId
}

export interface JournalsTable {
  id: JournalId
  title: string
  created_by: PersonId
  created_at: Millis
  archived_at: Millis | null
}

export interface DocumentsTable {
  id: DocumentId
  journal_id: JournalId
  kind: 'journal'
  schema_version: number
  /** When somebody last wrote in it; up to ten seconds behind the log, which knows better (`whenWritten`). */
  changed_at: Millis
  /** Up to here the entries of its log have been merged; 0 at first. */
  compacted_seq: Generated<Seq>
}

/** Everybody who is or was in a journal. Joining again is an update of the same row. */
export interface MembersTable {
  journal_id: JournalId
  person_id: PersonId
  seat: Seat
  role: Role
  hue: number
  joined_at: Millis
  left_at: Millis | null
}

export interface InvitationsTable {
  id: InvitationId
  journal_id: JournalId
  token_hash: string
  seat: Seat
  role: Role
  created_by: PersonId
  created_at: Millis
  expires_at: Millis
  revoked_at: Millis | null
  used_at: Millis | null
  used_by: PersonId | null
}

export interface CommitmentsTable extends OwnRow {
  block_id: BlockId
  kind: 'given' | 'taken-back'
  words: string
  direction: Direction | null
  by_person: PersonId | null
  hash: string
}

/** A page that a pair keeps to begin others with. */
export interface SavedTemplatesTable {
  id: RowId
  journal_id: JournalId
  person_id: PersonId
  title: string
  /** JSON of the pages, as the contract of templates describes them. */
  pages: string
  at: Millis
}

/** What a person brought of their development plan, for their own eyes. */
export interface PlansTable {
  journal_id: JournalId
  person_id: PersonId
  /** JSON of the goals, as the contract of plans describes them. */
  goals: string
  at: Millis
}

export interface AcceptancesTable extends OwnRow {
  block_id: BlockId
  kind: 'accepted' | 'declined'
  words: string
  why: string
}

export interface CheckInsTable extends OwnRow {
  block_id: BlockId
  day: Day
  kind: 'given' | 'taken-back'
  value: number | null
  word: string | null
  sentence: string
  replaces: RowId | null
}

export interface AnchorAnswersTable extends OwnRow {
  block_id: BlockId
  question: AnchorQuestion
  reply: AnchorReply
}

export interface LogEntriesTable {
  document_id: DocumentId
  seq: Seq
  entry_id: string
  author: PersonId
  connection: string
  at: Millis
  /** One entry or several; see log/row-bytes.ts. The other columns name the last one. */
  bytes: Uint8Array
}

export interface SnapshotsTable {
  document_id: DocumentId
  seq: Seq
  bytes: Uint8Array
  state_vector: Uint8Array
  deletes: Uint8Array
}

export interface ClientOwnersTable {
  document_id: DocumentId
  client_id: number
  person_id: PersonId
}

/** One row that is written to learn whether the store can be written. */
export interface ReadinessTable {
  id: number
  at: Millis
}

/** What a person is told of; made by notifications/tell.ts alone. */
export interface NoticesTable {
  id: NoticeId
  person_id: PersonId
  journal_id: JournalId
  kind: NoticeKind
  /** Names the thing that happened: one notice of it for one person. */
  key: string
  by_person: PersonId | null
  at: Millis
  words: string
  page_id: PageId | null
  block_id: BlockId | null
  thread_id: string | null
  comment_id: string | null
  read_at: Millis | null
  archived_at: Millis | null
  /** The mail it went into, whatever became of that. */
  mail_id: MailId | null
  /** When it went into what is pushed, whatever became of that. */
  pushed_at: Generated<Millis | null>
}

/** Where a person does not want to be told everything. */
export interface NoticeLevelsTable {
  person_id: PersonId
  journal_id: JournalId
  level: Level
}

/** How a person wants to be told; see notifications/wishes.ts. */
export interface NoticeSettingsTable {
  person_id: PersonId
  time_zone: string | null
  language: string | null
  mail: 0 | 1
  /** With commas between. */
  quiet_kinds: string
  digest_day: number | null
  digest_hour: number | null
  next_digest_at: Millis | null
  push_words: Generated<0 | 1>
}

/** A mail on its way, or what became of it: no words, only for whom and about which journal. */
export interface MailsTable {
  id: MailId
  person_id: PersonId
  /** Absent for a digest, which is of all, and for the question whether an address is theirs. */
  journal_id: JournalId | null
  kind: 'news' | 'digest' | 'confirm'
  /** `sending` is claimed by a process; `dropped` had nothing left to say. */
  state: 'waiting' | 'sending' | 'sent' | 'failed' | 'doubtful' | 'dropped'
  created_at: Millis
  /** Not tried before. */
  next_at: Millis
  attempts: number
  changed_at: Millis
  /** What the mail server, or the way there, said last. */
  trouble: string | null
  /** The changes it tells of: after this entry of the log, up to the other. */
  changes_after: Seq | null
  changes_upto: Seq | null
}
