/** Pictures and files in a page: picked, pasted, shown to the other with their words, downloaded; and what is said without a connection. */
import { Buffer } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { pageWords } from '@tandem/client/words/page.ts'
import { expect, test } from 'vitest'
import { PICTURE } from '../http/files.ts'
import { blocks, placeCaret, readPage, typeAtCaret } from './page-words.ts'
import { openScene, PHONE } from './scene.ts'
import { createJournalOnScreen, pageEditor, pairOnScreen, waitUntilSaved } from './screen-steps.ts'

const png = { name: 'whiteboard.png', mimeType: 'image/png', buffer: Buffer.from(PICTURE) }
const pdf = { name: 'Plan for Priya.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 words') }

test('a picture and a file are picked, described, seen and downloaded by the other; a pasted one without a connection says so; one is copied into another journal', {
  timeout: 240_000,
}, async () => {
  await using scene = await openScene()
  const ben = await scene.arrive('Ben')
  const ana = await scene.arrive('Ana', { viewport: PHONE, hasTouch: true })
  await pairOnScreen(ben, ana, { title: 'Ana & Ben', template: 'blank' })
  const { page } = ben

  await placeCaret(blocks(page).first())
  // Asked for before the key: the browser would else open a window of its own.
  const picking = page.waitForEvent('filechooser')
  await typeAtCaret(page, 'Our whiteboard: /image')
  await page.getByRole('option', { name: pageWords.kinds['file'] ?? '' }).waitFor()
  await page.keyboard.press('Enter')
  const picker = await picking
  await picker.setFiles([png, pdf])
  await expect.poll(() => readPage(page)).toEqual(['Our whiteboard: ', '', ''])
  await blocks(page).nth(1).locator('.entry-words').click()
  await typeAtCaret(page, 'Three boxes and an arrow')
  await waitUntilSaved(page)

  // On the phone: the picture with its words as what it shows, and the file under its name.
  const picture = ana.page.getByRole('img', { name: 'Three boxes and an arrow' })
  await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1)
  const [download] = await Promise.all([ana.page.waitForEvent('download'), ana.page.getByRole('link', { name: /Plan for Priya\.pdf/ }).tap()])
  expect(download.suggestedFilename()).toBe('Plan for Priya.pdf')
  expect(await readFile(await download.path(), 'utf8')).toBe('%PDF-1.7 words')

  // Pasted from the clipboard of the system, once with the server in reach and once without.
  const paste = () =>
    pageEditor(page).evaluate(
      (editor, bytes) => {
        const data = new DataTransfer()
        data.items.add(new File([Uint8Array.from(bytes)], 'screenshot.png', { type: 'image/png' }))
        editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
      },
      [...PICTURE],
    )
  await placeCaret(blocks(page).first())
  await paste()
  await expect.poll(() => page.locator('.entry-file img').count()).toBe(2)
  // Dropped from a folder onto a line: it stands below that one.
  await blocks(page)
    .first()
    .evaluate(
      (line, bytes) => {
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File([Uint8Array.from(bytes)], 'dropped.png', { type: 'image/png' }))
        const { left, top, height } = line.getBoundingClientRect()
        line.dispatchEvent(new DragEvent('drop', { dataTransfer, clientX: left + 40, clientY: top + height / 2, bubbles: true, cancelable: true }))
      },
      [...PICTURE],
    )
  await expect.poll(() => blocks(page).nth(1).locator('img').getAttribute('alt')).toContain('dropped.png')
  await expect.poll(() => ana.page.locator('.entry-file img').count()).toBe(3)
  await ben.context.setOffline(true)
  await placeCaret(blocks(page).first())
  await typeAtCaret(page, 'today')
  await paste()
  await page.getByText(`screenshot.png: ${pageWords.files.unreachable}`).waitFor()
  await expect.poll(() => page.locator('.entry-file img').count()).toBe(3)
  await expect.poll(async () => (await readPage(page))[0]).toBe('Our whiteboard: today')
  await ben.context.setOffline(false)

  // Copied into another journal it is there as a file of that one; without a connection its words are, and it is told.
  await blocks(page).filter({ hasText: 'Three boxes and an arrow' }).locator('.entry-words').click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+End')
  await page.keyboard.press('ControlOrMeta+c')
  const ours = new URL(page.url()).pathname.split('/')[2]
  await waitUntilSaved(page)
  await page.goto(new URL('/', page.url()).href)
  await createJournalOnScreen(ben, { title: 'With Cleo', template: 'blank' })
  await placeCaret(blocks(page).first())
  await page.keyboard.press('ControlOrMeta+v')
  const copy = page.getByRole('img', { name: 'Three boxes and an arrow' })
  await expect.poll(() => copy.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1)
  await expect.poll(() => copy.getAttribute('src')).not.toContain(ours)
  await ben.context.setOffline(true)
  await page.keyboard.press('Enter')
  await page.keyboard.press('ControlOrMeta+v')
  await page.getByText(`whiteboard.png: ${pageWords.files.notCopiedNow}`).waitFor()
  await expect.poll(() => readPage(page)).toEqual(['Three boxes and an arrow', 'Three boxes and an arrow'])
  await ben.context.setOffline(false)
  await waitUntilSaved(page)
  expect(scene.problems()).toEqual([])
})
