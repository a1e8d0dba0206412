/** People over HTTP: signing up, in and out, their sign-ins, and becoming somebody who can return. */
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, createJournal, invite, joinByName, PASSWORD, pair, signInAgain, signUp, succeed, type TestPerson } from '../support/people.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ env: { LIMIT_SIGN_INS: '0' } })
})
afterAll(() => server.stop())

interface SignInRow {
  readonly id: string
  readonly current: boolean
  readonly browser: string
}

async function signInsOf(person: TestPerson): Promise<readonly SignInRow[]> {
  return (await succeed<{ signIns: SignInRow[] }>(person, { path: '/api/me/sign-ins' })).body.signIns
}

test('signing up needs no mail and signs in at once', async () => {
  const ben = await signUp(server.address, 'Ben')
  expect((await call(ben, { path: '/api/me' })).body).toEqual({ id: ben.id, name: 'Ben', email: ben.email })
})

test('the cookie cannot be read by a script or sent from another site', async () => {
  const { headers } = await succeed(server.address, {
    path: '/api/auth/sign-up/email',
    body: { name: 'Ben', email: 'cookie@example.org', password: PASSWORD },
  })
  expect(headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax$/)
})

test('with a public https address the cookie is for https only', async () => {
  await using hosted = await startServer({ env: { PUBLIC_URL: 'https://tandem.example.org' } })
  const { headers } = await succeed(hosted.address, {
    path: '/api/auth/sign-up/email',
    headers: { origin: 'https://tandem.example.org' },
    body: { name: 'Ben', email: 'ben@example.org', password: PASSWORD },
  })
  expect(headers.getSetCookie()[0]).toMatch(/^__Secure-.*Secure/)
  expect(headers.get('strict-transport-security')).toContain('max-age')
})

test('a bearer token stands for the cookie', async () => {
  const { email, id } = await signUp(server.address, 'Ben')
  const { body } = await succeed<{ token: string }>(server.address, { path: '/api/auth/sign-in/email', body: { email, password: PASSWORD } })
  const me = await call(server.address, { path: '/api/me', headers: { authorization: `Bearer ${body.token}` } })
  expect(me.body).toMatchObject({ id })
})

test.for(['tandem.session_token=', 'tandem.session_token=made.up', 'tandem.session_token=x%2Fy.AAAA', 'other=1'])(
  'the cookie %s signs nobody in',
  async (cookie) => {
    expect((await call(server.address, { path: '/api/me', headers: { cookie } })).body).toMatchObject({ code: 'signed-out' })
  },
)

test('a cookie whose token was changed signs nobody in', async () => {
  const ben = await signUp(server.address, 'Ben')
  const forged = ben.cookie.replace(/=./, (start) => (start === '=a' ? '=b' : '=a'))
  expect((await call(server.address, { path: '/api/me', headers: { cookie: forged } })).body).toMatchObject({ code: 'signed-out' })
})

test('signing out ends this sign-in and no other', async () => {
  const here = await signUp(server.address, 'Ben')
  const there = await signInAgain(here)
  await succeed(here, { path: '/api/auth/sign-out', body: {} })
  expect((await call(here, { path: '/api/me' })).status).toBe(401)
  expect((await call(there, { path: '/api/me' })).status).toBe(200)
})

test('a person sees their sign-ins and ends one of them', async () => {
  const here = await signUp(server.address, 'Ben')
  const there = await signInAgain(here)
  const other = (await signInsOf(here)).find((signIn) => !signIn.current)
  await succeed(here, { method: 'DELETE', path: `/api/me/sign-ins/${other?.id}` })
  expect((await call(there, { path: '/api/me' })).status).toBe(401)
  expect(await signInsOf(here)).toMatchObject([{ current: true }])
})

test('nobody ends the sign-in of another', async () => {
  const [ben, ana] = [await signUp(server.address, 'Ben'), await signUp(server.address, 'Ana')]
  const [bens] = await signInsOf(ben)
  expect((await call(ana, { method: 'DELETE', path: `/api/me/sign-ins/${bens?.id}` })).body).toMatchObject({ code: 'unknown-sign-in' })
  expect((await call(ben, { path: '/api/me' })).status).toBe(200)
})

test('a changed password can end the other sign-ins, and the old one is over', async () => {
  const here = await signUp(server.address, 'Ben')
  const there = await signInAgain(here)
  const body = { currentPassword: PASSWORD, newPassword: 'another good one', revokeOtherSessions: true }
  await succeed(here, { path: '/api/auth/change-password', body })
  expect((await call(there, { path: '/api/me' })).status).toBe(401)
  const old = await call(server.address, { path: '/api/auth/sign-in/email', body: { email: here.email, password: PASSWORD } })
  expect(old.body).toMatchObject({ code: 'wrong-password' })
})

test('a person renames themselves, everywhere', async () => {
  const { ben, ana } = await pair(server.address)
  await succeed(ana, { method: 'PATCH', path: '/api/me', body: { name: '  Ana María  ' } })
  const { body } = await succeed<{ journals: { members: { name: string }[] }[] }>(ben, { path: '/api/journals' })
  expect(body.journals[0]?.members.map((member) => member.name)).toEqual(['Ben', 'Ana María'])
})

test('who came by a link adds an e-mail, stays the same person, and can return', async () => {
  const { ana } = await pair(server.address)
  expect((await call(ana, { path: '/api/me' })).body).toMatchObject({ id: ana.id, email: null })
  await succeed(ana, { path: '/api/me/keep', body: { email: 'Ana.Returns@example.org', password: PASSWORD } })
  const elsewhere = await signInAgain({ ...ana, email: 'ana.returns@example.org' })
  expect((await call(elsewhere, { path: '/api/me' })).body).toEqual({ id: ana.id, name: 'Ana', email: 'ana.returns@example.org' })
  expect((await succeed<{ journals: unknown[] }>(elsewhere, { path: '/api/journals' })).body.journals).toHaveLength(1)
})

test('nobody keeps with the e-mail of another', async () => {
  const { ben, ana } = await pair(server.address)
  expect((await call(ana, { path: '/api/me/keep', body: { email: ben.email, password: PASSWORD } })).body).toMatchObject({ code: 'email-taken' })
  expect((await call(ana, { path: '/api/me' })).body).toMatchObject({ email: null })
})

test('two tabs keeping at once make one account', async () => {
  const { ana } = await pair(server.address)
  const body = { email: 'twice@example.org', password: PASSWORD }
  const answers = await Promise.all([1, 2].map(() => call(ana, { path: '/api/me/keep', body })))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
})

test('the stand-in for an e-mail signs nobody up or in', async () => {
  const body = { name: 'Eve', email: 'x@link.tandem.invalid', password: PASSWORD }
  expect((await call(server.address, { path: '/api/auth/sign-up/email', body })).body).toMatchObject({ code: 'email-invalid' })
})

test('two people signing up with one e-mail at once: one succeeds, the other is told why', async () => {
  const body = { name: 'Ben', email: 'race@example.org', password: PASSWORD }
  const answers = await Promise.all([1, 2, 3, 4].map(() => call(server.address, { path: '/api/auth/sign-up/email', body })))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status !== 200).map((answer) => (answer.body as { code: string }).code)).toEqual(Array(3).fill('email-taken'))
})

test('fields that nobody asked for set nothing', async () => {
  const body = { name: 'Eve', email: 'eve@example.org', password: PASSWORD, emailVerified: true, id: 'chosen', role: 'owner' }
  const { body: made } = await succeed<{ user: { id: string; emailVerified: boolean } }>(server.address, { path: '/api/auth/sign-up/email', body })
  expect(made.user).toMatchObject({ emailVerified: false })
  expect(made.user.id).not.toBe('chosen')
})

test.for(['update-user', 'delete-user', 'list-sessions', 'sign-in/social', 'request-password-reset', 'ok', 'error', 'sign-in/anonymous'])(
  'better-auth’s %s is closed',
  async (path) => {
    const ben = await signUp(server.address, 'Ben')
    for (const method of ['GET', 'POST']) {
      const answer = await call(ben, { method, path: `/api/auth/${path}`, ...(method === 'POST' ? { body: {} } : {}) })
      expect(answer.body).toMatchObject({ code: 'unknown-route' })
    }
  },
)

test('a person whose making was cut short is gone after the next start, and their e-mail is free', async () => {
  await using own = await startServer()
  const ben = await signUp(own.address, 'Ben')
  const database = new DatabaseSync(`${own.dataDir}/tandem.db`, { timeout: 5000 })
  database.exec("delete from accounts; delete from sign_ins; update people set created_at = '2020-01-01T00:00:00.000Z'")
  database.close()
  await own.restart()
  const again = await call(own.address, { path: '/api/auth/sign-up/email', body: { name: 'Ben', email: ben.email, password: PASSWORD } })
  expect(again.status).toBe(200)
})

test('people and sign-ins are still there after a crash', async () => {
  await using own = await startServer()
  const ben = await signUp(own.address, 'Ben')
  const ana = await joinByName(own.address, await invite(ben, await createJournal(ben), { seat: 'mentee', role: 'editor' }), 'Ana')
  await own.kill()
  await own.restart()
  expect((await call(ben, { path: '/api/me' })).status).toBe(200)
  expect((await call(ana, { path: '/api/me' })).status).toBe(200)
})
