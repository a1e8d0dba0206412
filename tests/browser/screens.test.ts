/** Every screen, light and dark, wide and on a phone: no accessibility violation, nothing wider than the window. */
import { words } from '@tandem/client/words/words.ts'
import { expect, test } from 'vitest'
import { inspect, LOOKS } from './inspect-screen.ts'
import { blockWith, placeCaret, typeAtCaret } from './page-words.ts'
import { openScene, type Scene, type Visitor, type VisitorOptions } from './scene.ts'
import { createJournalOnScreen, inviteOnScreen, joinOnScreen, openPeople, pageEditor, signUpOnScreen } from './screen-steps.ts'

async function inspectOutside(visitor: Visitor, look: string): Promise<void> {
  const { page } = visitor
  await page.goto('/')
  await page.getByRole('button', { name: words.signIn.submit }).waitFor()
  await inspect(page, `sign-in-${look}`)
  await page.getByRole('button', { name: words.signIn.submit }).click()
  await page.getByText(words.signIn.emailMissing).waitFor()
  await inspect(page, `sign-in-refused-${look}`)
  await page.goto('/nowhere')
  await page.getByRole('heading', { name: words.notFound.title }).waitFor()
  await inspect(page, `not-found-${look}`)
  await page.goto('/join/nobodyhasevermadethistoken')
  await page.getByRole('heading', { name: words.join.failedTitle }).waitFor()
  await inspect(page, `join-broken-${look}`)
}

async function inspectJournal(ben: Visitor, look: string): Promise<void> {
  const { page } = ben
  await createJournalOnScreen(ben, { title: 'Ana & Ben' })
  await placeCaret(blockWith(page, 'What do you expect of yourself in this mentorship?'))
  await typeAtCaret(page, 'I answer within two days.')
  await inspect(page, `journal-${look}`)
  await openPeople(page)
  await inspect(page, `people-${look}`)
}

test.for(LOOKS)('$name: every screen holds', { timeout: 480_000 }, async ({ name, options }) => {
  await using scene = await openScene()
  const ben = await scene.arrive('Ben', options)
  await inspectOutside(ben, name)
  await signUpOnScreen(ben)
  await inspect(ben.page, `home-empty-${name}`)
  await ben.page.getByRole('link', { name: words.home.newJournal }).first().click()
  await ben.page.getByLabel(words.newJournal.name).waitFor()
  await inspect(ben.page, `new-journal-${name}`)
  await ben.page.goto('/')
  await inspectJournal(ben, name)
  const url = await inviteOnScreen(ben)
  await inspect(ben.page, `invited-${name}`)
  await inspectJoin(scene, { url, look: name, options })
  await ben.page.goto('/')
  await ben.page.getByRole('link', { name: /Ana & Ben/ }).waitFor()
  await inspect(ben.page, `home-${name}`)
  await ben.page.goto('/inbox')
  await ben.page.getByRole('heading', { name: words.inbox.emptyTitle }).waitFor()
  await inspect(ben.page, `inbox-empty-${name}`)
  await ben.page.goto('/settings')
  await ben.page.getByRole('heading', { name: words.settings.title }).waitFor()
  await inspect(ben.page, `settings-${name}`)
  expect(scene.problems()).toEqual([])
})

async function inspectJoin(
  scene: Scene,
  { url, look, options }: { readonly url: string; readonly look: string; readonly options: VisitorOptions },
): Promise<void> {
  const ana = await scene.arrive('Ana', options)
  await ana.page.goto(url)
  await ana.page.getByLabel(words.join.name).waitFor()
  await inspect(ana.page, `join-${look}`)
  await joinOnScreen(ana, url)
  await pageEditor(ana.page).waitFor()
  await inspect(ana.page, `journal-joined-${look}`)
  await ana.page.goto(url)
  await ana.page.getByRole('heading', { name: words.join.joinedTitle }).waitFor()
  await inspect(ana.page, `join-again-${look}`)
}
