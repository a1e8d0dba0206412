import { expect, test } from 'vitest'
import { packTightly, packUpdates, unpackUpdates } from './entry-bytes.ts'

test.for([[], [1], [1, 3, 2], [127, 128, 16_383, 16_384, 70_000]])('updates of sizes %j come back as they were', (...[sizes]) => {
  const updates = sizes.map((size, index) => new Uint8Array(size).fill(index + 1))
  expect(unpackUpdates(packUpdates(updates))).toEqual(updates)
})

test.for([[], [2], [127, 128], [70_000, 3]])('packed tightly, updates of sizes %j come back too', async (...[sizes]) => {
  const updates = sizes.map((size, index) => new Uint8Array(size).fill(index + 1))
  expect(unpackUpdates(await packTightly(updates))).toEqual(updates)
})

test('what repeats itself takes less room, and what does not takes no more', async () => {
  const [plain, random] = [new Uint8Array(5000).fill(7), crypto.getRandomValues(new Uint8Array(5000))]
  expect((await packTightly([plain])).byteLength).toBeLessThan(100)
  expect((await packTightly([random])).byteLength).toBe(packUpdates([random]).byteLength)
  expect(unpackUpdates(await packTightly([random]))).toEqual([random])
})

test('packed bytes do not hold on to the buffer the updates stood in', () => {
  const frame = new Uint8Array(100_000)
  expect(packUpdates([frame.subarray(10, 12)]).buffer.byteLength).toBe(3)
})

test('bytes that end too early are refused', () => {
  expect(() => unpackUpdates(new Uint8Array([5, 1, 2]))).toThrow('Unexpected end of array')
})
