import { expect, test } from 'vitest'
import { StoredState } from './stored-state.ts'

const NOBODY = Uint8Array.of(0)
const NOTHING = Uint8Array.of(0, 0)

test('what is kept of a snapshot holds on to no other memory: a room may be open for days', () => {
  const stored = new StoredState({ seq: 7, bytes: NOTHING, stateVector: NOBODY, deletes: NOTHING })
  const { snapshot, snapshotFrames, deletesFrames } = stored
  const kept = [snapshot?.bytes, snapshot?.deletes, ...snapshotFrames, ...deletesFrames].map((bytes) => bytes?.buffer)
  expect(kept).toHaveLength(4)
  const sizes = [...new Set(kept)].map((memory) => memory?.byteLength)
  expect(sizes).toEqual([7, 7])
})
