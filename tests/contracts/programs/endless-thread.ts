/** A thread that answers what it is asked, and never ends one job. */
import { answerJobs } from '@tandem/server/threads/answer-jobs.ts'

answerJobs((job: string) => {
  while (job === 'endless') Math.random()
  return { result: job, transfer: [] }
})
