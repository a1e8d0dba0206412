/** The inbox with two people: what one does waits for the other, is read where it leads, and is worked through by keys. */
import { words } from '@tandem/client/words/words.ts'
import { newId } from '@tandem/shared/ids.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { beside } from '../http/every-failure.ts'
import { succeed } from '../support/people.ts'
import type { TestServer } from '../support/server.ts'
import { commentOn } from './comment-steps.ts'
import { inspect } from './inspect-screen.ts'
import { personOf } from './outside.ts'
import { blocks, placeCaret, typeAtCaret } from './page-words.ts'
import { openScene, PHONE, type Visitor } from './scene.ts'
import { pageEditor, pairOnScreen, waitUntilSaved } from './screen-steps.ts'

const say = words.inbox

interface Pair {
  readonly ben: string
  readonly ana: string
  readonly journal: string
}

interface Told {
  readonly kind: string
  readonly words: string
  readonly minutesAgo: number
}

/** Tells Ben of what Ana did, as a feature would. */
function tellBen(server: TestServer, { ben, ana, journal }: Pair, { kind, words: quote, minutesAgo }: Told): void {
  beside(server, (database) => {
    const row = database.prepare('insert into notices (id, person_id, journal_id, kind, key, by_person, at, words) values (?, ?, ?, ?, ?, ?, ?, ?)')
    row.run(newId(), ben, journal, kind, newId(), ana, Date.now() - minutesAgo * 60_000, quote)
  })
}

const idOf = async (visitor: Visitor) => (await succeed<{ id: string }>(await personOf(visitor), { path: '/api/me' })).body.id

const rowOf = (page: Page, text: RegExp) => page.getByRole('listitem').filter({ hasText: text })

test('what Ana did waits for Ben: a badge, a place it leads to, keys to work it off, and a journal he mutes', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const ben = await scene.arrive('Ben')
  const ana = await scene.arrive('Ana')
  await pairOnScreen(ben, ana, { title: 'Ana & Ben', template: 'blank' })
  await placeCaret(blocks(ana.page).first())
  await typeAtCaret(ana.page, 'Every second Thursday.')
  await waitUntilSaved(ana.page)
  const [, , journal = '', page = ''] = new URL(ana.page.url()).pathname.split('/')
  const pair = { ben: await idOf(ben), ana: await idOf(ana), journal }
  tellBen(scene.server, pair, { kind: 'action', words: 'Send the RFC to Priya', minutesAgo: 2 })
  tellBen(scene.server, pair, { kind: 'mention', words: '@Ben what do you think?', minutesAgo: 3 })

  // In the rail of the open journal, at once when Ana comments, then on the home screen.
  const badge = (unread: number) => ben.page.getByRole('link', { name: new RegExp(`^${say.title}.*${say.unread(unread)}$`) })
  await ben.page.reload()
  await badge(2).waitFor()
  await commentOn(ana.page, 'Thursday', 'Could it be Friday?')
  await badge(3).waitFor()
  await ben.page.goto('/')
  await badge(3).click()
  await ben.page.getByRole('heading', { name: say.title, level: 1 }).waitFor()
  await inspect(ben.page, 'inbox')

  // Keys: down, mark as read, down, put away.
  await ben.page.getByRole('link', { name: new RegExp(say.told.comment('Ana')) }).focus()
  await ben.page.keyboard.press('j')
  await ben.page.keyboard.press('u')
  await expect.poll(() => rowOf(ben.page, /Send the RFC/).getAttribute('data-unread')).toBe('false')
  await ben.page.keyboard.press('j')
  await ben.page.keyboard.press('e')
  await rowOf(ben.page, /what do you think/).waitFor({ state: 'detached' })
  await ben.page.getByRole('link', { name: say.boxes.archive }).click()
  await rowOf(ben.page, /what do you think/).waitFor()
  await ben.page.getByRole('link', { name: say.boxes.inbox }).click()

  // Without network a mark shows at once, and reaches the server when it is back.
  await rowOf(ben.page, /Send the RFC/).waitFor()
  await ben.context.setOffline(true)
  await ben.page.getByRole('link', { name: new RegExp(say.told.action('Ana')) }).focus()
  await ben.page.keyboard.press('u')
  await expect.poll(() => rowOf(ben.page, /Send the RFC/).getAttribute('data-unread')).toBe('true')
  await ben.context.setOffline(false)
  const person = await personOf(ben)
  await expect.poll(async () => (await succeed<{ unread: number }>(person, { path: '/api/notices/count' })).body.unread).toBe(2)

  // A row leads to the block it is about, and has been read by that.
  await ben.page.getByRole('link', { name: new RegExp(say.told.comment('Ana')) }).click()
  await pageEditor(ben.page).waitFor()
  await expect.poll(() => new URL(ben.page.url()).pathname).toBe(`/j/${journal}/${page}`)
  await ben.page.getByRole('link', { name: new RegExp(`^${say.title}`) }).click()
  await expect.poll(() => rowOf(ben.page, /Could it be Friday/).getAttribute('data-unread')).toBe('false')

  // A muted journal no longer counts; on a phone everything is in the menu.
  await ben.page.setViewportSize(PHONE)
  await rowOf(ben.page, /Send the RFC/)
    .getByRole('button', { name: say.more(say.told.action('Ana')) })
    .click()
  await ben.page.getByRole('menuitem', { name: say.mute('Ana & Ben') }).click()
  await rowOf(ben.page, /Send the RFC/)
    .getByText(say.muted)
    .waitFor()
  await inspect(ben.page, 'inbox-phone')
  tellBen(scene.server, pair, { kind: 'reply', words: 'Never mind.', minutesAgo: 0 })
  // From nothing, so that the answer is that page's.
  await ben.page.goto('about:blank')
  const counted = ben.page.waitForResponse(/\/api\/notices\/count$/)
  await ben.page.goto('/')
  expect(await (await counted).json()).toMatchObject({ unread: 0 })
  await ben.page.getByRole('link', { name: say.title, exact: true }).waitFor()
  expect(scene.problems()).toEqual([])
})
