/** Ana is away while Ben writes; on both her devices she sees exactly that, in its place, and what she has seen on one is seen on the other. */
import { catchUpWords } from '@tandem/client/words/catch-up.ts'
import { words } from '@tandem/client/words/words.ts'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { removeLine } from './comment-steps.ts'
import { inspect } from './inspect-screen.ts'
import { hasWatched, toldOfLeaving } from './outside.ts'
import { blocks, blockWith, placeCaret, typeAtCaret } from './page-words.ts'
import { openScene, PHONE, WIDE } from './scene.ts'
import { pairOnScreen, placeOf, waitUntilSaved } from './screen-steps.ts'

function bar(page: Page): Locator {
  return page.getByRole('region', { name: catchUpWords.region })
}

/** A line of its own below the one the caret is at the end of: no click between, which on a busy machine a key may overtake. */
async function nextLine(page: Page, line: string): Promise<void> {
  await page.keyboard.press('Enter')
  await typeAtCaret(page, line)
}

/** Behind the last word, with a click beside it. */
async function clickBehind(block: Locator): Promise<void> {
  const { width, height } = await placeOf(block.locator('.entry-words'))
  await block.locator('.entry-words').click({ position: { x: width - 4, y: height / 2 } })
}

test('what Ben did while Ana was away is told, struck and lit in its place, and seen once for all her devices', { timeout: 360_000 }, async () => {
  await using scene = await openScene()
  const [ben, ana] = [await scene.arrive('Ben'), await scene.arrive('Ana')]
  await pairOnScreen(ben, ana, { title: 'Ana & Ben', template: 'blank' })
  await placeCaret(blocks(ben.page).first())
  await typeAtCaret(ben.page, 'We meet every second week on Thursday')
  await nextLine(ben.page, 'This line will go')
  await waitUntilSaved(ben.page)
  await blockWith(ana.page, 'This line will go').waitFor()
  // What one watches is no news.
  const address = ana.page.url()
  const journal = /\/j\/([^/]+)/.exec(address)?.[1] ?? ''
  await hasWatched(ana, { journal, blocks: 2 })
  expect(await bar(ana.page).count()).toBe(0)
  const left = toldOfLeaving(ana.page)
  await ana.page.getByRole('link', { name: words.general.home }).click()
  await left

  await nextLine(ben.page, '[] Draft the RFC')
  await clickBehind(blockWith(ben.page, 'We meet'))
  await typeAtCaret(ben.page, ' at nine')
  await removeLine(ben.page, 'This line will go')

  const phone = await ana.context.newPage()
  await phone.goto(address)
  await ana.page.goto(address)
  for (const device of [ana.page, phone]) {
    await bar(device)
      .getByText(new RegExp(`^${catchUpWords.changes(3)} ${catchUpWords.by('Ben')}`))
      .waitFor()
    await expect.poll(() => device.locator('.change-new').allTextContents()).toEqual([' at nine'])
    await expect.poll(() => device.locator('.change-gone-block del').allTextContents()).toEqual(['This line will go'])
    await expect.poll(() => device.locator('.change-added').count()).toBe(1)
    await expect.poll(() => device.locator('.change-note').first().textContent()).toContain('Ben')
  }
  await ana.page.bringToFront()
  await ana.page.locator('main').focus()
  await ana.page.keyboard.press('j')
  await bar(ana.page).getByText(catchUpWords.step(1, 3)).waitFor()
  // All of it in a list, each leading to its place.
  const list = bar(ana.page).getByRole('list', { name: catchUpWords.list }).getByRole('button')
  const listed = bar(ana.page).getByRole('button', { name: catchUpWords.by('Ben') })
  await listed.click()
  await expect.poll(() => list.count()).toBe(3)
  const lines = ['We meet', 'This line will go', 'Draft the RFC'].map((line) => expect.stringContaining(line) as string)
  await expect.poll(() => list.allTextContents()).toEqual(lines)
  await inspect(ana.page, 'catching-up-list')
  await list.filter({ hasText: 'Draft the RFC' }).click()
  await expect.poll(() => ana.page.locator('[data-change-current]').textContent()).toContain('Draft the RFC')
  // Chosen from, it is gone, for it would lie over the place; the keyboard is where it was opened. Escape puts it away as well.
  await expect.poll(() => list.count()).toBe(0)
  await expect.poll(() => listed.evaluate((button) => button === document.activeElement)).toBe(true)
  await ana.page.keyboard.press('Enter')
  await expect.poll(() => list.count()).toBe(3)
  await bar(ana.page).getByLabel(catchUpWords.sinceDay).focus()
  await ana.page.keyboard.press('Escape')
  await expect.poll(() => list.count()).toBe(0)
  await expect.poll(() => listed.evaluate((button) => button === document.activeElement)).toBe(true)
  await listed.click()
  await list.filter({ hasText: 'We meet' }).click()
  await expect.poll(() => ana.page.locator('[data-change-current]').textContent()).toContain('We meet')
  await ana.page.keyboard.press('k')
  await expect.poll(() => ana.page.locator('[data-change-current]').textContent()).toContain('Draft the RFC')
  // While she writes, the letters are letters.
  await placeCaret(blockWith(ana.page, 'We meet'))
  const heard = ben.page.waitForResponse(/\/changes$/)
  await typeAtCaret(ana.page, 'jk in the small room')
  await bar(ana.page).getByText(catchUpWords.step(3, 3)).waitFor()
  await expect.poll(() => blockWith(ben.page, 'We meet').textContent()).toContain('jk in the small room')
  // Ben watches it: the server has read it and answers that it is no news to him.
  expect(await (await heard).json()).toMatchObject({ changes: [] })
  expect(await ben.page.locator('.change').count()).toBe(0)
  for (const [name, viewport] of Object.entries({ phone: PHONE, wide: WIDE })) {
    await ana.page.setViewportSize(viewport)
    await inspect(ana.page, `catching-up-${name}`)
  }

  await bar(ana.page).getByRole('button', { name: catchUpWords.markSeen }).click()
  for (const device of [ana.page, phone]) {
    await bar(device).waitFor({ state: 'detached' })
    await expect.poll(() => device.locator('.change').count()).toBe(0)
  }
  expect(scene.problems()).toEqual([])
})
