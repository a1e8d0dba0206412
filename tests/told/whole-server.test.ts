/** The whole server with a mail server beside it: from a notice to a mail, through a crash, to the link that stops it. */
import type { NotificationSettings } from '@tandem/shared/contracts/notification-settings.ts'
import { newId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { beside } from '../http/every-failure.ts'
import { eventually } from '../support/eventually.ts'
import { call, pair, succeed, type TestJournal, type TestPerson } from '../support/people.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { openMailbox } from './mailbox.ts'

/** Something told so long ago that a mail about it is due. */
function tellLongAgo(server: TestServer, person: TestPerson, journal: TestJournal): void {
  beside(server, (database) => {
    const row = database.prepare('insert into notices (id, person_id, journal_id, kind, key, at, words) values (?, ?, ?, ?, ?, ?, ?)')
    row.run(newId(), person.id, journal.id, 'comment', newId(), Date.now() - 11 * 60_000, 'Could it be Friday?')
  })
}

async function settingsOf(person: TestPerson): Promise<NotificationSettings> {
  return (await succeed<NotificationSettings>(person, { path: '/api/me/notifications' })).body
}

test('[N9] a mail survives a crash and is sent once; its link stops the next, by one POST without a sign-in', async () => {
  const mailbox = await openMailbox()
  mailbox.mood = 'refuse-later'
  await using server = await startServer({ env: { SMTP_URL: mailbox.url, MAIL_FROM: 'tandem@example.org' } })
  const { ben, journal } = await pair(server.address)
  beside(server, (database) => database.exec('update people set email_verified = 1'))
  tellLongAgo(server, ben, journal)
  await server.restart()
  await eventually('the mail server refused the mail', async () => (await settingsOf(ben)).last?.trouble)
  await server.kill()
  mailbox.mood = 'friendly'
  // What was put off is due later: now it is.
  beside(server, (database) => database.exec('update mails set next_at = 1'))
  await server.restart()
  await eventually('the mail', () => mailbox.received[0])
  await eventually('the mail is sent', async () => (await settingsOf(ben)).last?.state === 'sent')
  await server.kill()
  await server.restart()
  expect(await settingsOf(ben)).toMatchObject({ canMail: true, address: ben.email, last: { state: 'sent', trouble: null } })

  const [received] = mailbox.received
  expect(mailbox.received).toHaveLength(1)
  expect(received?.header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  const url = received?.header('list-unsubscribe')?.replaceAll(/[<>]/g, '') ?? ''
  expect(url).toContain(`${server.address}/api/unsubscribe/`)
  const looked = await fetch(url)
  expect(await looked.json()).toEqual({ of: 'journal', title: 'Ana and Ben', isStopped: false })
  const page = await fetch(url, { headers: { accept: 'text/html' }, redirect: 'manual' })
  expect([page.status, page.headers.get('location')]).toEqual([303, new URL(url).pathname.replace('/api', '')])
  expect((await settingsOf(ben)).journals).toMatchObject([{ level: 'all' }])

  // As mail programs do it.
  for (const body of [new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }), formOf({ 'List-Unsubscribe': 'One-Click' })]) {
    const answer = await fetch(url, { method: 'POST', body, redirect: 'manual' })
    expect(answer.status).toBe(200)
  }
  expect((await settingsOf(ben)).journals).toMatchObject([{ level: 'inbox' }])
})

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

test('[N11] a page of another site cannot stop anybody’s mail, nor can a link that was changed', async () => {
  await using server = await startServer()
  const forged = await call(server.address, { path: `/api/unsubscribe/${'x'.repeat(40)}.${'y'.repeat(43)}`, body: {} })
  expect(forged.body).toMatchObject({ code: 'unknown-mail-link' })
  const foreign = await call(server.address, { path: `/api/unsubscribe/${'x'.repeat(40)}`, body: {}, headers: { origin: 'https://evil.example' } })
  expect(foreign.body).toMatchObject({ code: 'foreign-origin' })
})

test('[N10] without a mail server, and with one that cannot be reached, everything else works and the settings say so', async () => {
  await using without = await startServer()
  const { ben } = await pair(without.address)
  expect(await settingsOf(ben)).toMatchObject({ canMail: false, last: null })
  // Port 9 throws away or refuses whatever comes.
  await using lost = await startServer({ env: { SMTP_URL: 'smtp://127.0.0.1:9' } })
  const { ben: other, journal } = await pair(lost.address)
  tellLongAgo(lost, other, journal)
  await lost.restart()
  const settings = await eventually('the trouble', async () => {
    const found = await settingsOf(other)
    return found.last?.trouble ? found : undefined
  })
  expect(settings.last).toMatchObject({ state: 'waiting' })
  expect(lost.output()).not.toContain(other.email)
})

test('a person says how they want to be told; what is no time zone, day or kind is refused', async () => {
  await using server = await startServer()
  const { ben } = await pair(server.address)
  await succeed(ben, { method: 'PATCH', path: '/api/me/notifications', body: { timeZone: 'Europe/Berlin', quiet: ['due'], digest: { day: 7, hour: 18 } } })
  expect(await settingsOf(ben)).toMatchObject({ mail: true, timeZone: 'Europe/Berlin', quiet: ['due'], digest: { day: 7, hour: 18 }, language: 'en' })
  for (const body of [{ timeZone: 'Mars/Olympus' }, { digest: { day: 8, hour: 1 } }, { quiet: ['spam'] }, { language: '<b>' }]) {
    const refused = await call(ben, { method: 'PATCH', path: '/api/me/notifications', body })
    expect(refused.body).toMatchObject({ code: 'malformed-input' })
  }
  expect(await settingsOf(ben)).toMatchObject({ timeZone: 'Europe/Berlin' })
})

test('[N20] who signs up is asked by mail whether the address is theirs, and says so by one press, without a sign-in', async () => {
  const mailbox = await openMailbox()
  await using server = await startServer({ env: { SMTP_URL: mailbox.url, MAIL_FROM: 'tandem@example.org' } })
  const { ben } = await pair(server.address)
  expect(await settingsOf(ben)).toMatchObject({ address: ben.email, isConfirmed: false })
  // Whoever was there before it was started with a mail server is asked as well.
  await server.restart()
  const asked = await eventually('the mail', () => mailbox.received.find(({ to }) => to.includes(ben.email)), 20_000)
  const link = new URL(/http\S+\/confirm\/\S+/.exec(asked.mail.text ?? '')?.[0] ?? '')
  // Looking at it confirms nothing.
  expect((await fetch(link, { headers: { accept: 'text/html' } })).status).toBe(200)
  expect(await settingsOf(ben)).toMatchObject({ isConfirmed: false })
  await succeed(server.address, { path: '/api/confirm', body: { confirmToken: link.pathname.split('/').at(-1) } })
  expect(await settingsOf(ben)).toMatchObject({ isConfirmed: true })
})
