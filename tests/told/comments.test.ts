/** What becomes of notices when the comment they are about is read, edited or removed. */
import { listNotices } from '@tandem/server/notifications/notices.ts'
import { quoteAnew, readNoticesOf, removeNoticesOf } from '@tandem/server/notifications/notices-of-comments.ts'
import { tell } from '@tandem/server/notifications/tell.ts'
import { newId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { notice, pairOf, START, toldScene } from './scene.ts'

async function commentScene() {
  const scene = await toldScene()
  const pair = await pairOf(scene)
  const [comment, other] = [newId(), newId()]
  for (const [id, at] of [
    [comment, START],
    [other, START + 1],
  ] as const) {
    await tell(scene.db, [notice({ person: pair.ana, journal: pair.journal, by: pair.ben, comment: id, at })])
    await tell(scene.db, [notice({ person: pair.ben, journal: pair.journal, by: pair.ana, comment: id, at })])
  }
  const inboxOf = async (person: typeof pair.ana) => (await listNotices(scene.db, person, { of: 'inbox' })).notices
  return { ...pair, db: scene.db, comment, other, inboxOf }
}

test('[N19] a comment that was read where it stands is read in the inbox, for its reader alone', async () => {
  const { db, ana, ben, journal, comment, other, inboxOf } = await commentScene()
  await readNoticesOf(db, { person: ana, journal }, [comment], START + 5)
  await readNoticesOf(db, { person: ana, journal }, [], START + 6)
  expect(await inboxOf(ana)).toMatchObject([
    { comment: other, readAt: null },
    { comment, readAt: START + 5 },
  ])
  expect((await inboxOf(ben)).every(({ readAt }) => readAt === null)).toBe(true)
})

test('[N19] an edited comment is quoted as it is now, and one that was removed is quoted nowhere', async () => {
  const { db, ana, ben, journal, comment, other, inboxOf } = await commentScene()
  await quoteAnew(db, { journal, comment }, 'Better words.')
  expect(await inboxOf(ana)).toMatchObject([{ comment: other }, { comment, words: 'Better words.' }])
  await removeNoticesOf(db, { journal, comment })
  expect(await inboxOf(ana)).toMatchObject([{ comment: other }])
  expect(await inboxOf(ben)).toMatchObject([{ comment: other }])
})
