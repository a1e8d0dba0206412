/** What a person's browser can make this server send to: push services, and nothing else. */
import { expect, test } from 'vitest'
import { readConfig } from '../../config.ts'
import { isPrivate } from './private-address.ts'
import { isOfService } from './push-services.ts'
import { retryAfter } from './retry-after.ts'

const known = readConfig({}).push
const named = readConfig({ PUSH_SERVICES: 'push.example.org,*.push.example.com' }).push

test.for([
  'https://fcm.googleapis.com/fcm/send/abc',
  'https://updates.push.services.mozilla.com/wpush/v2/abc',
  'https://web.push.apple.com/abc',
  'https://db5p.notify.windows.com/w/?token=abc',
])('[N26] a service of the browsers there are: %s', (endpoint) => {
  expect(isOfService(endpoint, known)).toBe(true)
})

test.for([
  'http://fcm.googleapis.com/fcm/send/abc',
  'https://fcm.googleapis.com:8443/abc',
  'https://fcm.googleapis.com.evil.example/abc',
  'https://fcm.googleapis.com@evil.example/abc',
  'https://me:you@fcm.googleapis.com/abc',
  'https://evilpush.apple.com/abc',
  'https://push.apple.com/abc',
  'https://127.0.0.1/abc',
  'https://[::1]/abc',
  'https://169.254.169.254/latest/meta-data',
  'https://localhost/abc',
  'file:///etc/passwd',
  'no address',
])('[N26] nothing is sent to %s', (endpoint) => {
  expect(isOfService(endpoint, known)).toBe(false)
})

test('[N26] who runs the server may name others, in place of the known ones, on any port', () => {
  expect(isOfService('https://push.example.org:8443/abc', named)).toBe(true)
  expect(isOfService('https://a.push.example.com/abc', named)).toBe(true)
  expect(isOfService('https://fcm.googleapis.com/abc', named)).toBe(false)
  expect(readConfig({ PUSH_SERVICES: 'none' }).push.hosts).toEqual([])
})

test('[N26] addresses of private networks are told from those of the internet, however they are written', () => {
  const inside = ['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255']
  const insideSix = ['::1', '::', '::ffff:127.0.0.1', '::ffff:a00:1', '64:ff9b::7f00:1', '2002:7f00:1::', 'fd00::1', 'fe80::1', 'ff02::1']
  expect([...inside, ...insideSix].filter((address) => !isPrivate(address))).toEqual([])
  expect(['8.8.8.8', '172.32.0.1', '142.250.74.106', '2a00:1450:4001:80b::200a', '2606:4700::6810:84e5'].filter(isPrivate)).toEqual([])
})

test('a service says in seconds or by a date when it wants to be asked again', () => {
  const now = Date.UTC(2026, 4, 13, 9)
  expect(retryAfter('120', now)).toBe(120_000)
  expect(retryAfter('Wed, 13 May 2026 09:05:00 GMT', now)).toBe(300_000)
  expect(retryAfter('Wed, 13 May 2026 08:00:00 GMT', now)).toBe(0)
  for (const nothing of [undefined, 'soon', '-1', '9'.repeat(20)]) expect(retryAfter(nothing, now)).toBeUndefined()
})
