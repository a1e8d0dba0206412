/** The thread that writes the front: one file, one write and one fdatasync per commit. Nothing else runs here, so that no commit waits for a database. */
import { closeSync, fdatasyncSync, ftruncateSync, openSync, rmSync, writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { answerJobs } from '../../threads/answer-jobs.ts'
import { frontFile, syncDataFolder } from './front-files.ts'
import type { FrontJob } from './front-messages.ts'

const { dataDir } = workerData as { readonly dataDir: string }
let file: { readonly descriptor: number; end: number; good: number } | undefined

answerJobs((job: FrontJob) => {
  try {
    perform(job)
  } catch (error) {
    if (job.kind !== 'remove') giveUp()
    throw withCode(error)
  }
  return { result: undefined, transfer: [] }
})

function perform(job: FrontJob): void {
  switch (job.kind) {
    case 'begin':
      close()
      file = { descriptor: openSync(frontFile(dataDir, job.number), 'w', 0o600), end: 0, good: 0 }
      write(job.record)
      return syncDataFolder(dataDir)
    case 'append':
      return write(job.record)
    case 'remove':
      for (const number of job.numbers) rmSync(frontFile(dataDir, number), { force: true })
  }
}

function write(record: Uint8Array): void {
  if (!file) throw new Error('no file of the front is open')
  // A disk that is nearly full takes a part, and refuses the rest.
  for (let written = 0; written < record.length; ) {
    const count = writeSync(file.descriptor, record, written, record.length - written, file.end)
    written += count
    file.end += count
  }
  fdatasyncSync(file.descriptor)
  file.good = file.end
}

/** Whatever the disk has of the failed record, nothing may stand behind it: the next file says up to where this one holds. */
function giveUp(): void {
  try {
    // Half a record takes the room that the next try needs on a full disk.
    if (file) ftruncateSync(file.descriptor, file.good)
  } catch {
    // Then the room stays taken until the file goes; nothing rests on it.
  }
  close()
}

function close(): void {
  const descriptor = file?.descriptor
  file = undefined
  if (descriptor !== undefined) closeSync(descriptor)
}

/** Errors cross to the main thread with a number: see threads/answer-jobs.ts. */
function withCode(error: unknown): unknown {
  if (error instanceof Error && 'errno' in error) return Object.assign(error, { errcode: error.errno })
  return error
}
