/** What others changed on the pages, in a mail: real documents, projected, and what their reader has seen of them. */
import { markSeen } from '@tandem/server/catch-up/seen.ts'
import { systemClock } from '@tandem/server/clock.ts'
import { SqlLog } from '@tandem/server/log/sql-log.ts'
import { tell } from '@tandem/server/notifications/tell.ts'
import { changeWishes } from '@tandem/server/notifications/wishes.ts'
import { expect, test } from 'vitest'
import { journalWriters } from '../contracts/journal-writers.ts'
import { newProjector } from '../contracts/projection-scene.ts'
import { appended } from '../support/appended.ts'
import { HOUR, mailScene, MINUTE, ORIGIN } from './mail-scene.ts'
import { notice } from './scene.ts'

async function writingScene() {
  const it = await mailScene()
  const { scene, documentId: document } = it
  const log = new SqlLog({ database: scene.database, clock: systemClock })
  const projector = newProjector({ database: scene.database, log })
  const [ben] = journalWriters(it.ben)
  if (!ben) throw new Error('Ben is missing.')
  const page = ben.addPage('Our agreement', { kind: 'agreement' })
  const store = async () => {
    const entry = ben.entry(scene.clock.now())
    if (entry) await appended(log, document, entry)
    await projector.project(document)
    await scene.db.updateTable('documents').set({ changed_at: scene.clock.now() }).where('id', '=', document).execute()
  }
  const look = () => markSeen(scene.db, { document, person: it.ana, now: scene.clock.now() }, Number.MAX_SAFE_INTEGER)
  await store()
  return { ...it, writer: ben, page, store, look }
}

test('[N18] what was changed and not seen is mailed once it has settled: new words, words before and after, and what is gone', async () => {
  const { writer, page, store, look, pass, mailbox, journal } = await writingScene()
  const reworded = writer.add(page, { kind: 'expectation', words: 'Ben answers within two days.' })
  const gone = writer.add(page, { kind: 'text', words: 'This goes.' })
  await store()
  await look()
  await pass(HOUR)
  writer.say(reworded, 'Ben answers within three days.')
  writer.remove(gone)
  const added = writer.add(page, { kind: 'goal', words: 'Lead the billing migration' })
  await store()
  await pass(8 * MINUTE)
  expect(mailbox.received).toEqual([])
  await pass(8 * MINUTE)
  expect(mailbox.received).toHaveLength(1)
  const { text, html } = mailbox.received[0]?.mail ?? {}
  expect(text).toContain('Ben changed the words')
  expect(text).toContain('- Ben answers within two days.\n  > Ben answers within three days.')
  expect(text).toMatch(/Ben removed[^]*> This goes\./)
  expect(text).toMatch(/Ben wrote[^]*> Lead the billing migration/)
  expect(text).toContain(`${ORIGIN}/j/${journal}/${page}#${added}`)
  expect(html).toContain('Ben answers within two days.</s>')
  // The same is never mailed again.
  await pass(30 * HOUR)
  expect(mailbox.received).toHaveLength(1)
})

test('[N18] what is seen before the mail goes is not in it, and who never opened the journal is not mailed', async () => {
  const { writer, page, store, look, pass, mailbox } = await writingScene()
  writer.add(page, { kind: 'text', words: 'Before Ana first looks.' })
  await store()
  await pass(HOUR)
  await look()
  writer.add(page, { kind: 'text', words: 'Seen in time.' })
  await store()
  await look()
  await pass(HOUR)
  expect(mailbox.received).toEqual([])
})

test('[N18] changes come with the mail about something else, and not by a second one', async () => {
  const { writer, page, store, look, pass, mailbox, db, ana, ben, journal, clock } = await writingScene()
  await look()
  writer.add(page, { kind: 'text', words: 'Written beside it.' })
  await store()
  await tell(db(), [notice({ person: ana, journal, by: ben, at: clock.now(), words: 'Look at this.' })])
  await pass(16 * MINUTE)
  expect(mailbox.received).toHaveLength(1)
  expect(mailbox.received[0]?.mail.text).toMatch(/Written beside it\.[^]*Look at this\.|Look at this\.[^]*Written beside it\./)
  await pass(12 * HOUR)
  expect(mailbox.received).toHaveLength(1)
})

test('[N18] who wants no mail of changes gets none, and gets what was said all the same', async () => {
  const { writer, page, store, look, pass, mailbox, db, ana, ben, journal, clock } = await writingScene()
  await changeWishes(db(), ana, { quiet: ['changes'] }, clock.now())
  await look()
  writer.add(page, { kind: 'text', words: 'Only on the page.' })
  await store()
  await pass(HOUR)
  expect(mailbox.received).toEqual([])
  await tell(db(), [notice({ person: ana, journal, by: ben, at: clock.now(), words: 'Look at this.' })])
  await pass(16 * MINUTE)
  expect(mailbox.received).toHaveLength(1)
  expect(mailbox.received[0]?.mail.text).not.toContain('Only on the page.')
})

test('[N12] the digest tells how much changed unseen, also where nobody said anything', async () => {
  const { writer, page, store, look, pass, mailbox, db, ana, clock } = await writingScene()
  await changeWishes(db(), ana, { quiet: ['changes'], timeZone: 'UTC', digest: { day: 3, hour: 12 } }, clock.now())
  await look()
  for (const words of ['One thing.', 'Another.']) writer.add(page, { kind: 'text', words })
  await store()
  await pass(4 * HOUR)
  expect(mailbox.received).toMatchObject([{ mail: { subject: 'Your week in Tandem' } }])
  expect(mailbox.received[0]?.mail.text).toContain('* Ana and Ben\n\n2 things on the pages changed since you looked.')
})
