/** Which actions are mine, over all journals. */
import type { MyAction } from '@tandem/shared/contracts/my-actions.ts'
import { changePage } from '@tandem/shared/document/journal-doc.ts'
import type { PersonId } from '@tandem/shared/ids.ts'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { createJournal, pair, succeed, type TestPerson } from '../support/people.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { atJournal } from './at-journal.ts'
import { acceptance } from './rows.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ env: { LIMIT_SIGN_INS: '0', LIMIT_CALLS: '0' } })
})
afterAll(() => server.stop())

async function actionsOf(person: TestPerson): Promise<readonly MyAction[]> {
  return (await succeed<{ actions: MyAction[] }>(person, { path: '/api/me/actions' })).body.actions
}

test('my open actions over all my journals, what is due first in front, as long as I am in them', async () => {
  const { ana, ben, journal } = await pair(server.address)
  const own = await createJournal(ana, { title: 'With Cleo' })
  const bens = await atJournal(ben, journal)
  const goal = bens.add(bens.page, { kind: 'goal', words: 'Lead the migration' })
  const mine = { owner: ana.id as PersonId }
  const later = bens.add(bens.page, { kind: 'action', words: 'Later', facts: { ...mine, due: '2026-06-01', goal } })
  bens.add(bens.page, { kind: 'action', words: 'Done', facts: { ...mine, end: 'done' } })
  bens.add(bens.page, { kind: 'action', words: 'His', facts: { owner: ben.id } })
  bens.add(bens.page, { kind: 'action', words: 'Some day', facts: mine })
  const put = bens.addPage('Put away')
  bens.add(put, { kind: 'action', words: 'On a page put away', facts: mine })
  changePage(bens.doc, put, { archivedAt: 5 })
  const anas = await atJournal(ana, own)
  anas.add(anas.page, { kind: 'action', words: 'Sooner', facts: { ...mine, due: '2026-05-01' } })
  await eventually('all three are there', async () => (await actionsOf(ana)).length === 3, 15_000)
  const actions = await actionsOf(ana)
  expect(actions.map(({ words }) => words)).toEqual(['Sooner', 'Later', 'Some day'])
  expect(actions[1]).toEqual({
    journal: journal.id,
    page: bens.page,
    block: later,
    words: 'Later',
    due: '2026-06-01',
    goal: 'Lead the migration',
    isProposed: false,
  })
  const given = bens.add(bens.page, { kind: 'action', words: 'Given', facts: { ...mine, givenBy: ben.id } })
  await eventually('it is there', async () => (await actionsOf(ana)).some(({ block, isProposed }) => block === given && isProposed), 15_000)
  const answer = (kind: string) => succeed(ana, { path: `/api/journals/${journal.id}/acceptances`, body: acceptance({ block: given, kind }) })
  await answer('accepted')
  expect((await actionsOf(ana)).find(({ block }) => block === given)).toMatchObject({ isProposed: false })
  await answer('declined')
  expect((await actionsOf(ana)).map(({ words }) => words)).toEqual(['Sooner', 'Later', 'Some day'])

  // Who touched a goal last is the log's word, not the document's.
  const touched = (await succeed<{ blocks: { block: string; by: string }[] }>(ana, { path: `/api/journals/${journal.id}/touched` })).body.blocks
  expect(touched.find(({ block }) => block === goal)).toMatchObject({ by: ben.id })
  await succeed(ana, { method: 'POST', path: `/api/journals/${own.id}/archive`, body: {} })
  expect((await actionsOf(ana)).map(({ words }) => words)).toEqual(['Later', 'Some day'])
  await succeed(ana, { method: 'POST', path: `/api/journals/${journal.id}/leave`, body: {} })
  expect(await actionsOf(ana)).toEqual([])
})

test('my actions tell what was written a moment ago, also while the other goes on typing', async () => {
  const { ana, ben, journal } = await pair(server.address)
  const bens = await atJournal(ben, journal)
  const line = bens.add(bens.page, { kind: 'text', words: 'We spoke about' })
  let keys = 0
  const typing = setInterval(() => bens.say(line, `We spoke about ${(keys += 1)}`), 300)
  onTestFinished(() => clearInterval(typing))
  bens.add(bens.page, { kind: 'action', words: 'Draft the RFC', facts: { owner: ana.id } })
  // What is typed without a pause settles after a minute at the latest.
  await eventually('it is there', async () => (await actionsOf(ana)).length === 1, 15_000)
})
