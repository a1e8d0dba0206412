/** How the log's commits fare: how long they take, and whether they succeed at all. */
import { StorageFault } from '../../database/fault.ts'
import { Histogram } from '../../histogram.ts'

/** A room with unsaved words tries again at least every two seconds: a failure older than this was followed by no try, so nobody waits. */
const FAILURE_COUNTS_FOR = 10_000

export interface MeasuredCommits {
  readonly latency: Histogram
  /** Runs a commit and measures it. */
  watch(commit: () => Promise<void>): Promise<void>
  /** Whether the last commit could not be stored. A full disk may still take the one small row of readiness. */
  areFailing(): boolean
}

export function measureCommits(): MeasuredCommits {
  const latency = new Histogram()
  let failedAt: number | undefined
  return {
    latency,
    areFailing: () => failedAt !== undefined && performance.now() - failedAt < FAILURE_COUNTS_FOR,
    watch: async (commit) => {
      const begin = performance.now()
      try {
        await commit()
        failedAt = undefined
      } catch (error) {
        if (error instanceof StorageFault) failedAt = performance.now()
        throw error
      } finally {
        latency.observe(performance.now() - begin)
      }
    },
  }
}
