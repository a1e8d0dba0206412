/** Whose address it is: nothing of a journal goes to one that nobody who reads it has confirmed. */
import { confirmToken } from '@tandem/server/auth/confirm-email.ts'
import { askAgain } from '@tandem/server/notifications/mail/confirmations.ts'
import { tell } from '@tandem/server/notifications/tell.ts'
import { expect, test } from 'vitest'
import { HOUR, mailScene, MINUTE, ORIGIN } from './mail-scene.ts'
import type { Received } from './mailbox.ts'
import { notice } from './scene.ts'

/** What the mail's link ends with. */
const tokenIn = ({ mail }: Received) => new RegExp(`${ORIGIN}/confirm/([\\w.-]+)`).exec(mail.text ?? '')?.[1] ?? ''

/** Somebody whose e-mail nobody has confirmed, in Ben's journal, with something to tell. */
async function unconfirmed() {
  const all = await mailScene()
  const eve = await all.scene.addPerson('Buy now at evil.example', 'eve@example.org', false)
  await all.scene.join(all.journal, eve)
  await tell(all.db(), [notice({ person: eve, journal: all.journal, by: all.ben, words: 'The salary is 90,000' })])
  return { ...all, eve }
}

test('[N20] an address is asked once, in words that name nobody, and gets nothing of a journal before it is confirmed', async () => {
  const { eve, scene, mailbox, pass, restart } = await unconfirmed()
  for (const time of [0, HOUR, 8 * 24 * HOUR]) await pass(time)
  await restart()
  await pass(HOUR)
  const [asked] = mailbox.received
  expect(mailbox.received.map(({ to, mail }) => [to, mail.subject])).toEqual([[['eve@example.org'], 'Is this your address?']])
  expect(`${asked?.mail.text}${asked?.mail.html}${asked?.header('to')}`).not.toMatch(/salary|Buy now|Ben|Ana/)
  expect(asked?.header('list-unsubscribe')).toBeUndefined()
  if (!asked) throw new Error('Nobody was asked.')

  await scene.confirm(tokenIn(asked))
  await scene.confirm(tokenIn(asked))
  await tell(scene.db, [notice({ person: eve, journal: (await scene.addJournal(eve, 'With Cleo')).id, at: scene.clock.now(), words: 'Could it be Friday?' })])
  await pass(11 * MINUTE)
  expect(mailbox.received.slice(1).map(({ mail }) => mail.text)).toEqual([expect.stringContaining('Could it be Friday?')])
})

test('[N20] asked for again it comes again, at most once in ten minutes, and never once it is confirmed', async () => {
  const { eve, ana, scene, mailbox, pass, clock, db } = await unconfirmed()
  await pass(0)
  await askAgain(db(), eve, clock.now())
  await pass(MINUTE)
  expect(mailbox.received).toHaveLength(1)
  await pass(10 * MINUTE)
  for (const time of [1, 2]) await askAgain(db(), eve, clock.now() + time)
  await askAgain(db(), ana, clock.now())
  await pass(MINUTE)
  expect(mailbox.received.map(({ to }) => to)).toEqual([['eve@example.org'], ['eve@example.org']])
  // One that waits when the other is used has nothing left to ask; what was unread all the while comes now.
  await pass(11 * MINUTE)
  await askAgain(db(), eve, clock.now())
  const [first] = mailbox.received
  if (first) await scene.confirm(tokenIn(first))
  await pass(MINUTE)
  expect(mailbox.received.slice(2).map(({ mail }) => mail.subject)).toEqual(['News in “Ana and Ben”'])
})

test('[N20] nobody confirms the address of another, or with a token that is forged or of something else', async () => {
  const { eve, ben, scene } = await unconfirmed()
  const isConfirmed = async () => (await scene.db.selectFrom('people').select('email_verified').where('id', '=', eve).executeTakeFirstOrThrow()).email_verified
  const wrong = [
    await confirmToken('another secret, which is long enough', { person: eve, email: 'eve@example.org' }),
    await confirmToken(scene.secret, { person: ben, email: 'eve@example.org' }),
    await confirmToken(scene.secret, { person: eve, email: 'nobody@example.org' }),
    'x'.repeat(60),
  ]
  for (const token of wrong) await expect(scene.confirm(token)).rejects.toMatchObject({ code: 'unknown-confirm-link' })
  expect(await isConfirmed()).toBe(0)
  await scene.confirm(await confirmToken(scene.secret, { person: eve, email: 'eve@example.org' }))
  expect(await isConfirmed()).toBe(1)
})
