/** Ana joins two lines without network; Ben goes on in one of them meanwhile, and is gone before she is back. */
import { expect, test } from 'vitest'
import { blocks, placeCaret, readPage, typeAtCaret } from './page-words.ts'
import { pairOnLine } from './pair-on-line.ts'
import { openScene } from './scene.ts'
import { pageEditor, waitUntilSaved } from './screen-steps.ts'

test('his words are in the joined line, once, also for him when he comes back', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const { ben, ana, line } = await pairOnLine(scene)
  await placeCaret(blocks(ben.page).first())
  await ben.page.keyboard.press('Enter')
  await typeAtCaret(ben.page, 'Ship the beta')
  await expect.poll(() => readPage(ana.page)).toEqual(['We begin.', 'Ship the beta'])
  await waitUntilSaved(ana.page)
  line.cut()
  await placeCaret(blocks(ana.page).nth(1), 'start')
  await ana.page.keyboard.press('Backspace')
  await expect.poll(() => readPage(ana.page)).toEqual(['We begin.Ship the beta'])

  await typeAtCaret(ben.page, ' soon')
  await waitUntilSaved(ben.page)
  const journal = ben.page.url()
  await ben.page.goto('about:blank')
  line.heal()
  await waitUntilSaved(ana.page)
  const together = ['We begin.Ship the beta soon']
  await expect.poll(() => readPage(ana.page)).toEqual(together)

  await ben.page.goto(journal)
  await pageEditor(ben.page).waitFor()
  await waitUntilSaved(ben.page)
  await expect.poll(() => readPage(ben.page)).toEqual(together)
  expect(await readPage(ana.page)).toEqual(together)
  await line.close()
})
