/** The main thread's hand on the thread that writes the front. */
import { constants } from 'node:os'
import { StorageFault } from '../../database/fault.ts'
import { AskedThread, JobFailed, ThreadEnded } from '../../threads/asked-thread.ts'
import type { FrontJob } from './front-messages.ts'

/** What the front needs of a disk. Whatever rejects may have reached the disk or not. */
export interface FrontDisk {
  /** Makes a file that begins with this record. Resolves when the disk has both for good, as `append` does. */
  begin(number: number, record: Uint8Array<ArrayBuffer>): Promise<void>
  /** The record is handed over: nobody may use it afterwards. */
  append(record: Uint8Array<ArrayBuffer>): Promise<void>
  remove(numbers: readonly number[]): Promise<void>
  close(): Promise<void>
}

/** Rejects with StorageFault. */
export function frontDisk(dataDir: string): FrontDisk {
  const thread = new AskedThread<FrontJob, void>({ file: new URL('./front-worker.ts', import.meta.url), name: 'front', data: { dataDir } })
  const ask = async (job: FrontJob, transfer: readonly ArrayBuffer[] = []) => {
    try {
      await thread.ask(job, transfer)
    } catch (error) {
      throw faultFrom(error)
    }
  }
  return {
    begin: (number, record) => ask({ kind: 'begin', number, record }, [record.buffer]),
    append: (record) => ask({ kind: 'append', record }, [record.buffer]),
    remove: (numbers) => ask({ kind: 'remove', numbers }),
    close: () => thread.end(),
  }
}

const FULL: ReadonlySet<number> = new Set([-constants.errno.ENOSPC, -constants.errno.EDQUOT])

function faultFrom(error: unknown): unknown {
  if (error instanceof JobFailed) return new StorageFault(FULL.has(error.code ?? 0) ? 'full' : 'broken', { message: error.message })
  if (error instanceof ThreadEnded) return new StorageFault('broken', { message: error.message })
  return error
}
