/** `pnpm backup <file>`: backs up the data folder DATA_DIR while the server runs or rests. */
import { resolve } from 'node:path'
import { systemClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { takeBackup } from './backup.ts'
import { tellAbsentFiles, tellDamage, tellHoldings } from './manifest.ts'
import { fileArgument, runCommand } from './run-command.ts'

await runCommand(async () => {
  const path = resolve(fileArgument('backup'))
  const { dataDir, s3 } = readConfig()
  const { manifest, bytes, absentFiles, damages } = await takeBackup({ dataDir, path, now: systemClock.now() })
  if (absentFiles > 0) console.error(tellAbsentFiles(absentFiles, s3?.url))
  for (const damage of damages) console.error(tellDamage(damage))
  return `Backed up ${tellHoldings(manifest.holds)} as of ${manifest.takenAt} to ${path} (${bytes} bytes).`
})
