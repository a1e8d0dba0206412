/**
 * `write-and-read-out.ts <data folder>`: one entry after the other into the front, and all the while snapshots and passes of the projection, without end. Prints the
 * id of the document, and `writing` once it is at it.
 */
import { systemClock } from '@tandem/server/clock.ts'
import { StorageFault } from '@tandem/server/database/fault.ts'
import { openDatabase } from '@tandem/server/database/open-database.ts'
import { FrontedLog } from '@tandem/server/log/fronted-log.ts'
import { createSnapshotter } from '@tandem/server/log/snapshotter.ts'
import { createProjector } from '@tandem/server/projection/projector.ts'
import { type DocumentId, type JournalId, newId, type PersonId } from '@tandem/shared/ids.ts'
import { appended } from '../../support/appended.ts'
import { journalWriters } from '../journal-writers.ts'

const [dataDir] = process.argv.slice(2)
if (!dataDir) throw new Error('Name a data folder.')
const database = await openDatabase({ dataDir })
const [author, journal, document] = ['ana' as PersonId, newId() as JournalId, newId() as DocumentId]
await database.db.insertInto('journals').values({ id: journal, title: 'Plans', created_by: author, created_at: 1, archived_at: null }).execute()
await database.db.insertInto('documents').values({ id: document, journal_id: journal, kind: 'journal', schema_version: 1, changed_at: 1 }).execute()
console.log(`document ${document}`)
const log = new FrontedLog({ dataDir, database, clock: systemClock, onTrouble: unlessHeld })
const [snapshotter, projector] = [createSnapshotter(log), createProjector({ database, log })]

/** Whoever copies the database holds it for a moment. */
function unlessHeld(trouble: unknown): void {
  if (!(trouble instanceof StorageFault && trouble.trouble === 'busy')) throw trouble
}

async function write(): Promise<never> {
  const [ana] = journalWriters(author)
  if (!ana) throw new Error('Nobody is there.')
  const page = ana.addPage('Our agreement', { kind: 'agreement' })
  for (let number = 1; ; number++) {
    ana.add(page, { kind: 'text', words: `Line ${number}` })
    const entry = ana.entry(number * 1000)
    if (entry) await appended(log, document, entry)
  }
}

async function readOut(): Promise<never> {
  let passes = 0
  for (;;) {
    try {
      const snapshot = await snapshotter.build(document)
      if (snapshot) await log.saveSnapshot(document, snapshot)
      if ((await projector.project(document)) && ++passes === 3) console.log('writing')
    } catch (error) {
      unlessHeld(error)
    }
  }
}

await Promise.all([write(), readOut()])
