/** Seeds that failed once. They run before all others, for ever. */

export interface PinnedSeed {
  readonly seed: number
  readonly isSafe: boolean
  /** What was wrong. */
  readonly was: string
}

export const PINNED: readonly PinnedSeed[] = []
