/** A thread that answers what it is asked, tells how its turn at the processor comes, and never ends one job. */
import { getPriority } from 'node:os'
import { answerJobs } from '@tandem/server/threads/answer-jobs.ts'

answerJobs((job: string) => {
  if (job === 'endless') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  if (job === 'priority') return { result: String(getPriority()), transfer: [] }
  return { result: job, transfer: [] }
})
