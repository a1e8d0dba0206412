/** SQLite's result codes in the words of fault.ts. The codes: https://www.sqlite.org/rescode.html */
import type { ThreadTrouble } from '../threads/asked-thread.ts'
import { ConstraintFault, StorageFault } from './fault.ts'
import { UNCHANGED } from './sqlite-messages.ts'

const BUSY = 5
const LOCKED = 6
const FULL = 13
const CORRUPT = 11
const CONSTRAINT = 19
/** The file, the disk or the memory fails: nothing this connection says can be trusted until it has been opened anew. */
const BROKEN: ReadonlySet<number> = new Set([7 /* NOMEM */, 8 /* READONLY */, 10 /* IOERR */, CORRUPT, 14 /* CANTOPEN */, 23 /* AUTH */, 26 /* NOTADB */])

const UNIQUE: ReadonlySet<number> = new Set([1555 /* PRIMARYKEY */, 2067 /* UNIQUE */, 2579 /* ROWID */])
const FOREIGN_KEY = 787

/** The error to throw for one of the thread with the connection; its `code` is SQLite's extended result code. */
export function faultOf({ message, code }: ThreadTrouble): Error {
  if (code === undefined) return new Error(message)
  if (code === UNCHANGED) return new ConstraintFault('unchanged', message)
  const primary = code & 0xff
  if (primary === BUSY || primary === LOCKED) return new StorageFault('busy', { code, message })
  if (primary === FULL) return new StorageFault('full', { code, message })
  if (BROKEN.has(primary)) return new StorageFault('broken', { code, message })
  if (primary !== CONSTRAINT) return new Error(`${message} (SQLite ${code})`)
  if (UNIQUE.has(code)) return new ConstraintFault('unique', message)
  return new ConstraintFault(code === FOREIGN_KEY ? 'foreign-key' : 'other', message)
}

/** Whether a page of the file cannot be made sense of. That is so for whoever reads it, however often the file is opened; all other pages can be read. */
export function isDamagedPage({ code = 0 }: ThreadTrouble): boolean {
  return (code & 0xff) === CORRUPT
}
