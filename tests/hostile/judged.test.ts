/** The judge against updates that could nearly be. */
import { expect, test } from 'vitest'
import { judgeMany } from './judged.ts'

test('[R8] what the judge knows is what Yjs knows, and nothing it takes waits, over three hundred documents of plausible lies', () => {
  const { accepted, breaches } = judgeMany({ rounds: 300, updates: 60, seed: 20_261_123 })
  expect(breaches).toEqual([])
  expect(accepted).toBeGreaterThan(5000)
})
