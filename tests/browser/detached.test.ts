/** Detached threads: listed with their words, attached again by mouse, keys and finger, and back by themselves when the words return. Commenters reach facts. */
import { commentWords as say } from '@tandem/client/words/comments.ts'
import { pageWords } from '@tandem/client/words/page.ts'
import { words } from '@tandem/client/words/words.ts'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { cardWith, commentOn, litWords, removeLine, selectWords } from './comment-steps.ts'
import { inspect } from './inspect-screen.ts'
import { blocks, blockWith, placeCaret, typeAtCaret } from './page-words.ts'
import { openScene, PHONE } from './scene.ts'
import { createJournalOnScreen, inviteOnScreen, joinOnScreen, pageEditor, signUpOnScreen, waitUntilSaved } from './screen-steps.ts'

const LINES = ['Ana drives the agenda', 'Ben answers within two days', 'We both say what does not work', 'We meet on Thursdays']

async function openComments(page: Page): Promise<Locator> {
  const list = page.getByRole('radiogroup', { name: say.filterLabel })
  await pageEditor(page).blur()
  if (!(await list.isVisible()))
    await page
      .getByRole('button', { name: /^Comments/ })
      .first()
      .click()
  await list.waitFor()
  return page.getByRole('region', { name: say.detachedTitle })
}

/** The part of the list that is about one detached thread. */
const partOf = (detached: Locator, text: string) => detached.locator('> div').filter({ hasText: text })

test('detached threads are attached again by mouse, keys and finger, or return by themselves; a commenter reaches facts', { timeout: 360_000 }, async () => {
  await using scene = await openScene()
  const ben = await scene.arrive('Ben')
  const ana = await scene.arrive('Ana', { viewport: PHONE, hasTouch: true, colorScheme: 'dark' })
  const cleo = await scene.arrive('Cleo', { colorScheme: 'dark' })
  await signUpOnScreen(ben)
  await createJournalOnScreen(ben, { title: 'Ana & Ben', template: 'blank' })
  await joinOnScreen(ana, await inviteOnScreen(ben))
  await joinOnScreen(cleo, await inviteOnScreen(ben, { seat: 'third', role: 'commenter' }))
  await ben.page.getByRole('button', { name: words.journal.screen.close }).click()
  await placeCaret(blocks(ben.page).first())
  for (const text of [...LINES, '/a fri Draft the RFC']) {
    await typeAtCaret(ben.page, text, 1)
    await ben.page.keyboard.press('Enter')
  }
  await waitUntilSaved(ben.page)
  for (const [on, said] of [
    ['agenda', 'Agenda thread'],
    ['two days', 'Answer thread'],
    ['say what', 'Saying thread'],
    ['does not work', 'Working thread'],
    ['what does', 'Overlapping thread'],
  ] as const) {
    await commentOn(ben.page, on, said)
    await cardWith(cleo.page, said).waitFor()
  }
  for (const word of ['agenda', 'two days', 'does']) await expect.poll(async () => (await litWords(cleo.page)).join(' ')).toContain(word)

  // Cleo cannot write, and comments on the day an action is due.
  await blockWith(cleo.page, 'Draft the RFC').locator('.entry-facts').click()
  await cleo.page.getByRole('dialog').getByRole('button', { name: pageWords.facts.labels.due, exact: true }).click()
  await cleo.page.getByPlaceholder(say.placeholder).fill('Friday is a holiday')
  await cleo.page.getByRole('button', { name: say.send, exact: true }).click()
  await cardWith(ben.page, 'Friday is a holiday').getByText(say.onFact(pageWords.facts.labels.due)).waitFor()

  // Three lines go; what hung on them is listed, with where and on what.
  await removeLine(ben.page, LINES[0] ?? '')
  await removeLine(ben.page, LINES[1] ?? '')
  await removeLine(ben.page, LINES[2] ?? '')
  await ben.page.keyboard.press('Escape')
  const list = await openComments(ben.page)
  const title = await ben.page.getByLabel(words.journal.pages.renameLabel).inputValue()
  for (const said of ['Agenda thread', 'Answer thread', 'Saying thread', 'Working thread', 'Overlapping thread'])
    await cardWith(list, said).getByText(say.detachedFrom(title), { exact: true }).waitFor()
  await inspect(ben.page, 'comments-detached')

  // By mouse: words are selected while the list stands there.
  const mouse = partOf(list, 'Agenda thread').getByRole('button', { name: say.attach })
  await expect.poll(() => mouse.isDisabled()).toBe(true)
  await selectWords(ben.page, 'Thursdays')
  await mouse.click()
  await expect.poll(() => litWords(cleo.page)).toEqual(['Thursdays'])

  // By keys, as a commenter: to the cards, down to the thread, to its button.
  const cleoList = await openComments(cleo.page)
  await inspect(cleo.page, 'comments-detached-dark')
  await selectWords(cleo.page, 'We meet')
  await cleo.page.keyboard.press('ControlOrMeta+Alt+.')
  await cleo.page.locator('[data-card]:focus').waitFor()
  const two = cardWith(cleoList, 'Answer thread')
  for (let steps = 0; steps < 10 && !(await two.evaluate((card) => card === document.activeElement)); steps += 1) await cleo.page.keyboard.press('ArrowDown')
  await two.and(cleo.page.locator(':focus')).waitFor()
  await cleo.page.keyboard.press('Tab')
  await cleo.page.keyboard.press('Enter')
  await expect.poll(() => litWords(ben.page)).toEqual(['We meet', 'Thursdays'])
  await cardWith(cleo.page, 'Answer thread').and(cleo.page.locator(':focus')).waitFor()

  // By finger: the words are selected, then the sheet is opened.
  await selectWords(ana.page, 'Draft')
  const sheet = await openComments(ana.page)
  const place = async () => {
    const box = await ana.page.getByRole('dialog', { name: say.title }).boundingBox()
    return [box?.x, box?.width, (box?.y ?? 0) + (box?.height ?? 0)]
  }
  // It slides in from below.
  await expect.poll(place).toEqual([0, PHONE.width, PHONE.height])
  await partOf(sheet, 'Saying thread').getByRole('button', { name: say.attach }).tap()
  await expect.poll(() => litWords(ben.page)).toEqual(['We meet', 'Thursdays', 'Draft'])
  await inspect(ana.page, 'comments-detached-phone-dark')

  // Somebody writes the words again: the others return by themselves, for both and over each other.
  await blockWith(ben.page, LINES[3] ?? '')
    .locator('.entry-words')
    .click()
  await ben.page.keyboard.press('End')
  await ben.page.keyboard.press('Enter')
  await typeAtCaret(ben.page, LINES[2] ?? '', 1)
  for (const { page } of [ben, cleo]) await expect.poll(async () => (await litWords(page)).join('')).toMatch(/what\s+does.*not\s+work/su)
  await expect.poll(() => list.count()).toBe(0)
  expect(scene.problems()).toEqual([])
})
