import { expect, test } from 'vitest'
import { mayReadMetrics } from './metrics-access.ts'

const ALONE = { token: undefined, isBehindProxy: false }

test.for(['127.0.0.1', '::1', '::ffff:127.0.0.1', '127.8.9.1'])('without a token a program of this machine reads them, from %s', (peer) => {
  expect(mayReadMetrics(ALONE, { peer, headers: {} })).toBe(true)
})

test.for(['192.0.2.1', '::ffff:10.0.0.1', '2001:db8::1', '1127.0.0.1', undefined])('another machine does not, from %s', (peer) => {
  expect(mayReadMetrics(ALONE, { peer, headers: {} })).toBe(false)
})

test.for([{ 'x-forwarded-for': '203.0.113.9' }, { forwarded: 'for=203.0.113.9' }, { via: '1.1 proxy' }])(
  'nor does somebody who came through a proxy: %o',
  (headers) => {
    expect(mayReadMetrics(ALONE, { peer: '127.0.0.1', headers })).toBe(false)
  },
)

test('where a proxy is configured, being on this machine proves nothing', () => {
  expect(mayReadMetrics({ token: undefined, isBehindProxy: true }, { peer: '127.0.0.1', headers: {} })).toBe(false)
})

test('with a token everybody needs it, and it is enough', () => {
  const guard = { token: 'a-long-enough-token', isBehindProxy: true }
  const read = (authorization: string | undefined, peer = '192.0.2.1') =>
    mayReadMetrics(guard, { peer, headers: authorization === undefined ? {} : { authorization } })
  expect(read('Bearer a-long-enough-token')).toBe(true)
  expect([read(undefined, '127.0.0.1'), read(''), read('Bearer a-long-enough-toke'), read('a-long-enough-token')]).toEqual([false, false, false, false])
})
