/** A person's development plan: kept whole, replaced whole, and read by nobody else. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accept, call, createJournal, invite, signUp, succeed } from '../support/people.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const goal = (text: string) => ({ text, note: '', day: null, block: null })

test('a plan is its person’s alone, even in the journal they share', async () => {
  const [ben, ana] = await Promise.all(['Ben', 'Ana'].map((name) => signUp(server.address, name)))
  if (!ben || !ana) throw new Error('Somebody is missing.')
  const journal = await createJournal(ben)
  await accept(ana, await invite(ben, journal, { seat: 'mentee', role: 'editor' }))
  const path = `/api/journals/${journal.id}/plan`
  await succeed(ana, { path, body: { goals: [goal('Say no to a director')] } })
  await succeed(ben, { path, body: { goals: [] } })
  await succeed(ana, { path, body: { goals: [goal('Say no to a director'), { ...goal('Speak at a conference'), day: '2027-03-01' }] } })
  expect((await succeed(ben, { path })).body).toEqual({ goals: [] })
  expect((await succeed(ana, { path })).body).toEqual({
    goals: [goal('Say no to a director'), { ...goal('Speak at a conference'), day: '2027-03-01' }],
  })
  expect((await call(ana, { path, body: { goals: [goal('x'.repeat(501))] } })).body).toMatchObject({ code: 'malformed-input' })
})
