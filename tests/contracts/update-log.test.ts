/** Which logs keep the promises. */
import { sqliteStore } from './store.ts'
import { updateLogContract } from './update-log.ts'

updateLogContract('SQLite', sqliteStore)
