/** Keeps a file in a journal: first its bytes, then its row, so that a row never speaks of bytes that are not there. */
import { createHash } from 'node:crypto'
import type { FileId, JournalId, Millis, PersonId } from '@tandem/shared/ids.ts'
import type { KeptFile } from '@tandem/shared/contracts/files.ts'
import { Failure } from '@tandem/shared/failure.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { changeJournal } from '../journals/change-journal.ts'
import type { Limits } from '../limits/limits.ts'
import type { FileStore } from './file-store.ts'
import { sniffType } from './sniff-type.ts'

export interface FileParts {
  readonly db: Kysely<Tables>
  readonly store: FileStore
  readonly now: () => Millis
  readonly limits: Pick<Limits, 'fileBytes' | 'filesBytes' | 'bodyBytes'>
}

interface Sent {
  readonly journal: JournalId
  readonly person: PersonId
  readonly file: FileId
  readonly name: string
  readonly bytes: Uint8Array
}

export function storeKey(journal: JournalId, file: FileId): string {
  return `${journal}.${file}`
}

/** The same id again with the same bytes is answered as the first time; with others, or under somebody else's id, it is refused with `id-taken`. */
export async function keepFile({ db, store, now, limits }: FileParts, { journal, person, file, name, bytes }: Sent): Promise<KeptFile> {
  if (bytes.length === 0) throw new Failure('malformed-input')
  if (bytes.length > limits.fileBytes) throw new Failure('file-too-large')
  const sum = createHash('sha256').update(bytes).digest('hex')
  const kept: KeptFile = { file, name, type: sniffType(bytes), bytes: bytes.length }
  const find = (on: Kysely<Tables>) => on.selectFrom('files').select(['person_id', 'sum', 'name']).where('journal_id', '=', journal).where('id', '=', file)
  const again = (row: { person_id: string; sum: string; name: string }): KeptFile => {
    if (row.person_id !== person || row.sum !== sum) throw new Failure('id-taken')
    return { ...kept, name: row.name }
  }
  const known = await find(db).executeTakeFirst()
  if (known) return again(known)
  await refuseWhenFull(db, { journal, more: bytes.length, most: limits.filesBytes })
  await store.put(storeKey(journal, file), bytes)
  return changeJournal(db, { journal, person, act: 'edit' }, async (transaction) => {
    const meanwhile = await find(transaction).executeTakeFirst()
    if (meanwhile) return again(meanwhile)
    await refuseWhenFull(transaction, { journal, more: bytes.length, most: limits.filesBytes })
    await transaction
      .insertInto('files')
      .values({ journal_id: journal, id: file, person_id: person, at: now(), name, type: kept.type, bytes: bytes.length, sum })
      .execute()
    return kept
  })
}

async function refuseWhenFull(
  db: Kysely<Tables>,
  { journal, more, most }: { readonly journal: JournalId; readonly more: number; readonly most: number },
): Promise<void> {
  const { used } = await db
    .selectFrom('files')
    .select((column) => column.fn.sum<number | string | null>('bytes').as('used'))
    .where('journal_id', '=', journal)
    .executeTakeFirstOrThrow()
  if (Number(used ?? 0) + more > most) throw new Failure('files-full')
}
