/** A device whose copy holds what the server will never take: it says so, hands out a copy, and begins anew with what the server has. */
import { words } from '@tandem/client/words/words.ts'
import { FAILURES } from '@tandem/shared/failure.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createJournal, invite, joinByName, signUp } from '../support/people.ts'
import { openWire } from '../support/wire-client.ts'
import { blocks, placeCaret, readPage, typeAtCaret } from './page-words.ts'
import { openScene } from './scene.ts'
import { pageEditor, waitUntilSaved } from './screen-steps.ts'

/** Puts a record into the copy of a document that this browser keeps. */
async function putIntoCopy(page: Page, name: string, update: Uint8Array): Promise<void> {
  const put = ({ copy, record }: { readonly copy: string; readonly record: number[] }): Promise<void> =>
    new Promise((resolve, reject) => {
      const opening = indexedDB.open(copy)
      opening.addEventListener('error', () => reject(opening.error))
      opening.addEventListener('success', () => {
        const writing = opening.result.transaction('updates', 'readwrite')
        writing.objectStore('updates').add(Uint8Array.from(record))
        writing.addEventListener('complete', () => {
          opening.result.close()
          resolve()
        })
      })
    })
  await page.evaluate(put, { copy: name, record: [...update] })
}

test('words under the mark of somebody else: a copy, and from the beginning', { timeout: 240_000 }, async () => {
  await using scene = await openScene({ LIMIT_SIGN_INS: '0' })
  const ben = await signUp(scene.server.address, 'Ben')
  const journal = await createJournal(ben)
  const eve = await joinByName(scene.server.address, await invite(ben, journal, { seat: 'mentee', role: 'editor' }), 'Eve')
  const wire = await openWire(eve, journal)
  const hers = new Y.Doc()
  hers.getText('scratch').insert(0, 'Of Eve. ')
  wire.sendUpdate(Y.encodeStateAsUpdate(hers))
  await wire.acked(1)

  const { page, context } = await scene.arrive('Ben')
  const [name = '', value = ''] = ben.cookie.split(/=(.*)/s)
  await context.addCookies([{ name, value, url: ben.address }])
  await page.goto(`/j/${journal.id}`)
  await placeCaret(blocks(page).first())
  await typeAtCaret(page, 'We begin.')
  await waitUntilSaved(page)
  const known = Y.encodeStateVector(hers)
  hers.getText('scratch').insert(0, 'Forged. ')
  await putIntoCopy(page, `tandem:${ben.id}:${journal.documentId}`, Y.encodeStateAsUpdate(hers, known))
  const second = await context.newPage()
  await second.goto(`/j/${journal.id}`)
  await page.reload()

  for (const tab of [page, second]) await tab.getByText(FAILURES['foreign-client-id'].words).first().waitFor()
  await expect.poll(() => pageEditor(page).getAttribute('contenteditable')).toBe('false')
  const { act, title } = words.journal.save.anew
  await page.getByRole('button', { name: act }).click()
  const question = page.getByRole('dialog', { name: title })
  const [download] = await Promise.all([page.waitForEvent('download'), question.getByRole('button', { name: words.journal.save.exportText }).click()])
  expect(await download.path()).toBeTruthy()
  await Promise.all([page.waitForEvent('load'), question.getByRole('button', { name: act }).click()])

  await placeCaret(blocks(page).first())
  await typeAtCaret(page, ' And go on.')
  await waitUntilSaved(page)
  await page.reload()
  await expect.poll(() => readPage(page)).toEqual(['We begin. And go on.'])
  await waitUntilSaved(page)
  wire.close()
})
