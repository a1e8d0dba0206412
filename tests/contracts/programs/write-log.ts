/** `write-log.ts <data folder> [front]`: appends to a new document, to the log with or without its front, without end, and prints the id of each entry once the log has acknowledged it. */
import { systemClock } from '@tandem/server/clock.ts'
import { openDatabase } from '@tandem/server/database/open-database.ts'
import { FrontedLog } from '@tandem/server/log/fronted-log.ts'
import { SqlLog } from '@tandem/server/log/sql-log.ts'
import { type DocumentId, type JournalId, newId, type PersonId } from '@tandem/shared/ids.ts'
import { appended } from '../../support/appended.ts'

const [dataDir, kind] = process.argv.slice(2)
if (!dataDir) throw new Error('Name a data folder.')
const database = await openDatabase({ dataDir })
const onTrouble = (trouble: unknown) => {
  throw trouble
}
const log = kind === 'front' ? new FrontedLog({ dataDir, database, clock: systemClock, onTrouble }) : new SqlLog({ database, clock: systemClock })
const journal = newId() as JournalId
const document = newId() as DocumentId
const author = 'ana' as PersonId
await database.db.insertInto('journals').values({ id: journal, title: 'Plans', created_by: author, created_at: 1, archived_at: null }).execute()
await database.db.insertInto('documents').values({ id: document, journal_id: journal, kind: 'journal', schema_version: 1, changed_at: 1 }).execute()
console.log(`document ${document}`)

async function write(connection: string): Promise<never> {
  for (let number = 0; ; number++) {
    const id = `${connection}.${number}`
    const seq = await appended(log, document, { id, author, connection, at: Date.now(), updates: [new TextEncoder().encode(id)], claims: [] })
    console.log(`acked ${seq} ${id}`)
  }
}

await Promise.all(['phone', 'desk', 'tablet'].map(write))
