import { expect, test } from 'vitest'
import { runKillCycles } from './kill-cycles.ts'

const CYCLES = 20

test(`[R4] every acked edit survives ${CYCLES} kills in the middle of writing`, { timeout: 300_000 }, async () => {
  const { checked, lost, doubled } = await runKillCycles({ cycles: CYCLES, seed: 20_261_123 })
  expect(lost).toEqual([])
  expect(doubled).toEqual([])
  expect(checked).toBeGreaterThan(CYCLES * 20)
})
