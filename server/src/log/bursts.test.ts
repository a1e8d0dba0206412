import type { PersonId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { BURST_POLICY, type BurstMember, splitIntoBursts } from './bursts.ts'

const ANA = 'ana' as PersonId
const BEN = 'ben' as PersonId

function seqsOf(members: readonly Omit<BurstMember, 'seq'>[]): number[][] {
  const entries = members.map((member, index) => ({ ...member, seq: index + 1 }))
  return splitIntoBursts(entries, BURST_POLICY).map((burst) => burst.map(({ seq }) => seq))
}

test('a burst is one author without a pause', () => {
  const written = [
    { author: ANA, at: 0, size: 1 },
    { author: ANA, at: 30_000, size: 1 },
    { author: ANA, at: 60_001, size: 1 },
    { author: BEN, at: 60_002, size: 1 },
    { author: ANA, at: 60_003, size: 1 },
  ]
  expect(seqsOf(written)).toEqual([[1, 2], [3], [4], [5]])
})

test('a burst ends before it grows too large, and a large entry stands alone', () => {
  const sizes = [160_000, 100_000, 4000, 360_000, 10, 10]
  expect(seqsOf(sizes.map((size) => ({ author: ANA, at: 0, size })))).toEqual([[1, 2], [3], [4], [5, 6]])
})

test('nothing is split into no bursts', () => {
  expect(seqsOf([])).toEqual([])
})
