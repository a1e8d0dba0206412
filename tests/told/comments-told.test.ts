/** From a comment to the inbox and back, over the real routes. */
import type { Notice } from '@tandem/shared/contracts/notices.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { comment } from '../http/rows.ts'
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
