/** What the server's record tells of one block, and who gave a goal its status: the log's author and time, whatever the document says. */
import type { Change } from '@tandem/shared/contracts/changes.ts'
import type { Touched } from '@tandem/shared/contracts/touched.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { createJournal, pair, succeed, type TestJournal, type TestPerson } from '../support/people.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { atJournal } from './at-journal.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ env: { LIMIT_SIGN_INS: '0', LIMIT_CALLS: '0' } })
})
afterAll(() => server.stop())

async function recordOf(person: TestPerson, journal: TestJournal, block: string): Promise<readonly Change[]> {
  return (await succeed<{ changes: Change[] }>(person, { path: `/api/journals/${journal.id}/blocks/${block}/record` })).body.changes
}

async function touchedIn(person: TestPerson, journal: TestJournal): Promise<readonly Touched[]> {
  return (await succeed<{ blocks: Touched[] }>(person, { path: `/api/journals/${journal.id}/touched` })).body.blocks
}

test('the record tells who made an action and who moved its day, and nothing of it in another journal', async () => {
  const { ana, ben, journal } = await pair(server.address)
  const bens = await atJournal(ben, journal)
  const anas = await atJournal(ana, journal)
  const draft = bens.add(bens.page, { kind: 'action', words: 'Draft the RFC', facts: { due: '2026-05-12' } })
  await eventually('it was made', async () => (await recordOf(ana, journal, draft)).length === 1, 15_000)
  await eventually('Ana has it', () => anas.doc.getMap('facts').get(`${draft}/due`) === '2026-05-12', 15_000)
  anas.facts(draft, { due: '2026-05-19', owner: ana.id })
  anas.say(draft, 'Draft and send the RFC')
  await eventually('Ana’s changes are told', async () => (await recordOf(ben, journal, draft)).length === 3, 15_000)
  const told = await recordOf(ben, journal, draft)
  expect(told.map(({ author, what, field, was, became, page }) => [author, what, field, was, became, page])).toEqual([
    [ben.id, 'added', '', null, { words: 'Draft the RFC', facts: { due: '2026-05-12' } }, bens.page],
    [ana.id, 'fact', 'due', '2026-05-12', '2026-05-19', bens.page],
    [ana.id, 'fact', 'owner', null, ana.id, bens.page],
  ])
  const other = await createJournal(ana, { title: 'With Cleo' })
  expect(await recordOf(ana, other, draft)).toEqual([])
})

test('who gave a goal its status is told, also when it came with one', async () => {
  const { ana, ben, journal } = await pair(server.address)
  const bens = await atJournal(ben, journal)
  const anas = await atJournal(ana, journal)
  const lead = bens.add(bens.page, { kind: 'goal', words: 'Lead the migration', facts: { status: 'theme' } })
  const speak = bens.add(bens.page, { kind: 'goal', words: 'Speak in public' })
  const statusOf = async (block: string) => (await touchedIn(ana, journal)).find((each) => each.block === block)?.status
  await eventually('both are told', async () => (await statusOf(speak)) === null, 15_000)
  expect(await statusOf(lead)).toMatchObject({ status: 'theme', by: ben.id })
  await eventually('Ana has it', () => anas.doc.getMap('facts').has(`${lead}/status`), 15_000)
  anas.facts(lead, { status: 'on-track' })
  await eventually('it is told', async () => (await statusOf(lead))?.status === 'on-track', 15_000)
  expect(await statusOf(lead)).toMatchObject({ by: ana.id })
})
