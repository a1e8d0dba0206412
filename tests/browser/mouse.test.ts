/** What the mouse does on the page: formats what is selected, moves a block, follows a face; and the page before its words have come. */
import { pageWords } from '@tandem/client/words/page.ts'
import { expect, test } from 'vitest'
import { blocks, placeCaret, readPage, typeAtCaret } from './page-words.ts'
import { openScene } from './scene.ts'
import { addNoteOnScreen, createJournalOnScreen, pageEditor, pairOnScreen, placeOf, signUpOnScreen, waitUntilSaved } from './screen-steps.ts'

test('words are selected and made bold, and a block is dragged under another', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const ben = await scene.arrive('Ben')
  const { page } = ben
  await signUpOnScreen(ben)
  await createJournalOnScreen(ben, { title: 'Ana & Ben', template: 'blank' })
  await placeCaret(blocks(page).first())
  await typeAtCaret(page, 'First')
  await page.keyboard.press('Enter')
  await typeAtCaret(page, 'Second')

  await blocks(page)
    .first()
    .locator('.entry-words')
    .dblclick({ position: { x: 20, y: 12 } })
  await page.getByRole('toolbar', { name: pageWords.toolbar.selection }).getByRole('button', { name: pageWords.marks.bold }).click()
  await expect.poll(() => blocks(page).first().locator('strong').innerText()).toBe('First')

  await page.keyboard.press('ArrowRight')
  await blocks(page).first().hover()
  const second = await placeOf(blocks(page).nth(1))
  const handle = await placeOf(page.getByRole('button', { name: pageWords.blockMenu.handle }))
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2)
  await page.mouse.down()
  await page.mouse.move(second.x + 40, second.y + second.height - 4, { steps: 8 })
  await page.mouse.up()
  await expect.poll(() => readPage(page)).toEqual(['Second', 'First'])
  expect(scene.problems()).toEqual([])
})

test('a face leads to where that person is, on another page too', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const ben = await scene.arrive('Ben')
  const ana = await scene.arrive('Ana')
  await pairOnScreen(ben, ana, { title: 'Ana & Ben', template: 'blank' })
  await addNoteOnScreen(ana.page, 'Reading list')
  for (let line = 1; line <= 40; line += 1) {
    await ana.page.keyboard.type(`Book ${line}`)
    await ana.page.keyboard.press('Enter')
  }
  await ana.page.keyboard.type('Here I am')

  await ben.page.getByRole('button', { name: /^Ana, .*Reading list/ }).click()
  await ben.page.getByText('Here I am').waitFor()
  await expect.poll(() => ben.page.getByText('Here I am').evaluate((line) => line.getBoundingClientRect().bottom <= window.innerHeight)).toBe(true)
  expect(scene.problems()).toEqual([])
})

test('before the words have come there is the shape of a page, and nothing to write in', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const ben = await scene.arrive('Ben')
  const ana = await scene.arrive('Ana')
  await pairOnScreen(ben, ana, { title: 'Ana & Ben', template: 'blank' })
  await placeCaret(blocks(ben.page).first())
  await typeAtCaret(ben.page, 'We begin.')
  await waitUntilSaved(ben.page)

  // Another browser of Ana's, whose line opens and brings nothing.
  const fresh = await scene.arrive('Ana again')
  await fresh.context.addCookies(await ana.context.cookies())
  await fresh.page.routeWebSocket(/\/sync\//, () => undefined)
  await fresh.page.goto(ana.page.url())
  await fresh.page.locator('main[aria-busy=true]').waitFor()
  expect(await pageEditor(fresh.page).count()).toBe(0)

  const late = await fresh.context.newPage()
  await late.goto(ana.page.url())
  await expect.poll(() => readPage(late)).toEqual(['We begin.'])
})
