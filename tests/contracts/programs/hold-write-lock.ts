/** Holds the write lock of the database in the data folder given until it is killed, as a backup program gone wrong would. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DATABASE_FILE } from '@tandem/server/database/open-database.ts'

const [dataDir] = process.argv.slice(2)
if (!dataDir) throw new Error('Name a data folder.')
const database = new DatabaseSync(join(dataDir, DATABASE_FILE))
database.exec('begin exclusive')
console.log('held')
setInterval(() => database.isTransaction, 1000)
