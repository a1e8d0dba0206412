/** What people do with comments besides saying something is told to the others, and seen by its id. */
import type { SaidRow } from '@tandem/shared/contracts/changes.ts'
import { newId } from '@tandem/shared/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pair, succeed, type TestJournal, type TestPerson } from '../support/people.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { comment } from './rows.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ env: { LIMIT_SIGN_INS: '0', LIMIT_CALLS: '0' } })
})
afterAll(() => server.stop())

async function told(person: TestPerson, journal: TestJournal) {
  return (await succeed<{ now: number; rows: readonly SaidRow[] }>(person, { path: `/api/journals/${journal.id}/changes` })).body
}

test('what others did with comments is news by id: settled, opened again, edited, and a reaction to mine; each once, and none that was taken back', async () => {
  const { ana, ben, journal } = await pair(server.address)
  const page = newId()
  const path = `/api/journals/${journal.id}`
  for (const person of [ana, ben]) await succeed(person, { path: `${path}/seen`, body: { upTo: 0 } })
  const anchor = { kind: 'page', page }
  const [bensOwn, anasOwn] = [comment({ words: 'Shall we?', anchor }), comment({ words: 'Two days is tight', anchor })]
  await succeed(ben, { path: `${path}/comments`, body: bensOwn })
  await succeed(ana, { path: `${path}/comments`, body: anasOwn })
  const patch = (what: string, body: Record<string, unknown>) => succeed(ben, { method: 'PATCH', path: `${path}/${what}`, body })
  const react = (on: string, reaction: string, isOn: boolean) => succeed(ben, { path: `${path}/comments/${on}/reactions`, body: { reaction, isOn } })
  await succeed(ana, { path: `${path}/comments/read`, body: { comments: [bensOwn['comment']] } })

  await patch(`comments/${bensOwn['comment']}`, { words: 'Shall we, then?', mentions: [] })
  await react(anasOwn['comment'], '👍', true)
  await react(anasOwn['comment'], '👍', true)
  await react(anasOwn['comment'], '🎉', true)
  await react(anasOwn['comment'], '🎉', false)
  await react(bensOwn['comment'], '👀', true)
  await patch(`threads/${anasOwn['thread']}`, { isResolved: true })
  await patch(`threads/${anasOwn['thread']}`, { isResolved: true })
  await patch(`threads/${bensOwn['thread']}`, { isResolved: true })
  await patch(`threads/${bensOwn['thread']}`, { isResolved: false })
  const { rows } = await told(ana, journal)
  expect(rows.map(({ author, page: on, what, words }) => [author, on, what, words])).toEqual([
    [ben.id, page, 'edited', 'Shall we, then?'],
    [ben.id, page, 'reacted', '👍 Two days is tight'],
    [ben.id, page, 'resolved', 'Two days is tight'],
    [ben.id, page, 'reopened', 'Shall we, then?'],
  ])
  // To who did it, it is none.
  expect((await told(ben, journal)).rows.map(({ what }) => what)).toEqual(['commented'])

  await succeed(ana, { path: `${path}/seen`, body: { upTo: 0, rows: [rows[0]?.row, rows[2]?.row] } })
  expect((await told(ana, journal)).rows.map(({ what }) => what)).toEqual(['reacted', 'reopened'])
  await succeed(ben, { method: 'DELETE', path: `${path}/comments/${bensOwn['comment']}` })
  expect((await told(ana, journal)).rows.map(({ what }) => what)).toEqual(['reacted'])
  await succeed(ana, { path: `${path}/watched`, body: { page, from: 0, to: (await told(ana, journal)).now } })
  expect((await told(ana, journal)).rows).toEqual([])
})
