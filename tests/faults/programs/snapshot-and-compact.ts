/** `node snapshot-and-compact.ts <data folder>`: makes a snapshot of every document and compacts its log, with the server's own parts, so that it can be killed at every step. */
import { systemClock } from '@tandem/server/clock.ts'
import { openDatabase } from '@tandem/server/database/open-database.ts'
import { compact } from '@tandem/server/log/compaction.ts'
import { createSnapshotter } from '@tandem/server/log/snapshotter.ts'
import { SqlLog } from '@tandem/server/log/sql-log.ts'

const [dataDir] = process.argv.slice(2)
if (!dataDir) throw new Error('Name the data folder.')

const database = await openDatabase({ dataDir })
const log = new SqlLog({ database, clock: systemClock })
const snapshotter = createSnapshotter(log)
for (const { id } of await database.db.selectFrom('documents').select('id').execute()) {
  const snapshot = await snapshotter.build(id)
  if (snapshot) await log.saveSnapshot(id, snapshot)
  await compact(id, systemClock.now(), { database, merge: snapshotter.merge })
}
await snapshotter.close()
await database.close()
