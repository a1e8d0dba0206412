import { expect, test } from 'vitest'
import { bearsUpdate, encodeAck, encodeHint, encodeRefused, MESSAGE, readOwnFrame, SYNC } from './frames.ts'

test('an ack is read as it was written, however large the number', () => {
  for (const count of [0, 1, 127, 128, 2 ** 31, Number.MAX_SAFE_INTEGER]) expect(readOwnFrame(encodeAck(count))).toEqual({ kind: 'ack', count })
})

test('a refusal is read as it was written', () => {
  expect(readOwnFrame(encodeRefused('read-only', 'Nur lesen — 只读'))).toEqual({ kind: 'refused', code: 'read-only', words: 'Nur lesen — 只读' })
})

test('a hint is read as it was written', () => {
  expect(readOwnFrame(encodeHint('check-ins'))).toEqual({ kind: 'hint', what: 'check-ins' })
})

test('y-websocket’s frames are not ours', () => {
  for (const type of [MESSAGE.sync, MESSAGE.awareness, MESSAGE.auth, MESSAGE.queryAwareness]) expect(readOwnFrame(Uint8Array.of(type, 0))).toBeUndefined()
})

test('a truncated frame of ours throws', () => {
  expect(() => readOwnFrame(encodeRefused('read-only', 'words').subarray(0, 6))).toThrow(Error)
  expect(() => readOwnFrame(Uint8Array.of(MESSAGE.ack))).toThrow(Error)
})

test('steps 2 and updates bear an update, nothing else does', () => {
  const bearing = [SYNC.step1, SYNC.step2, SYNC.update].map((step) => bearsUpdate(Uint8Array.of(MESSAGE.sync, step, 0)))
  expect(bearing).toEqual([false, true, true])
  expect(bearsUpdate(Uint8Array.of(MESSAGE.awareness, SYNC.update))).toBe(false)
  expect(bearsUpdate(new Uint8Array())).toBe(false)
})
