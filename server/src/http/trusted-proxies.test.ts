import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { addressOf, trustedProxies } from './trusted-proxies.ts'

function seen(remoteAddress: string, forwarded: string | undefined, trusted: readonly string[]): string {
  const request = { headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress } } as unknown as IncomingMessage
  return addressOf(request, trustedProxies(trusted))
}

test('nobody’s word is taken without a list', () => {
  expect(seen('192.0.2.1', '198.51.100.7', [])).toBe('192.0.2.1')
})

test('a trusted proxy’s word is taken, and not what somebody wrote before it', () => {
  expect(seen('10.0.0.1', '203.0.113.9, 198.51.100.7', ['10.0.0.0/8'])).toBe('198.51.100.7')
  expect(seen('::ffff:10.0.0.1', '198.51.100.7', ['10.0.0.1'])).toBe('198.51.100.7')
  expect(seen('2001:db8::1', '198.51.100.7', ['2001:db8::/32'])).toBe('198.51.100.7')
})

test('a chain of trusted proxies is followed to its end', () => {
  expect(seen('10.0.0.1', '198.51.100.7, 10.0.0.2', ['10.0.0.0/8'])).toBe('198.51.100.7')
  expect(seen('10.0.0.1', '10.0.0.3, 10.0.0.2', ['10.0.0.0/8'])).toBe('10.0.0.3')
})

test('what is no address is not trusted', () => {
  expect(seen('10.0.0.1', 'unknown', ['10.0.0.0/8'])).toBe('unknown')
})
