/** What people are told while the database cannot be written: another program holds it, as a backup gone wrong would. */
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, call, createJournal, invite, PASSWORD, signUp, type TestPerson, tokenOf } from '../support/people.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let ben: TestPerson & { readonly email: string }
let link = ''
beforeAll(async () => {
  server = await startServer()
  ben = await signUp(server.address, 'Ben')
  link = tokenOf(await invite(ben, await createJournal(ben), { seat: 'mentee', role: 'editor' }))
})
afterAll(() => server.stop())

async function whileHeld<Result>(work: () => Promise<Result>): Promise<Result> {
  const database = new DatabaseSync(`${server.dataDir}/tandem.db`, { timeout: 5000 })
  database.exec('begin immediate')
  try {
    return await work()
  } finally {
    database.exec('rollback')
    database.close()
  }
}

const CALLS: Readonly<Record<string, () => Promise<Answer>>> = {
  'signing up': () => call(server.address, { path: '/api/auth/sign-up/email', body: { name: 'Eve', email: 'eve@example.org', password: PASSWORD } }),
  'signing in': () => call(server.address, { path: '/api/auth/sign-in/email', body: { email: ben.email, password: PASSWORD } }),
  'creating a journal': () => call(ben, { path: '/api/journals', body: { title: 'T', seat: 'mentor' } }),
  'accepting by name': () => call(server.address, { path: `/api/invitations/${link}/accept`, body: { name: 'Ana' } }),
}

test.for(Object.keys(CALLS))('%s is refused with cannot-store, changes nothing, and works afterwards', async (what) => {
  const act = CALLS[what]
  if (!act) throw new Error(what)
  const answer = await whileHeld(act)
  expect(answer).toMatchObject({ status: 503, body: { code: 'cannot-store' } })
  expect(answer.headers.getSetCookie()).toEqual([])
  expect((await act()).status).toBe(200)
})

test('who cannot be signed out is not told that they are', async () => {
  const answer = await whileHeld(() => call(ben, { path: '/api/auth/sign-out', body: {} }))
  expect(answer).toMatchObject({ status: 503, body: { code: 'cannot-store' } })
  expect((await call(ben, { path: '/api/me' })).status).toBe(200)
})

test('it is not ready while it cannot store, and is again afterwards', async () => {
  const isReady = async () => (await call(server.address, { path: '/api/ready' })).status
  await whileHeld(() => expect.poll(isReady, { timeout: 5000 }).toBe(503))
  await expect.poll(isReady, { timeout: 5000 }).toBe(200)
})

test('reading goes on', async () => {
  const answer = await whileHeld(() => call(ben, { path: '/api/journals' }))
  expect(answer.status).toBe(200)
})
