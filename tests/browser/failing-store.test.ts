/** The server's disk takes nothing: people read so within five seconds, write on, lose nothing, and read that it is over. */
import { words } from '@tandem/client/words/words.ts'
import { failureWords } from '@tandem/client/words/trouble.ts'
import { expect, test } from 'vitest'
import { stopWrites } from '../support/stop-writes.ts'
import { blocks, placeCaret, readPage, typeAtCaret } from './page-words.ts'
import { promisedWithin } from './promised.ts'
import { openScene } from './scene.ts'
import { pairOnScreen, saveBadge, waitUntilSaved } from './screen-steps.ts'

/** Promise 2. */
const TOLD_WITHIN = 5000

test('a server that cannot store says so within five seconds; what was written meanwhile is saved afterwards, once', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const [ben, ana] = [await scene.arrive('Ben'), await scene.arrive('Ana')]
  await pairOnScreen(ben, ana, { title: 'Ana & Ben', template: 'blank' })
  await placeCaret(blocks(ana.page).first())
  await typeAtCaret(ana.page, 'Before.')
  await waitUntilSaved(ana.page)

  const release = stopWrites(scene.server)
  await typeAtCaret(ana.page, ' During.')
  await ana.page.getByRole('button', { name: new RegExp(words.journal.save.cannotSave) }).waitFor(promisedWithin(TOLD_WITHIN))
  await saveBadge(ana.page).click()
  await ana.page.getByRole('group', { name: words.journal.save.details }).getByText(failureWords('cannot-store')).waitFor()
  // Nobody sees what may still be lost.
  expect(await readPage(ben.page)).toEqual(['Before.'])
  await placeCaret(blocks(ana.page).first())
  await typeAtCaret(ana.page, ' Still during.')
  release()
  await waitUntilSaved(ana.page)
  await expect.poll(() => readPage(ben.page)).toEqual(['Before. During. Still during.'])
  expect(scene.problems()).toEqual([])
})
