/** How one is told, pressed on the screen: each choice is kept, also after a reload, and it says when the last mail went out. */
import type { NotificationSettings } from '@tandem/shared/contracts/notification-settings.ts'
import { newId } from '@tandem/shared/ids.ts'
import { words } from '@tandem/client/words/words.ts'
import { expect, test } from 'vitest'
import { beside } from '../http/every-failure.ts'
import { eventually } from '../support/eventually.ts'
import { succeed } from '../support/people.ts'
import { openMailbox } from '../told/mailbox.ts'
import { inspect } from './inspect-screen.ts'
import { personOf } from './outside.ts'
import { openScene } from './scene.ts'
import { createJournalOnScreen, signUpOnScreen } from './screen-steps.ts'

const say = words.telling

test('kinds, a journal and the time zone are chosen and kept, and the last mail has its time', { timeout: 240_000 }, async () => {
  const mailbox = await openMailbox()
  await using scene = await openScene({ SMTP_URL: mailbox.url, MAIL_FROM: 'tandem@example.org' })
  const ben = await scene.arrive('Ben')
  const email = await signUpOnScreen(ben)
  await createJournalOnScreen(ben, { title: 'Ana & Ben', template: 'blank' })
  const journal = new URL(ben.page.url()).pathname.split('/')[2] ?? ''
  const person = await personOf(ben)
  const { id } = (await succeed<{ id: string }>(person, { path: '/api/me' })).body
  beside(scene.server, (database) => {
    database.exec('update people set email_verified = 1')
    const row = database.prepare('insert into notices (id, person_id, journal_id, kind, key, at, words) values (?, ?, ?, ?, ?, ?, ?)')
    row.run(newId(), id, journal, 'comment', newId(), Date.now() - 11 * 60_000, 'Could it be Friday?')
  })
  // It looks at once when it starts.
  await scene.server.restart()
  await eventually('the mail', () => mailbox.received.find(({ mail }) => mail.subject?.includes('Ana & Ben')))
  const settings = async () => (await succeed<NotificationSettings>(person, { path: '/api/me/notifications' })).body
  await eventually('the mail is sent', async () => (await settings()).last?.state === 'sent')

  await ben.page.goto('/settings#notifications')
  await ben.page.getByText(/^The last mail went out (just now|\d+ minutes? ago)\.$/).waitFor()
  const wishes = async () => {
    const { quiet, timeZone, journals } = await settings()
    return { quiet, timeZone, level: journals[0]?.level }
  }
  const { check, level, zone } = {
    check: (kind: keyof typeof say.kind) => ben.page.getByRole('checkbox', { name: say.kind[kind] }),
    level: ben.page.getByLabel(say.levelOf('Ana & Ben')),
    zone: ben.page.getByLabel(say.zone),
  }
  await check('comment').click()
  await expect.poll(async () => (await wishes()).quiet).toEqual(['comment'])
  await check('due').click()
  await expect.poll(async () => (await wishes()).quiet).toEqual(['comment', 'due'])
  await check('comment').click()
  await zone.selectOption('America/New_York')
  await level.selectOption(say.levels.none)
  await expect.poll(wishes).toEqual({ quiet: ['due'], timeZone: 'America/New_York', level: 'none' })

  await ben.page.reload()
  await ben.page.getByRole('checkbox', { name: say.mail(email), checked: true }).waitFor()
  await expect.poll(async () => [await check('comment').isChecked(), await check('due').isChecked()]).toEqual([true, false])
  await expect.poll(async () => [await zone.inputValue(), await level.inputValue()]).toEqual(['America/New_York', 'none'])
  await inspect(ben.page, 'settings-being-told')
  expect(scene.problems()).toEqual([])
})
