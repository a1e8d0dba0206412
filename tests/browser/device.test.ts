/** A device that keeps nothing, forgets, or is refused: it says so within two seconds, hands out what only it has, and nothing is lost or doubled. */
import { readFile } from 'node:fs/promises'
import { peopleWords } from '@tandem/client/words/people.ts'
import { words } from '@tandem/client/words/words.ts'
import { FAILURES } from '@tandem/shared/failure.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { blocks, placeCaret, readPage, typeAtCaret } from './page-words.ts'
import { ONLY_HERE, pairOnLine } from './pair-on-line.ts'
import { promisedWithin } from './promised.ts'
import { openScene, type Visitor } from './scene.ts'
import { changeRole, pageEditor, saveBadge, waitUntilSaved } from './screen-steps.ts'

/** Promise 9: how soon a person is told. */
const TOLD_WITHIN = 2000

async function writeAtEnd(page: Page, text: string): Promise<void> {
  await placeCaret(blocks(page).first())
  await typeAtCaret(page, text)
}

/** Opens the badge if need be, exports, and reads the file that the browser was given. */
async function exportCopy(page: Page): Promise<string> {
  const act = page.getByRole('group', { name: words.journal.save.details }).getByRole('button', { name: words.journal.save.exportText })
  if (!(await act.isVisible())) await saveBadge(page).click()
  const [download] = await Promise.all([page.waitForEvent('download'), act.click()])
  return readFile(await download.path(), 'utf8')
}

/** The storage of a page's origin, as the browser's own tools reach it. */
async function storageOf({ page, context, address: origin }: Visitor) {
  const tools = await context.newCDPSession(page)
  return {
    limit: (quotaSize: number) => tools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize }),
    wipe: () => tools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' }),
  }
}

test('a full device says so within two seconds, and loses nothing', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  // Before the journal is opened: Chromium asks for the room that is left when storage is opened, and then only now and then.
  const { ben, ana, line } = await pairOnLine(scene, { prepareAna: async (visitor) => (await storageOf(visitor)).limit(1) })
  await ana.page.getByText(words.journal.notices.storageFailed).waitFor(promisedWithin(TOLD_WITHIN))
  line.cut()
  await writeAtEnd(ana.page, ' Kept by the page alone.')
  await ana.page.getByRole('button', { name: ONLY_HERE }).waitFor()
  expect(await exportCopy(ana.page)).toContain('We begin. Kept by the page alone.')
  line.heal()
  await waitUntilSaved(ana.page)
  await expect.poll(() => readPage(ben.page)).toEqual(['We begin. Kept by the page alone.'])
  await line.close()
})

test('storage that is cleared under an open page is told within two seconds, and loses nothing', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const { ben, ana, line } = await pairOnLine(scene)
  line.cut()
  await writeAtEnd(ana.page, ' Before the clearing.')
  await ana.page.getByRole('button', { name: ONLY_HERE }).waitFor()
  await (await storageOf(ana)).wipe()
  await ana.page.getByText(words.journal.notices.storageFailed).waitFor(promisedWithin(TOLD_WITHIN))
  await writeAtEnd(ana.page, ' And after.')
  expect(await exportCopy(ana.page)).toContain('We begin. Before the clearing. And after.')
  line.heal()
  await waitUntilSaved(ana.page)
  await expect.poll(() => readPage(ben.page)).toEqual(['We begin. Before the clearing. And after.'])
  await ana.page.reload()
  await expect.poll(() => readPage(ana.page)).toEqual(['We begin. Before the clearing. And after.'])
  await line.close()
})

test('two tabs that wrote without network and were closed: everything arrives, once', { timeout: 360_000 }, async () => {
  await using scene = await openScene()
  const { ben, ana, line } = await pairOnLine(scene)
  // The app itself must be on the device: the service worker has taken over once it controls the page.
  await ana.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  const second = await ana.context.newPage()
  await second.goto(ana.page.url())
  await expect.poll(() => second.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
  await expect.poll(() => readPage(second)).toEqual(['We begin.'])
  await waitUntilSaved(second)
  line.cut()
  await writeAtEnd(ana.page, ' One.')
  await placeCaret(blocks(second).first(), 'start')
  await typeAtCaret(second, 'Two. ')
  for (const page of [ana.page, second]) await page.getByRole('button', { name: ONLY_HERE }).waitFor()
  const address = ana.page.url()
  await ana.page.close()
  await second.close()

  const again = await ana.context.newPage()
  await again.goto(address)
  await expect.poll(() => readPage(again)).toEqual(['Two. We begin. One.'])
  await again.getByRole('button', { name: ONLY_HERE }).waitFor()
  line.heal()
  await waitUntilSaved(again)
  await expect.poll(() => readPage(ben.page)).toEqual(['Two. We begin. One.'])
  expect(await readPage(again)).toEqual(['Two. We begin. One.'])
  await line.close()
})

test('who was removed while writing without network can take the words along, also after closing the page', { timeout: 360_000 }, async () => {
  await using scene = await openScene()
  const { ben, ana, line } = await pairOnLine(scene)
  await ana.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  line.cut()
  await writeAtEnd(ana.page, ' Only Ana has this.')
  await ana.page.getByRole('button', { name: ONLY_HERE }).waitFor()
  await removeAna(ben)
  line.heal()
  await ana.page.getByText(words.journal.notices.removed).waitFor()
  expect(await exportCopy(ana.page)).toContain('We begin. Only Ana has this.')
  const address = ana.page.url()
  await ana.page.close()

  const again = await ana.context.newPage()
  await again.goto(address)
  await again.getByText(words.journal.notices.removed).waitFor()
  expect(await exportCopy(again)).toContain('We begin. Only Ana has this.')

  // Who signs in again has no answer kept of what the server does not tell her any more.
  await again.evaluate(() => Object.keys(localStorage).forEach((key) => key.startsWith('tandem:kept:') && localStorage.removeItem(key)))
  await again.reload()
  await again.getByText(words.journal.missing.refusedTitle).waitFor()
  const act = again.getByRole('button', { name: words.journal.save.exportText })
  const [download] = await Promise.all([again.waitForEvent('download'), act.click()])
  expect(await readFile(await download.path(), 'utf8')).toContain('We begin. Only Ana has this.')
  expect(await readPage(ben.page)).toEqual(['We begin.'])
  await line.close()
})

test('who became a reader while writing without network is told that it cannot be saved, and can take the words along', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const { ben, ana, line } = await pairOnLine(scene)
  line.cut()
  await writeAtEnd(ana.page, ' Not for the others.')
  await ana.page.getByRole('button', { name: ONLY_HERE }).waitFor()
  await changeRole(ben.page, 'Ana', 'viewer')
  line.heal()
  await ana.page.getByRole('button', { name: new RegExp(words.journal.save.cannotSave) }).waitFor()
  await expect.poll(() => pageEditor(ana.page).getAttribute('contenteditable')).toBe('false')
  expect(await exportCopy(ana.page)).toContain('We begin. Not for the others.')
  expect(await readPage(ben.page)).toEqual(['We begin.'])
  await line.close()
})

test('one edit that is too large cannot be saved, is told, and can be taken along', { timeout: 240_000 }, async () => {
  await using scene = await openScene({ LIMIT_FRAME_BYTES: '65536' })
  const { ben, ana, line } = await pairOnLine(scene)
  line.cut()
  const long = 'A sentence that was pasted again and again. '.repeat(3000)
  await placeCaret(blocks(ana.page).first())
  await ana.page.keyboard.insertText(` ${long}`)
  line.heal()
  await ana.page.getByRole('button', { name: new RegExp(words.journal.save.cannotSave) }).waitFor()
  const copy = await exportCopy(ana.page)
  expect(copy).toContain(long.trim())
  // What the others write still arrives.
  await placeCaret(blocks(ben.page).first(), 'start')
  await typeAtCaret(ben.page, 'Ben goes on. ')
  await expect.poll(async () => (await readPage(ana.page))[0]?.startsWith('Ben goes on. We begin.')).toBe(true)
  await line.close()
})

test('a journal that is full says so before the words are believed to be saved, and hands out a copy of them', { timeout: 240_000 }, async () => {
  await using scene = await openScene({ LIMIT_DOCUMENT_BYTES: '8000' })
  const { ben, ana, line } = await pairOnLine(scene)
  const long = 'More than there is room for. '.repeat(400).trim()
  await placeCaret(blocks(ana.page).first())
  await ana.page.keyboard.insertText(` ${long}`)
  await ana.page.getByRole('button', { name: new RegExp(words.journal.save.cannotSave) }).waitFor()
  await saveBadge(ana.page).click()
  await ana.page.getByText(FAILURES['document-too-large'].words).first().waitFor()
  expect(await exportCopy(ana.page)).toContain(long)
  expect(await readPage(ben.page)).toEqual(['We begin.'])
  await line.close()
})

async function removeAna({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: peopleWords.moreOf('Ana') }).click()
  await page.getByRole('menuitem', { name: peopleWords.remove }).click()
  await page.getByRole('dialog').getByRole('button', { name: peopleWords.removeAction }).click()
  await expect.poll(() => page.getByLabel(peopleWords.roleOf('Ana')).count()).toBe(0)
}
