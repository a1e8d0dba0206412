/** The keyboard alone: from signing up to an action with its facts, without once touching the mouse. */
import { words } from '@tandem/client/words/words.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { PASSWORD } from '../support/people.ts'
import { blocks, readPage } from './page-words.ts'
import { openScene } from './scene.ts'
import { pageEditor, waitUntilSaved } from './screen-steps.ts'

/** Tabs on until the focus is on what bears this name; fails when it never comes by. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement) || element === document.body) return ''
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])].map((label) => label.innerText) : []
      return [element.getAttribute('aria-label') ?? '', ...labels, element.innerText].join(' | ')
    })
    if (typeof name === 'string' ? focused.includes(name) : name.test(focused)) return
  }
  throw new Error(`The focus never came to ${String(name)}.`)
}

test('from signing up to a dated action with the keyboard alone', { timeout: 360_000 }, async () => {
  await using scene = await openScene()
  const { page } = await scene.arrive('Ben')
  const { keyboard } = page
  await page.goto('/')
  await page.getByRole('button', { name: words.signIn.submit }).waitFor()
  await tabTo(page, words.signIn.switchToNewLink)
  await keyboard.press('Enter')
  await page.getByRole('button', { name: words.signIn.submitNew }).waitFor()
  await tabTo(page, words.signIn.name)
  await keyboard.type('Ben')
  await keyboard.press('Tab')
  await keyboard.type('ben@example.org')
  await keyboard.press('Tab')
  await keyboard.type(PASSWORD)
  await keyboard.press('Enter')

  await page.getByRole('link', { name: words.home.newJournal }).first().waitFor()
  await tabTo(page, words.home.newJournal)
  await keyboard.press('Enter')
  await page.getByLabel(words.newJournal.name).waitFor()
  await page.getByLabel(words.newJournal.name).and(page.locator(':focus')).waitFor()
  await keyboard.type('Ana & Ben')
  await keyboard.press('Enter')

  await pageEditor(page).waitFor()
  await tabTo(page, /, page/)
  await keyboard.press('ControlOrMeta+End')
  await keyboard.type('/a Draft the RFC')
  await keyboard.press('ControlOrMeta+Enter')
  const action = blocks(page).last()
  await expect.poll(() => action.getByRole('checkbox').getAttribute('aria-checked')).toBe('true')
  await keyboard.press('ControlOrMeta+Enter')
  await expect.poll(() => action.getByRole('checkbox').getAttribute('aria-checked')).toBe('false')

  // Its facts: opened, one of them set, closed, and the caret is back where it was.
  await keyboard.press('ControlOrMeta+;')
  await page.getByRole('dialog').locator(':focus').waitFor({ state: 'attached' })
  await tabTo(page, 'Tomorrow')
  await keyboard.press('Enter')
  await keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await keyboard.type(' today')
  await expect.poll(async () => (await readPage(page)).at(-1)).toBe('Draft the RFC today')

  // Moved up and back. What follows within half a second of the last edit is undone together with it: until all is saved is longer.
  await waitUntilSaved(page)
  await keyboard.press('Alt+ArrowUp')
  await expect.poll(async () => (await readPage(page)).at(-2)).toBe('Draft the RFC today')
  await waitUntilSaved(page)
  await keyboard.press('ControlOrMeta+z')
  await expect.poll(async () => (await readPage(page)).at(-1)).toBe('Draft the RFC today')
  await waitUntilSaved(page)

  // Out of the page again: Escape and Tab lead on, nothing is a trap.
  await keyboard.press('Escape')
  await tabTo(page, words.journal.screen.peopleShort)
  expect(scene.problems()).toEqual([])
})
