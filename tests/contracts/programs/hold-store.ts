/** Opens the data folder given and keeps it until it is killed. */
import { openDatabase } from '@tandem/server/database/open-database.ts'

const [dataDir] = process.argv.slice(2)
if (!dataDir) throw new Error('Name a data folder.')
await openDatabase({ dataDir })
console.log('open')
