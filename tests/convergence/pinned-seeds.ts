/** Seeds that failed once. They run before all others, for ever. */

export interface PinnedSeed {
  readonly seed: number
  readonly isSafe: boolean
  /** What was wrong. */
  readonly was: string
}

export const PINNED: readonly PinnedSeed[] = [
  { seed: 9, isSafe: false, was: 'after an undo the next remote edit threw while the caret was restored' },
  { seed: 203, isSafe: false, was: 'after an undo the next remote edit threw while the caret was restored' },
  { seed: 18, isSafe: true, was: 'two who began one empty block made two texts in it, and one was lost' },
  { seed: 98, isSafe: true, was: 'bold by one and code by the other made the page invalid' },
  { seed: 109, isSafe: true, was: 'marks tidied by Yjs threw while the caret was restored' },
  { seed: 116, isSafe: true, was: 'bold by one and code by the other made the page invalid' },
]
