/** An editor writes by hand what makes Yjs throw: the other's page says so and takes no more words, rather than losing them in silence. */
import { FAILURES } from '@tandem/shared/failure.ts'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { POISON } from '../hostile/poison.ts'
import { createJournal, invite, joinByName, signUp } from '../support/people.ts'
import { openWire } from '../support/wire-client.ts'
import { openScene } from './scene.ts'
import { pageEditor, saveBadge } from './screen-steps.ts'
import { words } from '@tandem/client/words/words.ts'

test('Yjs throws, and tells of no edit any more', () => {
  const doc = new Y.Doc()
  expect(() => POISON.forEach((update) => Y.applyUpdate(doc, update))).toThrow()
  let told = 0
  doc.on('update', () => (told += 1))
  doc.getText('scratch').insert(0, 'lost')
  expect(told).toBe(0)
})

test('the page says so and can be exported; no word typed is taken for saved', { timeout: 240_000 }, async () => {
  await using scene = await openScene({ LIMIT_SIGN_INS: '0' })
  const ben = await signUp(scene.server.address, 'Ben')
  const journal = await createJournal(ben)
  const eve = await joinByName(scene.server.address, await invite(ben, journal, { seat: 'mentee', role: 'editor' }), 'Eve')
  const visitor = await scene.arrive('Ben')
  const [name = '', value = ''] = ben.cookie.split(/=(.*)/s)
  await visitor.context.addCookies([{ name, value, url: ben.address }])
  await visitor.page.goto(`/j/${journal.id}`)
  await pageEditor(visitor.page).waitFor()

  const hostile = await openWire(eve, journal)
  for (const update of POISON) hostile.sendUpdate(update)
  await hostile.acked(3)
  await visitor.page.getByText(FAILURES['broken-document'].words).first().waitFor()
  await saveBadge(visitor.page).filter({ hasText: words.journal.save.cannotSave }).waitFor()
  await expect.poll(() => visitor.page.locator('.ProseMirror').first().getAttribute('contenteditable')).toBe('false')
  hostile.close()
  // Told for whoever looks at the console.
  expect(scene.problems().filter((problem) => !problem.includes('could not be read'))).toEqual([])
})
