/** ASVS V7 as far as it can be tried from outside: what stands for a sign-in cannot be guessed, forged, kept after its end, or put upon somebody. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, createJournal, PASSWORD, signInAgain, signUp, succeed, type TestPerson } from '../support/people.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { openWire, refusedUpgrade } from '../support/wire-client.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ env: { LIMIT_SIGN_INS: '0' } })
})
afterAll(() => server.stop())

const signIn = (person: TestPerson, headers: Record<string, string> = {}, password = PASSWORD) =>
  call(person.address, { path: '/api/auth/sign-in/email', body: { email: person.email, password }, headers })

test('[7.2.3] the token is long, never the same, and signed', async () => {
  const ana = await signUp(server.address, 'Ana')
  const tokens = await Promise.all(Array.from({ length: 20 }, async () => (await signIn(ana)).headers.getSetCookie()[0]?.split(/[=;]/)[1] ?? ''))
  expect(new Set(tokens).size).toBe(20)
  for (const token of tokens) expect(decodeURIComponent(token)).toMatch(/^[\w-]{32,}\.[\w+/=]{40,}$/)
})

test('[3.3] the cookie is not for scripts and not for other sites; behind https it is not for plain connections', async () => {
  const ana = await signUp(server.address, 'Ana')
  const [cookie = ''] = (await signIn(ana)).headers.getSetCookie()
  expect(cookie).toMatch(/; HttpOnly/i)
  expect(cookie).toMatch(/; SameSite=Lax/i)
  expect(cookie).toMatch(/; Path=\//i)
  expect(cookie).not.toMatch(/; Domain=/i)
  const origin = 'https://tandem.example.org'
  await using hosted = await startServer({ env: { PUBLIC_URL: origin } })
  const body = { name: 'Ben', email: 'ben@example.org', password: PASSWORD }
  const { headers } = await succeed(hosted.address, { path: '/api/auth/sign-up/email', headers: { origin }, body })
  expect(headers.getSetCookie()[0]).toMatch(/^__Secure-.*; Secure/i)
})

test('[7.2.1] a cookie with any part of it changed signs nobody in, by a call or a connection', async () => {
  const ana = await signUp(server.address, 'Ana')
  const journal = await createJournal(ana)
  const [name = '', value = ''] = ana.cookie.split(/=(.*)/s)
  const token = decodeURIComponent(value)
  const [secret = '', signature = ''] = token.split(/\.(.*)/s)
  const forged = [
    secret,
    `${secret}.`,
    `${secret}.${'A'.repeat(signature.length)}`,
    `${secret.slice(1)}${secret[0]}.${signature}`,
    `${secret.toLowerCase()}.${signature.toUpperCase()}`,
    ...Array.from(secret, (letter, index) => `${secret.slice(0, index)}${letter === 'a' ? 'b' : 'a'}${secret.slice(index + 1)}.${signature}`),
  ].filter((each) => each !== token)
  for (const each of forged) {
    const cookie = `${name}=${encodeURIComponent(each)}`
    expect((await call(server.address, { path: '/api/me', headers: { cookie } })).status).toBe(401)
  }
  const cookie = `${name}=${encodeURIComponent(forged[2] ?? '')}`
  expect(await refusedUpgrade({ address: server.address, cookie }, journal)).toMatchObject({ status: 401, code: 'signed-out' })
})

test('[4.4.3] nothing in an address signs anybody in', async () => {
  const ana = await signUp(server.address, 'Ana')
  const journal = await createJournal(ana)
  const token = encodeURIComponent(ana.cookie.split(/=(.*)/s)[1] ?? '')
  expect((await call(server.address, { path: `/api/me?token=${token}&cookie=${token}&authorization=Bearer%20${token}` })).status).toBe(401)
  const document = { documentId: `${journal.documentId}?token=${token}` }
  expect(await refusedUpgrade({ address: server.address, cookie: '' }, document)).toMatchObject({ code: 'signed-out' })
})

test('[7.2.4] who signs in where somebody is signed in ends that sign-in, its calls and its connections; a wrong password does not', async () => {
  const [ana, ben] = [await signUp(server.address, 'Ana'), await signUp(server.address, 'Ben')]
  const open = await openWire(ana, await createJournal(ana))
  expect((await signIn(ben, { cookie: ana.cookie }, 'not this one')).status).toBe(401)
  expect((await call(ana, { path: '/api/me' })).status).toBe(200)
  expect((await signIn(ben, { cookie: ana.cookie })).status).toBe(200)
  expect(await open.closed()).toMatchObject({ code: 4401 })
  expect((await call(ana, { path: '/api/me' })).status).toBe(401)
})

test('[7.2.4] a token somebody was given before is not taken over by signing in', async () => {
  const ana = await signUp(server.address, 'Ana')
  const planted = 'tandem.session_token=planted-by-somebody-else.AAAA'
  const [cookie = ''] = (await signIn(ana, { cookie: planted })).headers.getSetCookie()
  expect(cookie).not.toContain('planted')
})

test('[7.4.1] what has ended stays ended, for calls, connections and bearers', async () => {
  const ana = await signUp(server.address, 'Ana')
  const journal = await createJournal(ana)
  const bearer = { authorization: `Bearer ${decodeURIComponent(ana.cookie.split(/=(.*)/s)[1] ?? '')}` }
  expect((await call(server.address, { path: '/api/me', headers: bearer })).status).toBe(200)
  await succeed(ana, { path: '/api/auth/sign-out', body: {} })
  expect((await call(ana, { path: '/api/me' })).status).toBe(401)
  expect((await call(server.address, { path: '/api/me', headers: bearer })).status).toBe(401)
  expect(await refusedUpgrade(ana, journal)).toMatchObject({ code: 'signed-out' })
})

test('[7.4.3] [7.5.1] a password is changed only by who knows it, and can end all other sign-ins', async () => {
  const here = await signUp(server.address, 'Ana')
  const there = await signInAgain(here)
  const change = (currentPassword: string) =>
    call(here, { path: '/api/auth/change-password', body: { currentPassword, newPassword: 'another good one', revokeOtherSessions: true } })
  expect((await change('a guess')).status).toBe(401)
  expect((await call(there, { path: '/api/me' })).status).toBe(200)
  expect((await change(PASSWORD)).status).toBe(200)
  expect((await call(there, { path: '/api/me' })).status).toBe(401)
})

test('[8.2.3] no call sets or tells more than its contract', async () => {
  const ana = await signUp(server.address, 'Ana')
  await call(ana, { method: 'PATCH', path: '/api/me', body: { name: 'Ana', id: 'x', email: 'eve@example.org', emailVerified: true, role: 'admin' } })
  expect((await call(ana, { path: '/api/me' })).body).toEqual({ id: ana.id, name: 'Ana', email: ana.email })
  const extra = { id: '8f1f7a38-6a2b-4c8f-9d55-1d8f0a3f1c11', emailVerified: true, createdAt: '1999-01-01', image: 'https://evil.example/x.png', role: 'admin' }
  const body = { name: 'Eve', email: `eve-${process.pid}@example.org`, password: PASSWORD, ...extra }
  const made = await succeed<{ user: { id: string; emailVerified: boolean; image: unknown } }>(server.address, { path: '/api/auth/sign-up/email', body })
  expect(made.body.user).toMatchObject({ emailVerified: false })
  expect(made.body.user.id).not.toBe(extra.id)
  expect(made.body.user.image ?? null).toBeNull()
})
