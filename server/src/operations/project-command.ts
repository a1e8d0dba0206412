/** `pnpm project`: deletes everything the projection has read out of the documents of DATA_DIR and makes it anew from their logs. The server rests meanwhile. */
import { systemClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { openDatabase } from '../database/open-database.ts'
import { FrontedLog } from '../log/fronted-log.ts'
import { rebuildAll } from '../projection/rebuild-all.ts'
import { runCommand } from './run-command.ts'

await runCommand(async () => {
  const { dataDir } = readConfig()
  const database = await openDatabase({ dataDir })
  const onTrouble = (trouble: unknown) => console.error(trouble instanceof Error ? trouble.message : trouble)
  const log = new FrontedLog({ dataDir, database, clock: systemClock, onTrouble })
  try {
    // What a killed server left in front of the tables is found by their heads only once it stands in them.
    await log.move()
    const { documents, changes } = await rebuildAll(database, log)
    return `Read ${documents} ${documents === 1 ? 'journal' : 'journals'} anew: ${changes} ${changes === 1 ? 'change' : 'changes'}.`
  } finally {
    await log.close()
    await database.close()
  }
})
