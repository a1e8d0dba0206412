/** Hostile frames in numbers. `pnpm hostile --frames 1000000` is the same in any number. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../support/server.ts'
import { storm } from './storm.ts'
import { stormInside } from './storm-inside.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ env: { LIMIT_SIGN_INS: '0', LIMIT_CALLS: '0' } })
})
afterAll(async () => {
  await server.stop()
})

test('[R3] a thousand mutated and a thousand random frames over real sockets, before a join and after it, change nothing they may not', async () => {
  const { closed, breaches } = await storm(server, { frames: 1000, seed: 20_261_123 })
  expect(breaches).toEqual([])
  expect(closed).toBeGreaterThan(1000)
  expect(server.output()).not.toMatch(/"level":[56]0/)
})

test('[R3] ten thousand mutated and ten thousand random frames: the document is the same after each that was refused', async () => {
  const { closed, refused, heard, breaches, defects } = await stormInside({ frames: 10_000, seed: 19_700_101 })
  expect(breaches).toEqual([])
  expect(defects).toBe(0)
  expect(closed).toBeGreaterThan(10_000)
  expect(refused).toBeGreaterThan(100)
  expect(Object.keys(heard).toSorted()).toEqual(['foreign-client-id', 'malformed-frame', 'missing-updates', 'read-only'])
})
