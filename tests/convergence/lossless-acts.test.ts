/**
 * @vitest-environment jsdom
 *
 * Nor do moves, also to another page, joins, turns into code and deletions of blocks others are writing in: what their author had not seen removed stays. And
 * after every act each thread is on its words or detached.
 */
import { afterEach, beforeEach, test, vi } from 'vitest'
import { PINNED } from './pinned-seeds.ts'
import { runSeed } from './run-seed.ts'

const FIRST = Number(process.env['FIRST_SEED'] ?? 1)
const SEEDS = Number(process.env['SEEDS'] ?? 100)
const STEPS = Number(process.env['STEPS'] ?? 60)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test.for(PINNED.filter(({ acts }) => acts === 'lossless' || acts === 'pages'))('seed $seed holds for good ($was)', ({ seed, acts }) => {
  runSeed({ seed, steps: STEPS, acts })
})

test.for(Array.from({ length: SEEDS }, (_, index) => FIRST + index))('seed %i: nothing typed into remade blocks is lost', (seed) => {
  runSeed({ seed, steps: STEPS, acts: 'pages' })
})
