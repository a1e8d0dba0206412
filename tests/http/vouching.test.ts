/** What else people vouch for: acceptances, check-ins, and answers that stay hidden until both have given theirs. */
import { newBlockId, newId } from '@tandem/shared/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, invite, joinByName, pair, succeed, type TestPerson } from '../support/people.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { acceptance, anchorAnswer, checkIn } from './rows.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ env: { LIMIT_SIGN_INS: '0' } })
})
afterAll(() => server.stop())

test.for([
  ['acceptances', acceptance, { why: 'x'.repeat(501) }],
  ['check-ins', checkIn, { sentence: 'x'.repeat(501) }],
  ['check-ins', checkIn, { word: 'x'.repeat(41) }],
  ['check-ins', checkIn, { value: 101 }],
  ['check-ins', checkIn, { day: 'tomorrow' }],
  ['mentorship-anchors', anchorAnswer, { reply: 'perhaps' }],
] as const)('%s: what is too large or not readable is refused whole', async ([what, right, wrong]) => {
  const { ben, journal } = await pair(server.address)
  const path = `/api/journals/${journal.id}/${what}`
  expect((await call(ben, { path, body: right(wrong) })).status).toBe(400)
  const { body } = await succeed<Record<string, unknown[]>>(ben, { path })
  expect(Object.values(body).flat()).toEqual([])
})

test.for([
  ['acceptances', acceptance],
  ['check-ins', checkIn],
  ['mentorship-anchors', anchorAnswer],
] as const)('%s: told twice, stored once, under the name of who called', async ([what, right]) => {
  const { ana, ben, journal } = await pair(server.address)
  const path = `/api/journals/${journal.id}/${what}`
  const body = { ...right(), person: ana.id }
  for (const told of [1, 2]) expect({ told, status: (await call(ben, { path, body })).status }).toEqual({ told, status: 200 })
  const listed = Object.values((await succeed<Record<string, unknown[]>>(ben, { path })).body)[0]
  expect(listed).toMatchObject([{ ...right(), ...body, person: ben.id }])
})

test('an answer to a mentorship anchor leaves the server for the other only when both have given all of theirs', async () => {
  const { ana, ben, journal } = await pair(server.address)
  const eve = await joinByName(server.address, await invite(ben, journal, { seat: 'third', role: 'viewer' }), 'Eve')
  const path = `/api/journals/${journal.id}/mentorship-anchors`
  const block = newBlockId()
  const say = (who: TestPerson, question: string, reply: string) => succeed(who, { path, body: anchorAnswer({ answer: newId(), block, question, reply }) })
  const seenBy = async (who: TestPerson) => (await succeed<{ answers: { question: string; reply: string }[]; given: { person: string }[] }>(who, { path })).body

  await say(ben, 'willing', 'yes')
  await say(ana, 'wants', 'not-sure')
  expect((await seenBy(ben)).answers).toMatchObject([{ question: 'willing' }])
  expect((await seenBy(ana)).answers).toMatchObject([{ question: 'wants' }])
  expect(await seenBy(eve)).toEqual({ answers: [], given: [{ block, person: ana.id }] })
  await say(ben, 'able', 'no')
  for (const who of [ana, ben, eve]) expect((await seenBy(who)).answers.map(({ reply }) => reply)).toEqual(['yes', 'not-sure', 'no'])
})
