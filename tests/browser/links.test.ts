/** What becomes of a link after it was used: nobody is offered it any more, and it leads the one who used it back. */
import { peopleWords } from '@tandem/client/words/people.ts'
import { words } from '@tandem/client/words/words.ts'
import { expect, test } from 'vitest'
import { openScene } from './scene.ts'
import { createJournalOnScreen, inviteOnScreen, joinOnScreen, openPeople, pageEditor, signUpOnScreen } from './screen-steps.ts'

test('a used link is no longer offered to be sent, and leads its person back to the journal', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const ben = await scene.arrive('Ben')
  await signUpOnScreen(ben)
  await createJournalOnScreen(ben, { title: 'Ana & Ben', template: 'blank' })
  const url = await inviteOnScreen(ben)
  await expect.poll(() => ben.page.getByText(peopleWords.open, { exact: true }).count()).toBe(1)
  const ana = await scene.arrive('Ana')
  await joinOnScreen(ana, url)

  await openPeople(ben.page)
  await ben.page.getByRole('button', { name: peopleWords.make }).waitFor()
  await expect.poll(() => ben.page.getByLabel(peopleWords.link).count()).toBe(0)
  await expect.poll(() => ben.page.getByText(peopleWords.open, { exact: true }).count()).toBe(0)

  await ana.page.goto(url)
  await ana.page.getByRole('heading', { name: words.join.joinedTitle }).waitFor()
  await ana.page.getByRole('link', { name: words.join.open }).click()
  await pageEditor(ana.page).waitFor()
  expect(scene.problems()).toEqual([])
})
