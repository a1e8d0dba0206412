/** The weekly digest, and stopping mail by the link in it. */
import { gatherDigests } from '@tandem/server/notifications/mail/gather-digests.ts'
import { readUnsubscribeToken, unsubscribeToken } from '@tandem/server/notifications/mail/unsubscribe-token.ts'
import { setLevel } from '@tandem/server/notifications/notices.ts'
import { tell } from '@tandem/server/notifications/tell.ts'
import { changeWishes } from '@tandem/server/notifications/wishes.ts'
import { expect, test } from 'vitest'
import { HOUR, mailScene, SECRET } from './mail-scene.ts'
import { notice } from './scene.ts'

/** From Wednesday, 13 May, 09:00 UTC to Monday, 18 May, 00:00 UTC. */
const TO_MONDAY = 111 * HOUR

test('[N12] the digest comes on the person’s own Monday at eight, with what is unread of all journals, and once', async () => {
  const scene = await mailScene()
  const { ana, ben, db, journal, mailbox, pass, clock } = scene
  const { id: other } = await scene.scene.addJournal(ben, 'Third seats')
  await scene.scene.join(other, ana)
  await changeWishes(db(), ana, { timeZone: 'Pacific/Auckland', quiet: ['comment'] }, clock.now())
  await changeWishes(db(), ben, { timeZone: 'Europe/Berlin', quiet: ['comment'] }, clock.now())
  const at = clock.now()
  await tell(db(), [
    notice({ person: ana, journal, by: ben, at, words: 'Of the pair.' }),
    notice({ person: ana, journal: other, by: ben, at, words: 'Of the others.' }),
    notice({ person: ben, journal, by: ana, at, words: 'To Ben.' }),
  ])
  await setLevel(db(), { person: ana, journal: other }, 'inbox')
  // In Auckland Monday at eight is Sunday at 20:00 UTC.
  await pass(TO_MONDAY - 4 * HOUR - 60_000)
  expect(mailbox.received).toEqual([])
  await pass(2 * 60_000)
  expect(mailbox.received).toMatchObject([{ to: ['ana@example.org'], mail: { subject: 'Your week in Tandem' } }])
  for (const quote of ['Of the pair.', 'Of the others.']) expect(mailbox.received[0]?.mail.text).toContain(quote)
  expect(mailbox.received[0]?.mail.text).not.toContain('To Ben.')
  await pass(10 * HOUR)
  expect(mailbox.received.map(({ to }) => to[0])).toEqual(['ana@example.org', 'ben@example.org'])
  await pass(24 * HOUR)
  expect(mailbox.received).toHaveLength(2)
})

test('[N12] a week without anything unread is a week without a digest, and a muted journal is not in it', async () => {
  const scene = await mailScene()
  const { ana, ben, db, journal, mailbox, pass, clock } = scene
  await changeWishes(db(), ana, { timeZone: 'UTC', quiet: ['comment'] }, clock.now())
  await setLevel(db(), { person: ana, journal }, 'none')
  await tell(db(), [notice({ person: ana, journal, by: ben, at: clock.now() })])
  await pass(TO_MONDAY + 9 * HOUR)
  expect(mailbox.received).toEqual([])
})

test('[N12] two processes at once put one digest into the queue', async () => {
  const scene = await mailScene()
  const { ana, db, clock } = scene
  await changeWishes(db(), ana, { timeZone: 'UTC' }, clock.now())
  clock.move(TO_MONDAY + 9 * HOUR)
  await Promise.all([gatherDigests(db(), clock.now()), gatherDigests(db(), clock.now())])
  expect(await db().selectFrom('mails').select('kind').execute()).toEqual([{ kind: 'digest' }])
})

test('[N11] a link is for one person and one kind of mail; what was changed in it is no link', async () => {
  const { ana, ben, journal } = await mailScene()
  const token = unsubscribeToken(SECRET, { person: ana, journal })
  expect(readUnsubscribeToken(SECRET, token)).toEqual({ person: ana, journal })
  const [, signature] = token.split('.')
  const body = unsubscribeToken(SECRET, { person: ben, journal }).split('.')[0]
  for (const forged of [`${body}.${signature}`, `${token}x`, token.slice(0, -1), 'x', '.', unsubscribeToken('another secret', { person: ana, journal })])
    expect(readUnsubscribeToken(SECRET, forged)).toBeUndefined()
})
