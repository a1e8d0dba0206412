/** A new version of the program: it comes to the tab in which somebody asked for it, and to no other; what was half said in a comment is there again. */
import { commentWords } from '@tandem/client/words/comments.ts'
import { words } from '@tandem/client/words/words.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { blocks, blockWith, placeCaret, typeAtCaret } from './page-words.ts'
import { openScene } from './scene.ts'
import { createJournalOnScreen, signUpOnScreen, waitUntilSaved } from './screen-steps.ts'

/** The program that is on its way: the same one at another address, which a browser takes for a new version. */
const NEWER = '/sw.js?newer'

const workerOf = (page: Page) => page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)

/** Whether the page is about to say which version it has: one that said so late would take the place of the newer one. */
const isRegistering = (page: Page) => page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('workbox-window')))

/** Says of a page that it has not been loaded again since, and then whether a new version has taken it over. */
const mark = (page: Page) =>
  page.evaluate(() => {
    document.body.dataset['marked'] = 'before'
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      document.body.dataset['marked'] = 'taken over'
    })
  })
const markOf = (page: Page) => page.evaluate(() => document.body.dataset['marked'])

test('"Reload" loads the new version in the tab where it was pressed and in no other, and a half-written comment is there again', {
  timeout: 240_000,
}, async () => {
  await using scene = await openScene()
  const ben = await scene.arrive('Ben')
  const { page } = ben
  await signUpOnScreen(ben)
  await createJournalOnScreen(ben, { title: 'Ben alone', template: 'blank' })
  await placeCaret(blocks(page).first())
  await typeAtCaret(page, 'We meet every second week.')
  await waitUntilSaved(page)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.reload()
  const other = await ben.context.newPage()
  await other.goto(page.url())
  for (const tab of [page, other]) await expect.poll(() => workerOf(tab)).toMatch(/sw\.js$/)
  for (const tab of [page, other]) await expect.poll(() => isRegistering(tab)).toBe(true)

  const field = page.getByRole('textbox', { name: commentWords.placeholder })
  const begin = async () => {
    await placeCaret(blockWith(page, 'We meet'))
    await page.keyboard.press('ControlOrMeta+Alt+m')
    await field.and(page.locator(':focus')).waitFor()
  }
  await begin()
  await page.keyboard.type('Could we meet every')
  await page.evaluate((address) => navigator.serviceWorker.register(address).then(() => undefined), NEWER)
  for (const tab of [page, other]) await tab.getByText(words.journal.update.ready).waitFor()
  await Promise.all([page, other].map(mark))
  await page.getByRole('button', { name: words.journal.update.reload }).click()
  await expect.poll(() => markOf(page)).toBeUndefined()
  await expect.poll(() => markOf(other)).toBe('taken over')
  await begin()
  expect(await field.inputValue()).toBe('Could we meet every')
  expect(scene.problems()).toEqual([])
})
