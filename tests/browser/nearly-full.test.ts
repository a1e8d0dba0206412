/** A journal that is nearly full says so in one quiet line while everything can still be written; a full one says what to do. */
import { words } from '@tandem/client/words/words.ts'
import { expect, test } from 'vitest'
import { blocks, placeCaret, typeAtCaret } from './page-words.ts'
import { openScene } from './scene.ts'
import { createJournalOnScreen, saveBadge, signUpOnScreen, waitUntilSaved } from './screen-steps.ts'

/** Words by the clipboard, as one does with a long text. */
const LONG = 'x'.repeat(17_000)

test('told from eighty percent on, and again when nothing more fits', { timeout: 240_000 }, async () => {
  await using scene = await openScene({ LIMIT_DOCUMENT_BYTES: '20000' })
  const ben = await scene.arrive('Ben')
  await signUpOnScreen(ben)
  await createJournalOnScreen(ben, { title: 'Short of room', template: 'blank' })
  const notice = ben.page.getByRole('status').filter({ hasText: /has used \d\d % of the room/ })
  await placeCaret(blocks(ben.page).first())
  await typeAtCaret(ben.page, 'We begin.')
  await waitUntilSaved(ben.page)
  expect(await notice.count()).toBe(0)

  await ben.page.keyboard.insertText(LONG)
  await notice.waitFor()
  await typeAtCaret(ben.page, ' And go on.')
  await waitUntilSaved(ben.page)

  await ben.page.keyboard.insertText(LONG)
  await saveBadge(ben.page).filter({ hasText: words.journal.save.cannotSave }).waitFor()
  expect(scene.problems()).toEqual([])
})
