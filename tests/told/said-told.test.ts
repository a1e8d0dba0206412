/** From what somebody says to the inbox and back, over the real routes. */
import type { Notice } from '@tandem/shared/contracts/notices.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkIn, comment, commitment } from '../http/rows.ts'
import { pair, succeed, type TestPerson } from '../support/people.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ env: { LIMIT_SIGN_INS: '0' } })
})
afterAll(() => server.stop())

async function inboxOf(person: TestPerson) {
  return (await succeed<{ notices: Notice[] }>(person, { path: '/api/notices' })).body.notices
}

test('[N19] a comment is told, read with the comment itself, quoted as it is now, and gone when it is removed', async () => {
  const { ben, ana, journal } = await pair(server.address)
  const path = `/api/journals/${journal.id}/comments`
  const said = comment({ words: 'Two days is tight for me.', mentions: [ben.id] })
  await succeed(ana, { path, body: said })
  expect(await inboxOf(ben)).toMatchObject([{ kind: 'mention', by: { name: 'Ana' }, words: 'Two days is tight for me.', page: 'a-page', readAt: null }])
  expect(await inboxOf(ana)).toEqual([])

  await succeed(ben, { path: `${path}/read`, body: { comments: [said.comment] } })
  expect((await inboxOf(ben))[0]?.readAt).toBeTypeOf('number')
  await succeed(ana, { method: 'PATCH', path: `${path}/${said.comment}`, body: { words: 'One day would do.', mentions: [] } })
  expect(await inboxOf(ben)).toMatchObject([{ words: 'One day would do.' }])
  await succeed(ana, { method: 'DELETE', path: `${path}/${said.comment}` })
  expect(await inboxOf(ben)).toEqual([])
})

test('[N27] what others vouch for is told with its words, and read where it stands', async () => {
  const { ben, ana, journal } = await pair(server.address)
  const [yes, far] = [commitment({ words: 'Ana drives the agenda.' }), checkIn({ value: 55, sentence: 'The rollout has begun.' })]
  await succeed(ana, { path: `/api/journals/${journal.id}/commitments`, body: yes })
  await succeed(ana, { path: `/api/journals/${journal.id}/check-ins`, body: far })
  // Told twice, it is one.
  await succeed(ana, { path: `/api/journals/${journal.id}/check-ins`, body: far })
  expect(await inboxOf(ben)).toMatchObject([
    { kind: 'check-in', by: { name: 'Ana' }, words: '55 % · The rollout has begun.', block: far.block, readAt: null },
    { kind: 'commitment', by: { name: 'Ana' }, words: 'Ana drives the agenda.', block: yes.block, readAt: null },
  ])
  expect(await inboxOf(ana)).toEqual([])
  await succeed(ben, { path: `/api/journals/${journal.id}/seen`, body: { upTo: 0, rows: [far.checkIn] } })
  expect((await inboxOf(ben)).map(({ readAt }) => readAt !== null)).toEqual([true, false])
  await succeed(ben, { path: `/api/journals/${journal.id}/watched`, body: { page: 'a-page', from: 0, to: Date.now() + 60_000 } })
  expect((await inboxOf(ben)).map(({ readAt }) => readAt !== null)).toEqual([true, true])
})

test('[N27] what is corrected or taken back takes its notice along', async () => {
  const { ben, ana, journal } = await pair(server.address)
  const [yes, far] = [commitment(), checkIn({ value: 55, sentence: '' })]
  await succeed(ana, { path: `/api/journals/${journal.id}/commitments`, body: yes })
  await succeed(ana, { path: `/api/journals/${journal.id}/check-ins`, body: far })
  const corrected = checkIn({ block: far.block, value: null, word: 'stuck', sentence: '', replaces: far.checkIn })
  await succeed(ana, { path: `/api/journals/${journal.id}/check-ins`, body: corrected })
  await succeed(ana, { path: `/api/journals/${journal.id}/commitments`, body: commitment({ block: yes.block, kind: 'taken-back' }) })
  expect((await inboxOf(ben)).map(({ words }) => words)).toEqual(['stuck'])
})
