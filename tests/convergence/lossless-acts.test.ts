/**
 * @vitest-environment jsdom
 *
 * Nor do moves, joins, turns into code and deletions of blocks others are writing in: what their author had not seen removed stays.
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

test.for(PINNED.filter((pinned) => pinned.acts === 'lossless'))('seed $seed holds for good ($was)', ({ seed }) => {
  runSeed({ seed, steps: STEPS, acts: 'lossless' })
})

test.for(Array.from({ length: SEEDS }, (_, index) => FIRST + index))('seed %i: nothing typed into remade blocks is lost', (seed) => {
  runSeed({ seed, steps: STEPS, acts: 'lossless' })
})
