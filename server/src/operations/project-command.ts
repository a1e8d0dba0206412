/** `pnpm project`: deletes everything the projection has read out of the documents of DATA_DIR and makes it anew from their logs. The server rests meanwhile. */
import { systemClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { openDatabase } from '../database/open-database.ts'
import { SqlLog } from '../log/sql-log.ts'
import { rebuildAll } from '../projection/rebuild-all.ts'
import { runCommand } from './run-command.ts'

await runCommand(async () => {
  const database = await openDatabase({ dataDir: readConfig().dataDir })
  try {
    const { documents, changes } = await rebuildAll(database, new SqlLog({ database, clock: systemClock }))
    return `Read ${documents} ${documents === 1 ? 'journal' : 'journals'} anew: ${changes} ${changes === 1 ? 'change' : 'changes'}.`
  } finally {
    await database.close()
  }
})
