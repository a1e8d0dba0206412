/** The files of the front as they are written: a commit is one write, which ends when the disk has it. */
import { close, constants as flags, ftruncate, open, write } from 'node:fs'
import { rm } from 'node:fs/promises'
import { promisify } from 'node:util'
import { StorageFault } from '../../database/fault.ts'
import { frontFile, syncDataFolder } from './front-files.ts'

/** What the front needs of a disk. Whatever rejects may have reached the disk or not. */
export interface FrontDisk {
  /** Makes a file that begins with this head. Resolves when the disk has both for good, as `append` does. */
  begin(number: number, head: Uint8Array): Promise<void>
  append(record: Uint8Array): Promise<void>
  remove(numbers: readonly number[]): Promise<void>
  close(): Promise<void>
}

/** Empty, and a write to it ends when the disk has what was written. */
const NEW_FILE = flags.O_WRONLY | flags.O_CREAT | flags.O_TRUNC | flags.O_DSYNC

interface OpenFile {
  readonly descriptor: number
  end: number
}

/**
 * Rejects with StorageFault. Its writes run in the threads that Node keeps for files and hashes: one of our own, which hears messages and answers them, costs a
 * commit twice as much of the processor. So nothing else may keep all of these threads busy; see main.ts and hash-in-turns.ts.
 */
export function frontDisk(dataDir: string): FrontDisk {
  let file: OpenFile | undefined

  const leave = async () => {
    const left = file
    file = undefined
    if (left) await promisify(close)(left.descriptor)
  }
  const orGiveUp = async (act: () => Promise<void>) => {
    try {
      await act()
    } catch (error) {
      // Whatever the disk has of the failed record, nothing may stand behind it: the next file says up to where this one holds. And half a record
      // takes the room that the next try needs on a full disk; if it cannot be given back, it stays taken until the file goes.
      if (file) await promisify(ftruncate)(file.descriptor, file.end).catch(() => undefined)
      await leave().catch(() => undefined)
      throw faultFrom(error)
    }
  }
  return {
    begin: (number, head) =>
      orGiveUp(async () => {
        await leave()
        file = { descriptor: await promisify(open)(frontFile(dataDir, number), NEW_FILE, 0o600), end: 0 }
        await append(file, head)
        await syncDataFolder(dataDir)
      }),
    append: (record) =>
      orGiveUp(async () => {
        if (!file) throw new Error('no file of the front is open')
        await append(file, record)
      }),
    remove: async (numbers) => {
      try {
        for (const number of numbers) await rm(frontFile(dataDir, number), { force: true })
      } catch (error) {
        throw faultFrom(error)
      }
    },
    close: leave,
  }
}

function append(file: OpenFile, record: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const writeFrom = (from: number) =>
      write(file.descriptor, record, from, record.length - from, file.end + from, (error, count) => {
        if (error) return reject(error)
        // A disk that is nearly full takes a part, and refuses the rest.
        if (from + count < record.length) return writeFrom(from + count)
        file.end += record.length
        resolve()
      })
    writeFrom(0)
  })
}

const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT'])

function faultFrom(error: unknown): StorageFault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return new StorageFault(FULL.has(code) ? 'full' : 'broken', { message: String(error) })
}
