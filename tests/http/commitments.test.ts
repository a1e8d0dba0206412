/** Commitments: who said yes to which words, stored once whatever the line does. */
import type { Commitment } from '@tandem/shared/contracts/commitments.ts'
import { newId } from '@tandem/shared/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, createJournal, pair, succeed, type TestJournal, type TestPerson } from '../support/people.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { openWire } from '../support/wire-client.ts'
import { commitment } from './rows.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ env: { LIMIT_SIGN_INS: '0' } })
})
afterAll(() => server.stop())

const pathOf = ({ id }: TestJournal) => `/api/journals/${id}/commitments`

async function listed(person: TestPerson, journal: TestJournal): Promise<readonly Commitment[]> {
  return (await succeed<{ commitments: Commitment[] }>(person, { path: pathOf(journal) })).body.commitments
}

test('a command told twice, and many times at once, is stored once and answered the same', async () => {
  const { ana, ben, journal } = await pair(server.address)
  const body = commitment()
  const answers = await Promise.all(Array.from({ length: 8 }, () => call(ana, { path: pathOf(journal), body })))
  expect(answers.map(({ status, body: answer }) => [status, answer])).toEqual(Array.from({ length: 8 }, () => [200, {}]))
  expect(await listed(ben, journal)).toMatchObject([{ ...body, person: ana.id }])
})

test('commitments stand in the order in which they were stored, whoever sent them at once', async () => {
  const { ana, ben, journal } = await pair(server.address)
  const first = commitment()
  await succeed(ana, { path: pathOf(journal), body: first })
  await Promise.all([ana, ben, ana, ben].map((person) => succeed(person, { path: pathOf(journal), body: commitment() })))
  const last = commitment({ block: first.block, kind: 'taken-back' })
  await succeed(ana, { path: pathOf(journal), body: last })
  const ids = (await listed(ana, journal)).map((row) => row.commitment)
  expect(ids).toHaveLength(6)
  expect([ids[0], ids[5]]).toEqual([first.commitment, last.commitment])
})

test('nobody commits for another: the author is who called, whatever the body says', async () => {
  const { ana, ben, journal } = await pair(server.address)
  await succeed(ana, { path: pathOf(journal), body: { ...commitment(), person: ben.id, at: 1 } })
  const [row] = await listed(ben, journal)
  expect(row?.person).toBe(ana.id)
  expect(row?.at).toBeGreaterThan(1)
})

test('an id of one journal says nothing in another', async () => {
  const { ana, ben, journal } = await pair(server.address)
  const elsewhere = await createJournal(ben)
  const body = commitment()
  await succeed(ana, { path: pathOf(journal), body })
  await succeed(ben, { path: pathOf(elsewhere), body: { ...body, words: 'Something else.' } })
  expect(await listed(ben, elsewhere)).toMatchObject([{ words: 'Something else.', person: ben.id }])
  expect(await listed(ben, journal)).toMatchObject([{ words: body.words, person: ana.id }])
})

test.for([{ commitment: 'not-an-id' }, { words: 7 }, { kind: 'maybe' }, { direction: 'up' }, { block: 'x'.repeat(65) }])(
  '%o is refused whole',
  async (change) => {
    const { ana, journal } = await pair(server.address)
    expect((await call(ana, { path: pathOf(journal), body: commitment(change) })).status).toBe(400)
    expect(await listed(ana, journal)).toEqual([])
  },
)

test('what waited in a browser is refused when somebody else is signed in by then', async () => {
  const { ana, ben, journal } = await pair(server.address)
  const request = { path: pathOf(journal), body: commitment() }
  expect(await call(ben, { ...request, headers: { 'tandem-person': ana.id } })).toMatchObject({ status: 401, body: { code: 'signed-out' } })
  expect((await call(ana, { ...request, headers: { 'tandem-person': ana.id } })).status).toBe(200)
  expect(await listed(ben, journal)).toMatchObject([{ person: ana.id }])
})

test('the other hears of it within a second', async () => {
  const { ana, ben, journal } = await pair(server.address)
  const wire = await openWire(ben, journal)
  await wire.join()
  const sent = performance.now()
  await succeed(ana, { path: pathOf(journal), body: commitment({ commitment: newId() }) })
  await wire.heard('the hint', (frame) => frame.kind === 'hint' && frame.what === 'commitments')
  expect(performance.now() - sent).toBeLessThan(1000)
  wire.close()
})
