/** Each failure of the catalogue that HTTP can tell, told by a real server for a real cause. */
import { FAILURES, isFailureCode } from '@tandem/shared/failure.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../support/server.ts'
import { CAUSES } from './every-failure.ts'
import { WIRE_ONLY } from './wire-only-failures.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ env: { LIMIT_SIGN_INS: '0' } })
})
afterAll(() => server.stop())

test.for(Object.keys(CAUSES).filter(isFailureCode))('%s', async (code) => {
  const { status, body, headers } = (await CAUSES[code]?.(server)) ?? {}
  expect(body).toEqual({ code, message: FAILURES[code].words })
  expect(status).toBe(FAILURES[code].status)
  expect(headers?.get('content-type')).toMatch(/^application\/json/)
})

test('every code of the catalogue is shown here or by the relay', () => {
  expect([...Object.keys(CAUSES), ...WIRE_ONLY].toSorted()).toEqual(Object.keys(FAILURES).toSorted())
})

test('a defect can be found in the log by the id the answer bears, and tells nothing of itself', async () => {
  const answer = await CAUSES['internal']?.(server)
  const id = answer?.headers.get('x-request-id')
  expect(id).toBeTruthy()
  await expect.poll(() => server.output()).toContain(id)
  expect(JSON.stringify(answer?.body)).not.toMatch(/sql|column|title/i)
})

test('too many requests says when to come back', async () => {
  const answer = await CAUSES['too-many-requests']?.(server)
  expect(Number(answer?.headers.get('retry-after'))).toBeGreaterThan(0)
})
