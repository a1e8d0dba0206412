/** The data folder belongs to one process at a time. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StartProblem } from '../start-problem.ts'

/** The file whose lock holds the folder. It is empty. */
export const LOCK_FILE = 'tandem.lock'

/**
 * Makes the folder and takes it for this process, or throws a StartProblem. Held by a lock of the operating system on a small file of its own, which ends with the
 * process however that ends: there is no stale lock to clean up after a crash. Returns what gives the folder back.
 */
export function takeDataFolder(folder: string): () => void {
  const lock = openLock(folder)
  try {
    lock.exec('pragma locking_mode = exclusive; pragma journal_mode = memory; begin exclusive')
  } catch (error) {
    lock.close()
    if (isBusy(error)) throw new StartProblem(`The data folder ${folder} is in use by another Tandem. Stop that one, or set DATA_DIR to another folder.`, error)
    throw cannotUse(folder, error)
  }
  return () => lock.close()
}

function openLock(folder: string): DatabaseSync {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return new DatabaseSync(join(folder, LOCK_FILE), { timeout: 0 })
  } catch (error) {
    throw cannotUse(folder, error)
  }
}

function cannotUse(folder: string, error: unknown): StartProblem {
  return new StartProblem(`The data folder ${folder} cannot be used: ${error instanceof Error ? error.message : String(error)}.`, error)
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === 5
}
