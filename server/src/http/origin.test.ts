import { expect, test } from 'vitest'
import { isForeign, originForLinks } from './origin.ts'

const local = { publicUrl: undefined, host: '127.0.0.1' }
const hosted = { publicUrl: 'https://tandem.example.org', host: '0.0.0.0' }

test.for(['http://localhost:4000', 'http://127.0.0.1:4000', 'http://[::1]:4000'])('%s is this server’s own page', (origin) => {
  expect(isForeign({ origin }, local, 4000)).toBe(false)
})

test.for(['http://localhost:5173', 'https://localhost:4000', 'http://evil.example', 'null', 'http://localhost:4000.evil.example'])(
  '%s is foreign',
  (origin) => {
    expect(isForeign({ origin }, local, 4000)).toBe(true)
  },
)

test('with a public address only that one is own', () => {
  expect(isForeign({ origin: 'https://tandem.example.org' }, hosted, 4000)).toBe(false)
  expect(isForeign({ origin: 'http://localhost:4000' }, hosted, 4000)).toBe(true)
})

test('what a browser calls cross-site is foreign without an Origin too', () => {
  expect(isForeign({ 'sec-fetch-site': 'cross-site' }, local, 4000)).toBe(true)
})

test('a program that sends neither is no browser and is heard', () => {
  expect(isForeign({}, local, 4000)).toBe(false)
})

test('links carry the address that was asked for, when it is ours', () => {
  expect(originForLinks('127.0.0.1:4000', local, 4000)).toBe('http://127.0.0.1:4000')
  expect(originForLinks('evil.example', local, 4000)).toBe('http://localhost:4000')
  expect(originForLinks('evil.example', hosted, 4000)).toBe('https://tandem.example.org')
})
