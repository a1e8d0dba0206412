/** Actions written down in the flow, with owner, day and goal: by keyboard, and on a phone whose keyboard tells of no keys. */
import { pageWords } from '@tandem/client/words/page.ts'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { blocks, blockWith, placeCaret, readPage, tapInto, typeAtCaret } from './page-words.ts'
import { openScene, PHONE } from './scene.ts'
import { pairOnScreen, waitUntilSaved } from './screen-steps.ts'

/** Writes as the keyboard of a phone does: a word is composed letter by letter and then put in; no key is pressed. */
async function compose(page: Page, text: string): Promise<void> {
  const device = await page.context().newCDPSession(page)
  for (const word of text.split(/(?<=\s)|(?=\s)/)) {
    if (word.trim() !== '') {
      for (let length = 1; length <= word.length; length += 1)
        await device.send('Input.imeSetComposition', { text: word.slice(0, length), selectionStart: length, selectionEnd: length })
    }
    await device.send('Input.insertText', { text: word })
  }
  await device.detach()
}

/** Takes what is offered with a finger; the next letter comes when it has been taken. */
async function take(offer: Locator, within: Locator): Promise<void> {
  await offer.tap()
  await within.waitFor({ state: 'hidden' })
}

const facts = (page: Page, words: string) => blockWith(page, words).locator('.entry-facts')

test('an action is captured with owner, day and goal by keyboard, and by the keyboard of a phone', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const ben = await scene.arrive('Ben')
  const ana = await scene.arrive('Ana', { viewport: PHONE, hasTouch: true })
  await pairOnScreen(ben, ana, { title: 'Ana & Ben', template: 'blank' })

  // At the keyboard.
  await placeCaret(blocks(ben.page).first())
  await typeAtCaret(ben.page, '/g Lead the billing migration')
  await ben.page.keyboard.press('Enter')
  await typeAtCaret(ben.page, '/a @ana tomorrow Draft the RFC #bill')
  await ben.page.getByRole('option', { name: 'Lead the billing migration' }).first().waitFor()
  await ben.page.keyboard.press('Enter')
  await expect.poll(() => readPage(ben.page)).toEqual(['Lead the billing migration', 'Draft the RFC '])
  await expect.poll(() => facts(ben.page, 'Draft the RFC').innerText()).toMatch(/^@Ana\s· \w+ \d+ \w+\s· for ◎ Lead the billing/)
  await ben.page.keyboard.press('Enter')
  await ben.page.keyboard.press('Enter')
  await typeAtCaret(ben.page, 'See #bill')
  await ben.page.getByRole('option', { name: 'Lead the billing migration' }).first().waitFor()
  await ben.page.keyboard.press('Enter')
  await typeAtCaret(ben.page, 'and ask @a')
  const offered = ben.page.getByRole('listbox', { name: pageWords.capture.people })
  await offered.getByRole('option', { name: 'Ana' }).waitFor()
  await ben.page.keyboard.press('Escape')
  await offered.waitFor({ state: 'hidden' })
  await ben.page.keyboard.press('Enter')
  await waitUntilSaved(ben.page)
  await expect.poll(() => readPage(ana.page)).toEqual(['Lead the billing migration', 'Draft the RFC ', 'See Lead the billing migration and ask @a', ''])

  // On the phone: the owner, the goal and the day are picked with the finger.
  await tapInto(blocks(ana.page).last())
  await compose(ana.page, '/a @be')
  const people = ana.page.getByRole('listbox', { name: pageWords.capture.people })
  await take(people.getByRole('option', { name: 'Ben' }).first(), people)
  await compose(ana.page, 'Review it #bill')
  const goal = ana.page.getByRole('option', { name: 'Lead the billing migration' }).first()
  await take(goal, goal)
  await compose(ana.page, 'soon fri')
  const days = ana.page.getByRole('listbox', { name: pageWords.capture.dayTitle })
  await take(days.getByRole('option'), days)
  for (const { page } of [ana, ben]) await expect.poll(() => facts(page, 'Review it').innerText()).toMatch(/^@Ben\s· Fri \d+ \w+\s· for ◎ Lead the billing/)
  await expect.poll(async () => (await readPage(ana.page)).at(-1)).toMatch(/^Review it\s+soon\s*$/)

  // A mention of a block leads there, and shows its words of today.
  await placeCaret(blockWith(ben.page, 'Lead the billing'))
  await typeAtCaret(ben.page, ' now')
  const mention = ana.page.locator('.mention[data-block-mention]')
  await expect.poll(() => mention.locator('.mention-renamed').getAttribute('data-name')).toBe('Lead the billing migration…')
  await mention.tap()
  await expect.poll(() => new URL(ana.page.url()).hash).toBe(`#${await blocks(ana.page).first().getAttribute('data-id')}`)
  expect(scene.problems()).toEqual([])
})
