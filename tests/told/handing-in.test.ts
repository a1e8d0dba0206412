/** Handing mail in: at most once, whatever the mail server and this process do. */
import { loadWishes } from '@tandem/server/notifications/wishes.ts'
import { claimMail } from '@tandem/server/notifications/mail/queue.ts'
import { tell } from '@tandem/server/notifications/tell.ts'
import { expect, test } from 'vitest'
import { HOUR, mailScene, MINUTE } from './mail-scene.ts'
import { notice } from './scene.ts'

type MailScene = Awaited<ReturnType<typeof mailScene>>

async function tellBoth({ db, ana, ben, journal, clock }: MailScene) {
  await tell(db(), [notice({ person: ana, journal, by: ben, at: clock.now() }), notice({ person: ben, journal, by: ana, at: clock.now() })])
}

function statesOf({ db }: MailScene) {
  return db().selectFrom('mails').select(['state', 'attempts', 'trouble']).orderBy('id').execute()
}

test('[N9] a mail that waits when the process ends is sent by the next one, once', async () => {
  const scene = await mailScene()
  const { mailbox, pass, restart } = scene
  mailbox.mood = 'refuse-later'
  await tellBoth(scene)
  await pass(11 * MINUTE)
  await restart()
  mailbox.mood = 'friendly'
  await pass(HOUR)
  await restart()
  await pass(24 * HOUR)
  expect(mailbox.received.map(({ to }) => to[0]).toSorted()).toEqual(['ana@example.org', 'ben@example.org'])
})

test('[N9] a mail that was being handed in when the process ended is not handed in again', async () => {
  const scene = await mailScene()
  const { mailbox, pass, restart, db, clock } = scene
  mailbox.mood = 'refuse-later'
  await tellBoth(scene)
  await pass(11 * MINUTE)
  clock.move(HOUR)
  // The claim is what a process leaves behind that dies before it hears the mail server's answer.
  const claimed = await claimMail(db(), clock.now())
  await restart()
  mailbox.mood = 'friendly'
  await pass(HOUR)
  expect(mailbox.received).toHaveLength(1)
  expect(
    (
      await db()
        .selectFrom('mails')
        .select('state')
        .where('id', '=', claimed?.id ?? ('' as never))
        .execute()
    )[0],
  ).toEqual({ state: 'doubtful' })
})

test('[N9] a line that breaks after the words went over is not tried again, for the mail server may have them', async () => {
  const scene = await mailScene()
  const { mailbox, pass } = scene
  mailbox.mood = 'drop-after'
  await tellBoth(scene)
  await pass(11 * MINUTE)
  expect(mailbox.handedIn).toBe(1)
  mailbox.mood = 'friendly'
  await pass(48 * HOUR)
  expect((await statesOf(scene)).map(({ state }) => state).toSorted()).toEqual(['doubtful', 'sent'])
  expect(mailbox.received).toHaveLength(1)
})

test('[N9] two processes at once hand a mail in once', async () => {
  const scene = await mailScene()
  const { pass, mailbox, db, clock } = scene
  mailbox.mood = 'refuse-later'
  await tellBoth(scene)
  await pass(11 * MINUTE)
  clock.move(HOUR)
  const claims = await Promise.all(Array.from({ length: 6 }, () => claimMail(db(), clock.now())))
  const claimed = claims.flatMap((claim) => claim?.id ?? [])
  expect(new Set(claimed).size).toBe(claimed.length)
  expect(claimed).toHaveLength(2)
})

test('[N9] what is put off is tried with longer and longer pauses and at last given up, with the reason', async () => {
  const scene = await mailScene()
  const { mailbox, pass } = scene
  mailbox.mood = 'refuse-later'
  await tellBoth(scene)
  await pass(11 * MINUTE)
  for (let hours = 0; hours < 60; hours += 1) await pass(HOUR)
  const states = await statesOf(scene)
  expect(states).toMatchObject([
    { state: 'failed', attempts: 8 },
    { state: 'failed', attempts: 8 },
  ])
  expect(states[0]?.trouble).toContain('Come back later')
})

test('[N10] a person the mail server does not know keeps nobody else’s mail back', async () => {
  const scene = await mailScene()
  const { mailbox, pass } = scene
  mailbox.mood = 'refuse-person'
  await tellBoth(scene)
  await pass(11 * MINUTE)
  const states = await statesOf(scene)
  expect(states).toMatchObject([
    { state: 'failed', attempts: 1 },
    { state: 'failed', attempts: 1 },
  ])
  expect(states[0]?.trouble).toContain('No such person here')
})

test('[N10] while the mail server is gone, people are told and change their wishes as ever', async () => {
  const scene = await mailScene()
  const { ana, ben, db, journal, mailbox, pass, clock } = scene
  mailbox.mood = 'drop-after'
  await tellBoth(scene)
  const passing = pass(11 * MINUTE)
  expect(await tell(db(), [notice({ person: ana, journal, by: ben, at: clock.now() })])).toEqual([journal])
  expect(await loadWishes(db(), ana)).toMatchObject({ mail: true })
  await passing
})
