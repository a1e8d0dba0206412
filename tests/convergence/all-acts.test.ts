/**
 * @vitest-environment jsdom
 *
 * Whatever two to four people do at once over a bad network, they end with the same journal.
 */
import { afterEach, beforeEach, test, vi } from 'vitest'
import { PINNED } from './pinned-seeds.ts'
import { runSeed } from './run-seed.ts'

const FIRST = Number(process.env['FIRST_SEED'] ?? 1)
const SEEDS = Number(process.env['SEEDS'] ?? 120)
const STEPS = Number(process.env['STEPS'] ?? 60)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test.for(PINNED.filter((pinned) => pinned.acts === 'all'))('seed $seed holds for good ($was)', ({ seed }) => {
  runSeed({ seed, steps: STEPS })
})

test.for(Array.from({ length: SEEDS }, (_, index) => FIRST + index))('seed %i: all kinds of edits converge, and undo takes nobody else’s words', (seed) => {
  runSeed({ seed, steps: STEPS })
})
