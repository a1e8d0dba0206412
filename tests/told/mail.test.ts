/** Mail about a journal: when it goes, to whom, and what it says. A real SMTP server takes it, the clock is moved. */
import { listNotices, markNotices, setLevel } from '@tandem/server/notifications/notices.ts'
import { findDueActions } from '@tandem/server/notifications/sources/due-actions.ts'
import { tell } from '@tandem/server/notifications/tell.ts'
import { changeWishes } from '@tandem/server/notifications/wishes.ts'
import { expect, test } from 'vitest'
import { HOUR, mailScene, MINUTE, ORIGIN } from './mail-scene.ts'
import { notice } from './scene.ts'

type MailScene = Awaited<ReturnType<typeof mailScene>>

async function tellAna({ db, ana, ben, journal, clock }: MailScene, words = 'Two days is tight for me.') {
  await tell(db(), [notice({ person: ana, journal, by: ben, at: clock.now(), words })])
}

test('[N7] news goes out after ten minutes, the next after six hours, with everything in between in one mail', async () => {
  const scene = await mailScene()
  const { mailbox, pass } = scene
  await tellAna(scene, 'First words.')
  await pass(9 * MINUTE)
  expect(mailbox.received).toHaveLength(0)
  await pass(2 * MINUTE)
  expect(mailbox.received).toMatchObject([{ to: ['ana@example.org'] }])
  await tellAna(scene, 'Second words.')
  await pass(HOUR)
  await tellAna(scene, 'Third words.')
  await pass(4 * HOUR + 58 * MINUTE)
  expect(mailbox.received).toHaveLength(1)
  await pass(3 * MINUTE)
  expect(mailbox.received).toHaveLength(2)
  expect(mailbox.received[1]?.mail.text).toMatch(/Second words\.[^]*Third words\./)
  expect(mailbox.received[1]?.mail.text).not.toContain('First words.')
  await pass(48 * HOUR)
  expect(mailbox.received).toHaveLength(2)
})

test('[N7] each journal has its own six hours', async () => {
  const scene = await mailScene()
  const { ana, ben, db, mailbox, pass, clock } = scene
  const { id: other } = await scene.scene.addJournal(ana, 'Ana and Cleo')
  await tellAna(scene)
  await tell(db(), [notice({ person: ana, journal: other, by: ben, at: clock.now() })])
  await pass(11 * MINUTE)
  expect(mailbox.received.map(({ mail }) => mail.subject).toSorted()).toEqual(['News in “Ana and Ben”', 'News in “Ana and Cleo”'])
})

test('[N7] no mail of a quiet kind, of a journal that is for the inbox only or muted, or to somebody who wants none', async () => {
  const scene = await mailScene()
  const { ana, db, journal, mailbox, pass, clock } = scene
  await changeWishes(db(), ana, { quiet: ['comment'] }, clock.now())
  await tellAna(scene)
  await pass(HOUR)
  await changeWishes(db(), ana, { quiet: [] }, clock.now())
  for (const level of ['inbox', 'none'] as const) {
    await setLevel(db(), { person: ana, journal }, level)
    await pass(HOUR)
  }
  await setLevel(db(), { person: ana, journal }, 'all')
  await changeWishes(db(), ana, { mail: false }, clock.now())
  await pass(HOUR)
  expect(mailbox.received).toEqual([])
  await changeWishes(db(), ana, { mail: true }, clock.now())
  await pass(HOUR)
  expect(mailbox.received).toHaveLength(1)
})

test('[N8] what was read before the mail goes is left out, and a mail with nothing left is not sent', async () => {
  const scene = await mailScene()
  const { ana, db, mailbox, pass, clock } = scene
  await tellAna(scene, 'Read in time.')
  await pass(5 * MINUTE)
  const { notices } = await listNotices(db(), ana, { of: 'inbox' })
  await markNotices(db(), ana, { notices: notices.map(({ id }) => id), read: true }, clock.now())
  await pass(HOUR)
  expect(mailbox.received).toEqual([])
  await tellAna(scene, 'Not read.')
  await pass(11 * MINUTE)
  expect(mailbox.received).toHaveLength(1)
  expect(mailbox.received[0]?.mail.text).not.toContain('Read in time.')
})

test('[N8] what is read while the mail server is out of reach is not mailed afterwards', async () => {
  const scene = await mailScene()
  const { ana, db, mailbox, pass, clock } = scene
  mailbox.mood = 'refuse-later'
  await tellAna(scene)
  await pass(11 * MINUTE)
  const { notices } = await listNotices(db(), ana, { of: 'inbox' })
  await markNotices(db(), ana, { notices: notices.map(({ id }) => id), read: true }, clock.now())
  mailbox.mood = 'friendly'
  await pass(HOUR)
  expect(mailbox.received).toEqual([])
})

test('[N8] nobody who left or who has no e-mail of their own is mailed', async () => {
  const scene = await mailScene()
  const { ana, ben, db, journal, mailbox, pass, clock } = scene
  const cleo = await scene.scene.addPerson('Cleo', 'cleo@link.tandem.invalid')
  await scene.scene.join(journal, cleo)
  await tell(db(), [notice({ person: cleo, journal, by: ben, at: clock.now() })])
  await tellAna(scene)
  mailbox.mood = 'refuse-later'
  await pass(11 * MINUTE)
  await scene.scene.leave(journal, ana)
  mailbox.mood = 'friendly'
  await pass(HOUR)
  expect(mailbox.received).toEqual([])
})

test('a mail quotes the change, leads to its place, and says who it is from and why it came', async () => {
  const scene = await mailScene()
  const { ana, ben, db, journal, mailbox, pass, clock } = scene
  await changeWishes(db(), ana, { timeZone: 'America/New_York' }, clock.now())
  const told = notice({ person: ana, journal, by: ben, at: clock.now(), kind: 'reply', words: 'Yes, on Friday.' })
  await tell(db(), [{ ...told, page: 'p1' as never, block: 'b1' as never, thread: 'a-thread' }])
  await pass(11 * MINUTE)
  const [received] = mailbox.received
  for (const part of [received?.mail.text, received?.mail.html]) {
    expect(part).toContain('Ben replied')
    expect(part).toContain('Yes, on Friday.')
    expect(part).toContain(`${ORIGIN}/j/${journal}/p1#thread-a-thread`)
    expect(part).toContain('Wed, May 13, 5:00')
    expect(part).toContain(`${ORIGIN}/unsubscribe/`)
  }
  expect(received?.mail.from).toEqual({ name: 'Tandem', address: 'tandem@example.org' })
  expect(received?.mail.to).toEqual([{ name: 'Ana', address: 'ana@example.org' }])
  expect(received?.mail.html).toContain('prefers-color-scheme: dark')
})

test.for([
  ['lapsed', 'Ben changed words you had committed to'],
  ['commitment', 'Ben committed to'],
  ['check-in', 'Ben said how far a goal is'],
] as const)('[N27] a mail quotes what was vouched for (%s), unless its reader wants none of that kind', async ([kind, what]) => {
  const { ana, ben, db, journal, mailbox, pass, clock } = await mailScene()
  await changeWishes(db(), ana, { quiet: [kind] }, clock.now())
  const tellOf = (words: string) => tell(db(), [notice({ person: ana, journal, by: ben, at: clock.now(), kind, words })])
  await tellOf('Unwanted words.')
  await pass(11 * MINUTE)
  expect(mailbox.received).toEqual([])
  await changeWishes(db(), ana, { quiet: [] }, clock.now())
  await tellOf('55 % · The rollout has begun.')
  await pass(11 * MINUTE)
  for (const part of [mailbox.received[0]?.mail.text, mailbox.received[0]?.mail.html]) {
    expect(part).toContain(what)
    expect(part).toContain('55 % · The rollout has begun.')
  }
})

test('[N17] the owner of a due action is mailed once, in the morning of its day where they live', async () => {
  const { ana, ben, documentId, db, mailbox, pass, clock } = await mailScene()
  await changeWishes(db(), ana, { timeZone: 'America/New_York', digest: null }, clock.now())
  const place = { document_id: documentId, block_id: 'b1' as never, page_id: 'p1' as never }
  const facts = {
    kind: 'action',
    words: 'Draft the RFC',
    facts: '{}',
    owner: ana,
    due: '2026-05-14' as never,
    end: null,
    goal: null,
    status: null,
    support: null,
  }
  await db()
    .insertInto('projected_blocks')
    .values({ ...place, ...facts, changed_at: clock.now(), changed_by: ben })
    .execute()
  const mailed: number[] = []
  for (let hours = 0; hours < 72; hours += 1) {
    await tell(db(), await findDueActions(db(), clock.now()))
    await pass(HOUR)
    if (mailbox.received.length > mailed.length) mailed.push(clock.now())
  }
  expect(mailbox.received.map(({ to, mail }) => [to[0], mail.text?.includes('An action of yours is due')])).toEqual([['ana@example.org', true]])
  // Seven in New York is eleven in UTC; the hour after it is the next look.
  expect(mailed).toEqual([Date.UTC(2026, 4, 14, 12)])
})

test('a mail speaks the language its reader reads', async () => {
  const scene = await mailScene()
  const { ana, db, mailbox, pass, clock } = scene
  await changeWishes(db(), ana, { language: 'de-AT', timeZone: 'Europe/Vienna' }, clock.now())
  await tellAna(scene)
  await pass(11 * MINUTE)
  expect(mailbox.received[0]?.mail.subject).toBe('Neues in „Ana and Ben“')
  expect(mailbox.received[0]?.mail.text).toContain('Ben hat kommentiert (Mi., 13. Mai, 11:00)')
})

test('[N13] names, titles and quotes add no address, no header and no tag', async () => {
  const scene = await mailScene()
  const { ben, db, mailbox, pass, clock } = scene
  const name = 'Eve" <eve@evil.example>, x\r\nBcc: all@example.org'
  const eve = await scene.scene.addPerson(name, 'eve@example.org')
  const { id: journal } = await scene.scene.addJournal(eve, '<img src=x onerror=alert(1)>\r\nBcc: all@example.org')
  await scene.scene.join(journal, ben)
  await tell(db(), [
    notice({ person: eve, journal, by: ben, at: clock.now(), words: '"><script>alert(1)</script>' }),
    notice({ person: ben, journal, by: eve, at: clock.now(), words: '</p><style>*{display:none}</style>' }),
  ])
  await pass(11 * MINUTE)
  expect(mailbox.received.map(({ to }) => to).toSorted()).toEqual([['ben@example.org'], ['eve@example.org']])
  for (const { mail } of mailbox.received) {
    expect(mail.html).not.toMatch(/<script|<img|<\/p><style/)
    expect(mail.headers.map(({ key }) => key)).not.toContain('bcc')
    expect(mail.to).toHaveLength(1)
  }
})

test('[N14] the mails about one journal are one thread, and no other reader’s', async () => {
  const scene = await mailScene()
  const { ana, ben, db, journal, mailbox, pass, clock } = scene
  await tellAna(scene)
  await tell(db(), [notice({ person: ben, journal, by: ana, at: clock.now() })])
  await pass(11 * MINUTE)
  await tellAna(scene)
  await pass(7 * HOUR)
  const toAna = mailbox.received.filter(({ to }) => to[0] === 'ana@example.org')
  const [first, second] = toAna
  expect(toAna).toHaveLength(2)
  expect(second?.header('in-reply-to')).toBe(first?.header('message-id'))
  expect(second?.header('references')?.split(/\s+/)).toEqual([first?.header('references'), first?.header('message-id')])
  expect(second?.mail.subject).toBe(first?.mail.subject)
  expect(second?.header('list-id')).toBe(first?.header('list-id'))
  const toBen = mailbox.received.find(({ to }) => to[0] === 'ben@example.org')
  expect(toBen?.header('references')).not.toBe(first?.header('references'))
})
