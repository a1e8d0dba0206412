import { expect, test } from 'vitest'
import { packUpdates, unpackUpdates } from './entry-bytes.ts'

test.for([[], [1], [1, 3, 2], [127, 128, 16_383, 16_384, 70_000]])('updates of sizes %j come back as they were', (...[sizes]) => {
  const updates = sizes.map((size, index) => new Uint8Array(size).fill(index + 1))
  expect(unpackUpdates(packUpdates(updates))).toEqual(updates)
})

test('packed bytes do not hold on to the buffer the updates stood in', () => {
  const frame = new Uint8Array(100_000)
  expect(packUpdates([frame.subarray(10, 12)]).buffer.byteLength).toBe(3)
})

test('bytes that end too early are refused', () => {
  expect(() => unpackUpdates(new Uint8Array([5, 1, 2]))).toThrow('Unexpected end of array')
})
