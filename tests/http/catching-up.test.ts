/** What is told of a journal between two looks. */
import type { Change, SaidRow } from '@tandem/shared/contracts/changes.ts'
import { readBlocks } from '@tandem/shared/document/read-blocks.ts'
import { newBlockId, newId } from '@tandem/shared/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { pair, succeed, type TestJournal, type TestPerson } from '../support/people.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { readStoredLog } from '../support/stored-log.ts'
import { atJournal } from './at-journal.ts'
import { acceptance, checkIn, comment, commitment } from './rows.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ env: { LIMIT_SIGN_INS: '0', LIMIT_CALLS: '0' } })
})
afterAll(() => server.stop())

interface Told {
  readonly seen: { readonly seq: number } | null
  readonly upTo: number
  readonly now: number
  readonly changes: readonly Change[]
  readonly rows: readonly SaidRow[]
}

async function told(person: TestPerson, journal: TestJournal, query = ''): Promise<Told> {
  return (await succeed<Told>(person, { path: `/api/journals/${journal.id}/changes${query}` })).body
}

async function newsOf(person: TestPerson) {
  return (await succeed<{ journals: { journal: string; changes: number; authors: string[] }[] }>(person, { path: '/api/me/news' })).body.journals
}

/** Until the rows tell as many changes of others as these. */
async function untilTold(person: TestPerson, journal: TestJournal, count: number): Promise<Told> {
  await eventually(`${count} changes are told`, async () => (await told(person, journal)).changes.length === count, 15_000)
  return told(person, journal)
}

test('others’ changes are news until I have seen them, on every device; my own never are', async () => {
  const { ana, ben, journal } = await pair(server.address)
  const bens = await atJournal(ben, journal)
  const anas = await atJournal(ana, journal)
  // Who has never looked is told of nothing.
  expect(await told(ana, journal)).toMatchObject({ seen: null, changes: [] })
  await succeed(ana, { path: `/api/journals/${journal.id}/seen`, body: { upTo: 0 } })

  const draft = bens.add(bens.page, { kind: 'action', words: 'Draft the RFC' })
  bens.add(bens.page, { kind: 'topic', words: 'Disagreeing with a director' })
  const first = await untilTold(ana, journal, 2)
  expect(first.changes.map(({ author, what }) => [author, what])).toEqual([
    [ben.id, 'added'],
    [ben.id, 'added'],
  ])
  expect(await newsOf(ana)).toMatchObject([{ journal: journal.id, changes: 2, authors: [ben.id] }])
  expect(await newsOf(ben)).toEqual([])

  // My own hand between theirs comes with it; where nobody else wrote it does not.
  await eventually('Ana has heard of it', () => readBlocks(anas.doc, anas.page).some(({ id }) => id === draft))
  anas.say(draft, 'Draft the RFC today')
  anas.add(anas.page, { kind: 'text', words: 'Only mine' })
  const second = await untilTold(ana, journal, 3)
  expect(second.changes.at(-1)).toMatchObject({ author: ana.id, what: 'words', was: 'Draft the RFC', became: 'Draft the RFC today' })

  await succeed(ana, { path: `/api/journals/${journal.id}/seen`, body: { upTo: second.upTo } })
  expect(await told(ana, journal)).toMatchObject({ changes: [], seen: { seq: second.upTo } })
  expect(await newsOf(ana)).toEqual([])
  // Late, from another device, it takes nothing back.
  await succeed(ana, { path: `/api/journals/${journal.id}/seen`, body: { upTo: 1 } })
  expect(await told(ana, journal)).toMatchObject({ seen: { seq: second.upTo } })
  // Since any time everything is told, seen or not.
  expect((await told(ana, journal, '?since=0')).changes.length).toBeGreaterThan(3)
  expect((await told(ana, journal, `?since=${second.now + 60_000}`)).changes).toEqual([])
})

test('to who comes for the first time what stands there is no news, however fresh it is', async () => {
  const { ana, ben, journal } = await pair(server.address)
  const bens = await atJournal(ben, journal)
  bens.add(bens.page, { kind: 'text', words: 'Written a moment ago' })
  await eventually('it is stored', () => readStoredLog(server.dataDir, journal.documentId).length > 1)
  const { seen, upTo } = await told(ana, journal)
  expect([seen, upTo]).toEqual([null, readStoredLog(server.dataDir, journal.documentId).length])
})

test('nobody has seen what is not known yet, and what was watched is no news', async () => {
  const { ana, ben, journal } = await pair(server.address)
  const bens = await atJournal(ben, journal)
  await succeed(ana, { path: `/api/journals/${journal.id}/seen`, body: { upTo: 1_000_000 } })
  const other = bens.addPage('Notes')
  bens.add(bens.page, { kind: 'text', words: 'Before her eyes' })
  bens.add(other, { kind: 'text', words: 'Elsewhere' })
  await untilTold(ana, journal, 3)
  const { now } = await told(ana, journal)
  await succeed(ana, { path: `/api/journals/${journal.id}/watched`, body: { page: bens.page, from: 0, to: now } })
  expect((await told(ana, journal)).changes.map(({ page }) => page)).toEqual([other, other])
  expect(await newsOf(ana)).toMatchObject([{ changes: 2 }])
  // At once, before the rows of themselves would be read.
  bens.add(other, { kind: 'text', words: 'Just now' })
  const justNow = ({ became }: Change) => JSON.stringify(became).includes('Just now')
  // Ben is asked first: what he is told of is a row by then, and still unseen by Ana unless she has watched it.
  await eventually('it is told, and was seen', async () => {
    await succeed(ana, { path: `/api/journals/${journal.id}/watched`, body: { page: other, from: 0, to: now + 60_000, isLeaving: true } })
    return (await told(ben, journal, '?since=0')).changes.some(justNow) && (await told(ana, journal)).changes.length === 0
  })
  const row = (await told(ben, journal, '?since=0')).changes.find(justNow)
  expect((await told(ana, journal)).seen?.seq).toBeGreaterThanOrEqual(row?.seq ?? Number.NaN)
})

test('what others said beside the pages is news too, with author and time, until it was seen, watched or read', async () => {
  const { ana, ben, journal } = await pair(server.address)
  const bens = await atJournal(ben, journal)
  const path = `/api/journals/${journal.id}`
  await succeed(ana, { path: `${path}/seen`, body: { upTo: 0 } })
  const block = bens.add(bens.page, { kind: 'goal', words: 'Lead the migration' })
  const other = bens.addPage('Notes')
  const elsewhere = bens.add(other, { kind: 'action', words: 'Draft the RFC' })
  const { upTo } = await untilTold(ana, journal, 3)
  await succeed(ben, { path: `${path}/seen`, body: { upTo } })
  const say = (what: string, body: Record<string, unknown>) => succeed(ben, { path: `${path}/${what}`, body })
  const begun = (await told(ana, journal)).now
  await say('check-ins', checkIn({ block, value: 55, sentence: 'Half way', word: null }))
  await say('commitments', commitment({ block, kind: 'given' }))
  await say('acceptances', acceptance({ block: elsewhere, kind: 'declined', why: 'Too soon' }))
  await say('acceptances', acceptance({ block: newBlockId() }))
  await say('comments', comment({ words: 'Shall we?', anchor: { kind: 'page', page: other } }))
  const mine = commitment({ block })
  await succeed(ana, { path: `${path}/commitments`, body: mine })

  const { rows, now } = await told(ana, journal)
  expect(rows.map(({ author, page, block: on, what, value, words }) => [author, page, on, what, value, words])).toEqual([
    [ben.id, bens.page, block, 'checked-in', 55, 'Half way'],
    [ben.id, bens.page, block, 'committed', null, ''],
    [ben.id, other, elsewhere, 'declined', null, 'Too soon'],
    [ben.id, other, null, 'commented', null, 'Shall we?'],
  ])
  expect(rows.every((row) => row.at >= begun && row.at <= now)).toBe(true)
  // The number at home is the number of places that are told in the journal.
  expect(await newsOf(ana)).toMatchObject([{ changes: new Set((await told(ana, journal)).changes.map(({ target }) => target)).size, authors: [ben.id] }])
  expect((await told(ben, journal)).rows).toMatchObject([{ author: ana.id, row: mine['commitment'] }])

  // Watched: on that page, in that time; comments are read in the margin.
  await succeed(ana, { path: `${path}/watched`, body: { page: bens.page, from: 0, to: begun - 1 } })
  expect((await told(ana, journal)).rows).toHaveLength(4)
  await succeed(ana, { path: `${path}/watched`, body: { page: bens.page, from: begun, to: now } })
  expect((await told(ana, journal)).rows.map(({ what }) => what)).toEqual(['declined', 'commented'])
  expect((await told(ana, journal, `?since=${begun - 1}`)).rows).toHaveLength(4)
  expect((await told(ana, journal, `?since=${now}`)).rows).toEqual([])

  // Seen, by id: what is of nobody here is passed over, and nothing else goes.
  const [declined, commented] = (await told(ana, journal)).rows
  await succeed(ana, { path: `${path}/seen`, body: { upTo, rows: [declined?.row, newId()] } })
  expect((await told(ana, journal)).rows).toMatchObject([{ what: 'commented' }])
  expect(await newsOf(ana)).toMatchObject([{ changes: 1 }])
  await succeed(ana, { path: `${path}/seen`, body: { upTo: 0, rows: [commented?.row] } })
  expect(await newsOf(ana)).toEqual([])
  const { unread } = (await succeed<{ unread: string[] }>(ana, { path: `${path}/comments` })).body
  expect(unread).toEqual([])
  // Read in the margin is seen here.
  const late = comment({ words: 'Late', anchor: { kind: 'page', page: other } })
  await say('comments', late)
  expect((await told(ana, journal)).rows).toMatchObject([{ row: late['comment'] }])
  await succeed(ana, { path: `${path}/comments/read`, body: { comments: [late['comment']] } })
  expect((await told(ana, journal)).rows).toEqual([])
})

test('whoever types alone, watching, has their changes neither cut nor read at every key', async () => {
  const { ben, journal } = await pair(server.address)
  const bens = await atJournal(ben, journal)
  await succeed(ben, { path: `/api/journals/${journal.id}/seen`, body: { upTo: 0 } })
  const line = bens.add(bens.page, { kind: 'text', words: 'One' })
  await eventually('it is told', async () => (await told(ben, journal, '?since=0')).changes.length === 1, 15_000)
  const first = await told(ben, journal)
  const watched = () => succeed(ben, { path: `/api/journals/${journal.id}/watched`, body: { page: bens.page, from: 0, to: first.now + 60_000 } })
  await watched()
  bens.say(line, 'One two')
  await eventually('it is stored', () => readStoredLog(server.dataDir, journal.documentId).length > first.upTo)
  await watched()
  expect((await told(ben, journal)).upTo).toBe(first.upTo)
  await eventually(
    'it is one change still',
    async () => {
      const { upTo, changes } = await told(ben, journal, '?since=0')
      return upTo > first.upTo && changes.length === 1 && JSON.stringify(changes[0]?.became).includes('One two')
    },
    15_000,
  )
})
