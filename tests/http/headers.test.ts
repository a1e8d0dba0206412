/** What every answer tells browsers to refuse. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call } from '../support/people.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

test.for(['/', '/join/some-secret', '/api/health', '/api/nothing', '/assets/gone.js'])('%s carries the headers', async (path) => {
  const { headers } = await call(server.address, { path })
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('unsafe-eval')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-frame-options')).toBe('DENY')
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
  expect(headers.get('strict-transport-security')).toBeNull()
})

test('calls are never kept by anybody', async () => {
  expect((await call(server.address, { path: '/api/me' })).headers.get('cache-control')).toBe('no-store')
})

test('no other site may read an answer', async () => {
  const { headers } = await call(server.address, { path: '/api/health', headers: { origin: 'https://evil.example' } })
  expect(headers.get('access-control-allow-origin')).toBeNull()
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
})
