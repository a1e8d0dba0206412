/** What a journal shows that somebody must be told of: real documents, projected, and what is told of their rows. */
import { inProcessBus } from '@tandem/server/bus/in-process-bus.ts'
import { systemClock } from '@tandem/server/clock.ts'
import { SqlLog } from '@tandem/server/log/sql-log.ts'
import { listNotices } from '@tandem/server/notifications/notices.ts'
import { followJournals } from '@tandem/server/notifications/sources/follow-journals.ts'
import { changeWishes } from '@tandem/server/notifications/wishes.ts'
import { wordingHash } from '@tandem/shared/document/wording.ts'
import { type BlockId, type Day, newId, type PersonId, type RowId } from '@tandem/shared/ids.ts'
import { expect, onTestFinished, test } from 'vitest'
import { journalWriters } from '../contracts/journal-writers.ts'
import { newProjector } from '../contracts/projection-scene.ts'
import { appended } from '../support/appended.ts'
import { pairOf, toldScene } from './scene.ts'

const HOUR = 3_600_000

async function journalScene() {
  const scene = await toldScene()
  const pair = await pairOf(scene)
  const log = new SqlLog({ database: scene.database, clock: systemClock })
  const projector = newProjector({ database: scene.database, log })
  const bus = inProcessBus(() => undefined)
  const hints: string[] = []
  bus.subscribe((message) => message.kind === 'rows-changed' && hints.push(message.what))
  const following = followJournals({ db: scene.db, bus, clock: scene.clock, onTrouble: (trouble) => expect.unreachable(String(trouble)) })
  onTestFinished(() => following.close())
  const [ana, ben] = journalWriters(pair.ana, pair.ben)
  if (!ana || !ben) throw new Error('Somebody is missing.')
  const page = ben.addPage('Our agreement', { kind: 'agreement' })
  let committed = 0
  const settle = async () => {
    scene.clock.move(1000)
    for (const writer of [ana, ben]) {
      const entry = writer.entry(scene.clock.now())
      if (entry) await appended(log, pair.documentId, entry)
    }
    await projector.project(pair.documentId)
    await following.look(pair.journal)
  }
  await settle()
  return {
    scene,
    ...pair,
    writers: { ana, ben },
    page,
    hints,
    settle,
    following,
    told: async (person: PersonId) =>
      (await listNotices(scene.db, person, { of: 'inbox' })).notices.map(({ kind, by, words, block }) => ({ kind, by: by?.name, words, block })),
    commit: async (person: PersonId, block: BlockId, words: string) => {
      committed += 1
      const wording = { words, direction: null, by: null }
      const row = { id: newId() as RowId, journal_id: pair.journal, number: committed, person_id: person, at: scene.clock.now(), block_id: block }
      await scene.db
        .insertInto('commitments')
        .values({ ...row, kind: 'given', words, direction: null, by_person: null, hash: wordingHash(wording) })
        .execute()
    },
  }
}

test('[N15] the owner of an action that somebody else made theirs is told once; of one’s own, or one that is done, nobody is', async () => {
  const { ana, writers, page, settle, told, hints } = await journalScene()
  const given = writers.ben.add(page, { kind: 'action', words: 'Draft the RFC', facts: { owner: ana } })
  await settle()
  writers.ana.add(page, { kind: 'action', words: 'My own', facts: { owner: ana } })
  const done = writers.ben.add(page, { kind: 'action', words: 'Done', facts: { owner: ana, end: 'done' } })
  await settle()
  writers.ben.facts(given, { due: '2026-05-20' })
  writers.ben.facts(done, { why: 'x' })
  await settle()
  expect(await told(ana)).toEqual([{ kind: 'action', by: 'Ben', words: 'Draft the RFC', block: given }])
  expect(hints).toEqual(['notices'])
})

test('[N21] what somebody proposes is told as that, and needs no reading once its owner has answered', async () => {
  const { scene, ana, ben, journal, writers, page, settle, told } = await journalScene()
  const block = writers.ben.add(page, { kind: 'action', words: 'Draft the RFC', facts: { owner: ana, givenBy: ben } })
  await settle()
  expect(await told(ana)).toEqual([{ kind: 'proposal', by: 'Ben', words: 'Draft the RFC', block }])
  const unread = async () => (await listNotices(scene.db, ana, { of: 'inbox' })).notices.filter(({ readAt }) => readAt === null).length
  const answer = (person: PersonId, number: number) =>
    scene.db
      .insertInto('acceptances')
      .values({
        id: newId() as RowId,
        journal_id: journal,
        number,
        person_id: person,
        at: scene.clock.now(),
        block_id: block,
        kind: 'declined',
        words: '',
        why: '',
      })
      .execute()
  // Nobody answers for another.
  await answer(ben, 1)
  await settle()
  expect(await unread()).toBe(1)
  await answer(ana, 2)
  await settle()
  expect([await unread(), (await told(ana)).length]).toEqual([0, 1])
})

test('[N15] what is made anew from an old log tells nobody of what was given long ago', async () => {
  const { scene, ana, writers, page, settle, told, following, journal } = await journalScene()
  writers.ben.add(page, { kind: 'action', words: 'Draft the RFC', facts: { owner: ana } })
  await settle()
  await scene.db.deleteFrom('notices').execute()
  scene.clock.move(25 * HOUR)
  await following.look(journal)
  expect(await told(ana)).toEqual([])
})

test('[N16] whoever had committed is told that the words were changed, and by whom; their own change is no news to them', async () => {
  const { ana, ben, writers, page, settle, told, commit } = await journalScene()
  const block = writers.ana.add(page, { kind: 'expectation', words: 'Ben answers within two days.' })
  await settle()
  await commit(ana, block, 'Ben answers within two days.')
  await commit(ben, block, 'Ben answers within two days.')
  await settle()
  expect([await told(ana), await told(ben)]).toEqual([[], []])
  writers.ben.say(block, 'Ben answers within three days.')
  await settle()
  await settle()
  expect(await told(ana)).toEqual([{ kind: 'lapsed', by: 'Ben', words: 'Ben answers within three days.', block }])
  expect(await told(ben)).toEqual([])
})

test('[N16] when the words come back, the notice that was not read goes; a new yes can lapse anew', async () => {
  const { ana, writers, page, settle, told, commit } = await journalScene()
  const block = writers.ben.add(page, { kind: 'expectation', words: 'We tell each other early.' })
  await settle()
  await commit(ana, block, 'We tell each other early.')
  writers.ben.say(block, 'We tell each other.')
  await settle()
  expect(await told(ana)).toHaveLength(1)
  writers.ben.say(block, 'We tell each other early.')
  await settle()
  expect(await told(ana)).toEqual([])
  writers.ben.say(block, 'We tell.')
  await settle()
  await commit(ana, block, 'We tell.')
  writers.ben.say(block, 'We shout.')
  await settle()
  expect((await told(ana)).map(({ words }) => words)).toEqual(['We shout.', 'We tell.'])
})

test('[N17] the owner is told once, in the morning of the day by their own clock, and again when the day is moved', async () => {
  const { scene, ana, writers, page, settle, told, following } = await journalScene()
  await changeWishes(scene.db, ana, { timeZone: 'America/Los_Angeles' }, scene.clock.now())
  const day = (text: string) => text as Day
  const block = writers.ana.add(page, { kind: 'action', words: 'Draft the RFC', facts: { owner: ana, due: day('2026-05-14') } })
  await settle()
  // In Los Angeles seven o’clock is 14:00 UTC; it is now 09:00 UTC on the 13th.
  scene.clock.move(28 * HOUR)
  await following.look('due')
  expect(await told(ana)).toEqual([])
  scene.clock.move(HOUR)
  await following.look('due')
  scene.clock.move(20 * HOUR)
  await following.look('due')
  expect(await told(ana)).toEqual([{ kind: 'due', by: undefined, words: 'Draft the RFC', block }])
  writers.ana.facts(block, { due: day('2026-05-16') })
  await settle()
  scene.clock.move(30 * HOUR)
  await following.look('due')
  expect(await told(ana)).toHaveLength(2)
})

test('[N17] a server that was away tells of what fell due in the two days before, and of nothing older, and never of what is done', async () => {
  const { scene, ana, writers, page, settle, told, following } = await journalScene()
  for (const [words, due, end] of [
    ['Long ago', '2026-05-10', null],
    ['Yesterday', '2026-05-12', null],
    ['Done', '2026-05-13', 'done'],
    ['Tomorrow', '2026-05-14', null],
  ] as const)
    writers.ana.add(page, { kind: 'action', words, facts: { owner: ana, due, ...(end ? { end } : {}) } })
  await settle()
  await following.look('due')
  expect((await told(ana)).map(({ words }) => words)).toEqual(['Yesterday'])
  await scene.db.updateTable('journals').set({ archived_at: 1 }).execute()
  scene.clock.move(30 * HOUR)
  await following.look('due')
  expect(await told(ana)).toHaveLength(1)
})
