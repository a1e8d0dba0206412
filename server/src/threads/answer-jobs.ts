/** The inner side of an asked thread: performs the jobs and sends back what they give. */
import { parentPort } from 'node:worker_threads'
import { BEHIND_OTHERS, runBehindOthers } from './behind-others.ts'
import type { Answered, Asked, ThreadTrouble } from './asked-thread.ts'

export interface Performed<Result> {
  readonly result: Result
  /** Buffers handed over instead of copied. */
  readonly transfer: readonly ArrayBuffer[]
}

/** To be called once, at the start of the thread. What `perform` throws is thrown again where the job was asked. */
export function answerJobs<Job, Result>(perform: (job: Job) => Performed<Result>): void {
  if (!parentPort) throw new Error('This file runs only as a worker thread.')
  if (process.argv.includes(BEHIND_OTHERS)) runBehindOthers()
  const port = parentPort
  port.on('message', ({ id, job }: Asked<Job>) => {
    try {
      const { result, transfer } = perform(job)
      const answered: Answered<Result> = { id, result }
      port.postMessage(answered, [...transfer])
    } catch (error) {
      const answered: Answered<Result> = { id, error: troubleOf(error) }
      port.postMessage(answered, [])
    }
  })
}

/** node:sqlite gives its errors an `errcode`. */
function troubleOf(error: unknown): ThreadTrouble {
  if (!(error instanceof Error)) return { message: String(error), code: undefined }
  const code = 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : undefined
  return { message: error.message, code }
}
