/** A thread that answers what it is asked, and never ends one job. */
import { answerJobs } from '@tandem/server/threads/answer-jobs.ts'

answerJobs((job: string) => {
  if (job === 'endless') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  return { result: job, transfer: [] }
})
