/** How much may be asked, and by whom. */
import { expect, test } from 'vitest'
import { call, PASSWORD, signUp } from '../support/people.ts'
import { startServer } from '../support/server.ts'

const WRONG = { email: 'ana@example.org', password: 'a guess' }

test('one network signs up and in so often, then waits', async () => {
  await using server = await startServer({ env: { LIMIT_SIGN_INS: '3' } })
  const statuses: number[] = []
  for (let i = 0; i < 5; i++) statuses.push((await call(server.address, { path: '/api/auth/sign-in/email', body: WRONG })).status)
  expect(statuses).toEqual([401, 401, 401, 429, 429])
})

test('a right password does not count as a guess, and a limit of one e-mail is not another’s', async () => {
  await using server = await startServer({ env: { LIMIT_FAILED_SIGN_INS: '2' } })
  const [ana, ben] = [await signUp(server.address, 'Ana'), await signUp(server.address, 'Ben')]
  const signIn = (email: string, password: string) => call(server.address, { path: '/api/auth/sign-in/email', body: { email, password } })
  for (let i = 0; i < 4; i++) expect((await signIn(ana.email, PASSWORD)).status).toBe(200)
  for (let i = 0; i < 2; i++) expect((await signIn(ana.email, 'a guess')).status).toBe(401)
  expect((await signIn(ana.email.toUpperCase(), PASSWORD)).status).toBe(429)
  expect((await signIn(ben.email, PASSWORD)).status).toBe(200)
  // Who is signed in already is not locked out by somebody else's guesses.
  expect((await call(ana, { path: '/api/me' })).status).toBe(200)
})

test('calls are counted per person, not per network, once somebody is signed in', async () => {
  await using server = await startServer({ env: { LIMIT_CALLS: '10' } })
  const [ana, ben] = [await signUp(server.address, 'Ana'), await signUp(server.address, 'Ben')]
  const statuses: number[] = []
  for (let i = 0; i < 12; i++) statuses.push((await call(ana, { path: '/api/journals' })).status)
  expect(statuses.filter((status) => status === 429)).toHaveLength(2)
  expect((await call(ben, { path: '/api/journals' })).status).toBe(200)
})

test('a forwarded address is believed only from a trusted proxy', async () => {
  const fromAfar = (address: string, i: number) =>
    call(address, { path: '/api/auth/sign-in/email', body: WRONG, headers: { 'x-forwarded-for': `192.0.2.${i}` } }).then(({ status }) => status)
  await using direct = await startServer({ env: { LIMIT_SIGN_INS: '1' } })
  expect([await fromAfar(direct.address, 1), await fromAfar(direct.address, 2)]).toEqual([401, 429])
  await using proxied = await startServer({ env: { LIMIT_SIGN_INS: '1', TRUSTED_PROXIES: '127.0.0.1' } })
  expect([await fromAfar(proxied.address, 1), await fromAfar(proxied.address, 2), await fromAfar(proxied.address, 2)]).toEqual([401, 401, 429])
})

test('limits can be lifted', async () => {
  await using server = await startServer({ env: { LIMIT_SIGN_INS: '0', LIMIT_FAILED_SIGN_INS: '0', LIMIT_CALLS: '0' } })
  const answers = await Promise.all(Array.from({ length: 25 }, () => call(server.address, { path: '/api/auth/sign-in/email', body: WRONG })))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]))
})
