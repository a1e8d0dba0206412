import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('without any variable the server listens on this machine only', () => {
  expect(readConfig({})).toMatchObject({ port: 4000, host: '127.0.0.1', publicUrl: undefined, smtpUrl: undefined, trustedProxies: [], logLevel: 'info' })
  expect(readConfig({}).dataDir).toMatch(/\/data$/)
})

test('an empty variable counts as absent', () => {
  expect(readConfig({ PORT: '', PUBLIC_URL: '' })).toEqual(readConfig({}))
})

test('PUBLIC_URL becomes an origin', () => {
  expect(readConfig({ PUBLIC_URL: 'https://Tandem.example.org/' }).publicUrl).toBe('https://tandem.example.org')
})

test('trusted proxies are addresses and networks', () => {
  expect(readConfig({ TRUSTED_PROXIES: '10.0.0.1, 192.168.0.0/16,::1' }).trustedProxies).toEqual(['10.0.0.1', '192.168.0.0/16', '::1'])
})

test.for([
  ['PORT', 'abc'],
  ['PORT', '70000'],
  ['PORT', '-1'],
  ['PORT', '4000.5'],
  ['HOST', 'here or there'],
  ['PUBLIC_URL', 'tandem.example.org'],
  ['PUBLIC_URL', 'https://example.org/tandem'],
  ['PUBLIC_URL', 'https://example.org/?a'],
  ['PUBLIC_URL', 'ftp://example.org'],
  ['TRUSTED_PROXIES', '10.0.0.1,somewhere'],
  ['LOG_LEVEL', 'loud'],
  ['INVITATION_DAYS', '0'],
  ['LIMIT_SIGN_INS', 'many'],
] as const)('%s=%s stops the start with one sentence naming it', ([name, value]) => {
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} must be .+, not ".+"\\.$`))
})

test('a wrong SMTP_URL is not shown, for it may hold a password', () => {
  const problem = () => readConfig({ SMTP_URL: 'http://ana:secret@mail' })
  expect(problem).toThrow(/^SMTP_URL must be /)
  expect(problem).not.toThrow(/secret/)
})
