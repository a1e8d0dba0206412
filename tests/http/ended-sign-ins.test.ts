/** Whichever way a sign-in ends, its open connections end with it, and no others. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createJournal, PASSWORD, signInAgain, signUp, succeed, type TestPerson } from '../support/people.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { openWire } from '../support/wire-client.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ env: { LIMIT_SIGN_INS: '0' } })
})
afterAll(() => server.stop())

/** What ends the sign-in of `there`, done by `here` or by itself. */
const ENDINGS: Readonly<Record<string, (here: TestPerson, there: TestPerson) => Promise<unknown>>> = {
  'signing out': (_here, there) => succeed(there, { path: '/api/auth/sign-out', body: {} }),
  'ending it from the list': async (here) => {
    const { body } = await succeed<{ signIns: { id: string; current: boolean }[] }>(here, { path: '/api/me/sign-ins' })
    const other = body.signIns.find(({ current }) => !current)
    await succeed(here, { method: 'DELETE', path: `/api/me/sign-ins/${other?.id}` })
  },
  'ending all others': (here) => succeed(here, { path: '/api/auth/revoke-other-sessions', body: {} }),
  'changing the password': (here) =>
    succeed(here, { path: '/api/auth/change-password', body: { currentPassword: PASSWORD, newPassword: 'another good one', revokeOtherSessions: true } }),
}

test.for(Object.keys(ENDINGS))('%s closes its connections within a second', async (how) => {
  const here = await signUp(server.address, 'Ben')
  const there = await signInAgain(here)
  const journal = await createJournal(here)
  const [kept, ended] = [await openWire(here, journal), await openWire(there, journal)]
  const started = performance.now()
  await ENDINGS[how]?.(here, there)
  expect((await ended.closed()).code).toBe(4401)
  // Changing a password takes a while by itself: it is hashed.
  expect(performance.now() - started).toBeLessThan(2000)
  if (how !== 'changing the password') await kept.join()
  kept.close()
})
