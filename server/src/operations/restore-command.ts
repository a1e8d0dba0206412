/** `pnpm restore <file>`: puts a backup into the empty data folder DATA_DIR; the server is started afterwards. */
import { resolve } from 'node:path'
import { readConfig } from '../config.ts'
import { tellHoldings } from './manifest.ts'
import { restoreBackup } from './restore.ts'
import { fileArgument, runCommand } from './run-command.ts'

await runCommand(async () => {
  const { dataDir } = readConfig()
  const { holds, takenAt, files } = await restoreBackup({ dataDir, path: resolve(fileArgument('restore')) })
  return `Restored ${tellHoldings(holds)} as of ${takenAt} to ${dataDir} (${files.join(', ')}).
Start it for the first day with REPAIR_MINUTES=1440: people's browsers then bring back what was written since, each other's words included.`
})
