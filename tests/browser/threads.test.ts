/** Where threads lead: their link, and a notice of them, open the thread itself. */
import { commentWords as say } from '@tandem/client/words/comments.ts'
import { viewsWords } from '@tandem/client/words/views.ts'
import { words } from '@tandem/client/words/words.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { answer, commentOn, litWords } from './comment-steps.ts'
import { blocks, blockWith, placeCaret, typeAtCaret } from './page-words.ts'
import { openScene } from './scene.ts'
import { createJournalOnScreen, inviteOnScreen, joinOnScreen, signUpOnScreen, waitUntilSaved } from './screen-steps.ts'

const LINE = 'Ben answers within two days'

async function removeLine(page: Page, text: string): Promise<void> {
  await blockWith(page, text).locator('.entry-words').click({ clickCount: 3 })
  await page.keyboard.press('Backspace')
  await waitUntilSaved(page)
}

test('the link of a thread, and a notice of it, open the thread where its words are now; settled and detached in the list', { timeout: 180_000 }, async () => {
  await using scene = await openScene()
  const ben = await scene.arrive('Ben')
  const ana = await scene.arrive('Ana')
  await signUpOnScreen(ben)
  await createJournalOnScreen(ben, { title: 'Ana & Ben', template: 'blank' })
  await joinOnScreen(ana, await inviteOnScreen(ben))
  await ben.page.getByRole('button', { name: words.journal.screen.close }).click()
  await placeCaret(blocks(ben.page).first())
  await typeAtCaret(ben.page, LINE, 1)
  await commentOn(ben.page, 'two days', 'Is that enough, @Ana?')
  await expect.poll(() => litWords(ana.page)).toEqual(['two days'])

  // The inbox leads to the thread, open beside its words.
  await ana.page.goto('/inbox')
  await ana.page.getByRole('link', { name: new RegExp(words.inbox.told.mention('Ben')) }).click()
  await ana.page.locator('[data-card][data-open]').getByText('Is that enough').waitFor()
  await ana.page.locator('.page-words .thread-mark[data-active]').getByText('two days').waitFor()
  await answer(ana.page, 'Is that enough', 'One would be')

  // Ana sends its link; meanwhile its words are gone and it is settled.
  await ana.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await ana.page.getByRole('button', { name: say.copyLink }).click()
  await ana.page.getByRole('button', { name: say.linkCopied }).waitFor()
  const link = await ana.page.evaluate(() => navigator.clipboard.readText())
  await removeLine(ben.page, LINE)
  await ben.page.goto('/')
  await ben.page.goto(link)
  await ben.page.getByRole('region', { name: say.detachedTitle }).locator('[data-open]').getByText('One would be').waitFor()
  await ben.page.getByRole('button', { name: say.resolve }).click()
  await ben.page.goto('/')
  await ben.page.goto(link)
  await ben.page.locator('[data-card][data-open]').getByText('One would be').waitFor()

  // A thread that never was.
  await ben.page.goto(link.replace(/.$/, (last) => (last === '0' ? '1' : '0')))
  await ben.page.getByText(viewsWords.link.gone).waitFor()
  expect(scene.problems()).toEqual([])
})
