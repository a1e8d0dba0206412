import { expect, test } from 'vitest'
import { SNAPSHOT_POLICY, snapshotIsDue } from './snapshotter.ts'

test('a snapshot is due when the log since the last one is long or large', () => {
  expect(snapshotIsDue({ entries: 499, bytes: 262_143 }, SNAPSHOT_POLICY)).toBe(false)
  expect(snapshotIsDue({ entries: 500, bytes: 0 }, SNAPSHOT_POLICY)).toBe(true)
  expect(snapshotIsDue({ entries: 1, bytes: 262_144 }, SNAPSHOT_POLICY)).toBe(true)
})
