/** A data folder with journals that were written long ago, in bursts of two people: work for the compaction. */
import { systemClock } from '@tandem/server/clock.ts'
import { openDatabase } from '@tandem/server/database/open-database.ts'
import { SqlLog } from '@tandem/server/log/sql-log.ts'
import { type DocumentId, type JournalId, newId, type PersonId } from '@tandem/shared/ids.ts'
import * as Y from 'yjs'
import { appended } from '../support/appended.ts'
import type { AckedEdits } from './acked-edits.ts'
import { updateOf } from './update-of.ts'

export interface OldHistory {
  readonly dataDir: string
  readonly acked: AckedEdits
  readonly documents: number
  readonly bursts: number
  readonly burstLength: number
}

/** Writes it, and notes every word as acked, for it was. */
export async function writeOldHistory({ dataDir, acked, documents, bursts, burstLength }: OldHistory): Promise<void> {
  const database = await openDatabase({ dataDir })
  const { db } = database
  const log = new SqlLog({ database, clock: systemClock })
  for (let number = 0; number < documents; number++) {
    const journal = newId() as JournalId
    const document = newId() as DocumentId
    await db
      .insertInto('journals')
      .values({ id: journal, title: 'Ana and Ben', created_by: 'ben' as PersonId, created_at: 1, archived_at: null })
      .execute()
    await db.insertInto('documents').values({ id: document, journal_id: journal, kind: 'journal', schema_version: 1, changed_at: 1 }).execute()
    const doc = new Y.Doc()
    const text = doc.getText('scratch')
    const appends: Promise<number>[] = []
    for (let entry = 0; entry < bursts * burstLength; entry++) {
      const burst = Math.floor(entry / burstLength)
      const word = `d${number}.${entry}`
      const update = updateOf(doc, () => text.insert(text.length, `${word} `))
      const at = 1_000_000 + burst * 60_000 + entry
      const author = (burst % 2 === 0 ? 'ana' : 'ben') as PersonId
      appends.push(appended(log, document, { id: `e${entry}`, author, connection: 'old', at, updates: [update], claims: [] }))
      acked.note({ documentId: document, word, at })
    }
    await Promise.all(appends)
    doc.destroy()
  }
  await database.close()
}
