/** Notices: who is told what, once, and how it is read. */
import { countUnread, listNotices, markAllRead, markNotices, setLevel } from '@tandem/server/notifications/notices.ts'
import { tell } from '@tandem/server/notifications/tell.ts'
import { QUOTE_LIMIT } from '@tandem/shared/contracts/notices.ts'
import type { PersonId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { notice, pairOf, START, toldScene, type ToldScene } from './scene.ts'

async function inboxOf({ db }: ToldScene, person: PersonId) {
  return (await listNotices(db, person, { of: 'inbox' })).notices
}

test('[N1] a thing told twice, and many times at once, is one notice, and only the first telling is news', async () => {
  const scene = await toldScene()
  const { ben, ana, journal } = await pairOf(scene)
  const said = notice({ person: ana, journal, by: ben, key: 'comment:1' })
  expect(await tell(scene.db, [said])).toEqual([journal])
  const again = await Promise.all([1, 2, 3].map(() => tell(scene.db, [said, { ...said, words: 'Later words.' }])))
  expect(again).toEqual([[], [], []])
  expect(await inboxOf(scene, ana)).toMatchObject([{ words: said.words, by: { person: ben, name: 'Ben', hue: 0 }, title: 'Ana and Ben' }])
})

test('[N2] nobody is told of what they did', async () => {
  const scene = await toldScene()
  const { ben, ana, journal } = await pairOf(scene)
  await tell(scene.db, [notice({ person: ana, journal, by: ana }), notice({ person: ben, journal, by: ana })])
  expect(await inboxOf(scene, ana)).toEqual([])
  expect(await inboxOf(scene, ben)).toHaveLength(1)
})

test('[N3] a stranger and somebody who left are not told', async () => {
  const scene = await toldScene()
  const { ben, ana, journal } = await pairOf(scene)
  const stan = await scene.addPerson('Stan')
  await scene.leave(journal, ana)
  expect(await tell(scene.db, [notice({ person: stan, journal }), notice({ person: ana, journal, by: ben })])).toEqual([])
  expect(await scene.db.selectFrom('notices').selectAll().execute()).toEqual([])
})

test('[N4] whoever is removed sees nothing of the journal any more, and sees it again after coming back', async () => {
  const scene = await toldScene()
  const { ben, ana, journal } = await pairOf(scene)
  const { id: other } = await scene.addJournal(ana, 'Ana and Cleo')
  await tell(scene.db, [notice({ person: ana, journal, by: ben }), notice({ person: ana, journal: other })])
  await scene.leave(journal, ana)
  expect(await inboxOf(scene, ana)).toMatchObject([{ journal: other }])
  expect(await countUnread(scene.db, ana)).toEqual({ unread: 1, journals: [{ journal: other, unread: 1 }] })
  await scene.join(journal, ana)
  expect(await inboxOf(scene, ana)).toHaveLength(2)
})

test('[N4] a long inbox comes in pages, the newest first, each notice once', async () => {
  const scene = await toldScene()
  const { ana, journal } = await pairOf(scene)
  // Three of every moment, so that pages begin between notices of the same time.
  await tell(
    scene.db,
    Array.from({ length: 120 }, (_, index) => notice({ person: ana, journal, at: START + Math.floor(index / 3), key: String(index) })),
  )
  const seen: { id: string; at: number }[] = []
  let before: string | undefined
  do {
    const page = await listNotices(scene.db, ana, { of: 'inbox', before })
    seen.push(...page.notices)
    before = page.next ?? undefined
  } while (before)
  expect(new Set(seen.map(({ id }) => id)).size).toBe(120)
  expect(seen.map(({ at }) => at)).toEqual(seen.map(({ at }) => at).toSorted((a, b) => b - a))
})

test('[N5] a muted journal is in the list and does not count', async () => {
  const scene = await toldScene()
  const { ana, journal } = await pairOf(scene)
  await tell(scene.db, [notice({ person: ana, journal })])
  await setLevel(scene.db, { person: ana, journal }, 'none')
  expect(await countUnread(scene.db, ana)).toEqual({ unread: 0, journals: [] })
  expect(await inboxOf(scene, ana)).toHaveLength(1)
  await setLevel(scene.db, { person: ana, journal }, 'inbox')
  expect(await countUnread(scene.db, ana)).toMatchObject({ unread: 1 })
})

test('[N6] a mark told twice keeps the first time, can be taken back, and touches nobody else', async () => {
  const scene = await toldScene()
  const { ben, ana, journal } = await pairOf(scene)
  await tell(scene.db, [notice({ person: ana, journal }), notice({ person: ben, journal })])
  const ids = [...(await inboxOf(scene, ana)), ...(await inboxOf(scene, ben))].map(({ id }) => id)
  await markNotices(scene.db, ana, { notices: ids, read: true }, START + 1)
  await markNotices(scene.db, ana, { notices: ids, read: true }, START + 2)
  expect(await inboxOf(scene, ana)).toMatchObject([{ readAt: START + 1 }])
  expect(await inboxOf(scene, ben)).toMatchObject([{ readAt: null }])
  await markNotices(scene.db, ana, { notices: ids, read: false }, START + 3)
  expect(await inboxOf(scene, ana)).toMatchObject([{ readAt: null }])
})

test('[N6] what is archived has been read, leaves the inbox, and can be brought back', async () => {
  const scene = await toldScene()
  const { ana, journal } = await pairOf(scene)
  await tell(scene.db, [notice({ person: ana, journal })])
  const notices = (await inboxOf(scene, ana)).map(({ id }) => id)
  await markNotices(scene.db, ana, { notices, archived: true }, START + 1)
  expect(await inboxOf(scene, ana)).toEqual([])
  expect((await listNotices(scene.db, ana, { of: 'archive' })).notices).toMatchObject([{ readAt: START + 1, archivedAt: START + 1 }])
  await markNotices(scene.db, ana, { notices, archived: false }, START + 2)
  expect(await inboxOf(scene, ana)).toMatchObject([{ readAt: START + 1, archivedAt: null }])
})

test('[N6] reading all leaves what came after, and other journals when one is named', async () => {
  const scene = await toldScene()
  const { ana, journal } = await pairOf(scene)
  const { id: other } = await scene.addJournal(ana)
  const at = START
  await tell(scene.db, [notice({ person: ana, journal, at }), notice({ person: ana, journal, at: at + 10 }), notice({ person: ana, journal: other, at })])
  await markAllRead(scene.db, ana, { until: at + 5, journal }, at + 20)
  expect(await countUnread(scene.db, ana)).toMatchObject({ unread: 2 })
  await markAllRead(scene.db, ana, { until: at + 20 }, at + 20)
  expect(await countUnread(scene.db, ana)).toMatchObject({ unread: 0 })
})

test('a long quote is cut between words, and never inside a character', async () => {
  const scene = await toldScene()
  const { ana, journal } = await pairOf(scene)
  await tell(scene.db, [
    notice({ person: ana, journal, words: 'word '.repeat(100), at: START + 1 }),
    notice({ person: ana, journal, words: `x${'😀'.repeat(200)}`, at: START }),
  ])
  const [spaced, unbroken] = (await inboxOf(scene, ana)).map(({ words }) => words)
  expect(spaced).toMatch(/word…$/)
  expect(spaced?.length).toBeLessThanOrEqual(QUOTE_LIMIT)
  expect(unbroken?.isWellFormed()).toBe(true)
})
