/** A page of an older program meets a newer journal: it is told to reload, and deletes nothing. */
import { FAILURES } from '@tandem/shared/failure.ts'
import { listPages, pageFragment } from '@tandem/shared/document/journal-doc.ts'
import { elementText, topElements } from '@tandem/shared/document/read-blocks.ts'
import { SCHEMA_VERSION } from '@tandem/shared/document/schema.ts'
import { words } from '@tandem/client/words/words.ts'
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { joinStock } from '../support/stock-client.ts'
import { readStoredLog } from '../support/stored-log.ts'
import { blocks, placeCaret, readPage, typeAtCaret } from './page-words.ts'
import { findDocument, personOf } from './outside.ts'
import { promisedWithin } from './promised.ts'
import { openScene, type Scene, type Visitor } from './scene.ts'
import { createJournalOnScreen, pageEditor, signUpOnScreen, waitUntilSaved } from './screen-steps.ts'

/** What a newer program would have done to the stored document. Only while the server is down. */
function raiseSchema(dataDir: string): void {
  const database = new DatabaseSync(join(dataDir, 'tandem.db'))
  database.exec(`update documents set schema_version = ${SCHEMA_VERSION + 1}`)
  database.close()
}

/** The newer server's answer about the journal, which this server cannot give. */
async function answerAsNewer(page: Page): Promise<void> {
  await page.route(/\/api\/journals\/[^/]+$/, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, json: { ...((await response.json()) as object), schema: SCHEMA_VERSION + 1 } })
  })
}

async function writeOneLine(scene: Scene): Promise<Visitor> {
  const ben = await scene.arrive('Ben')
  await signUpOnScreen(ben)
  await createJournalOnScreen(ben, { title: 'Ana & Ben', template: 'blank' })
  await placeCaret(blocks(ben.page).first())
  await typeAtCaret(ben.page, 'Written before.')
  await waitUntilSaved(ben.page)
  return ben
}

test('a page older than the journal is refused, told to reload, and sends nothing', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const ben = await writeOneLine(scene)
  const { page } = ben
  const { documentId } = await findDocument(ben)
  await scene.server.kill()
  raiseSchema(scene.server.dataDir)
  const before = readStoredLog(scene.server.dataDir, documentId).length
  await answerAsNewer(page)
  await typeAtCaret(page, ' And after.')
  await scene.server.restart()

  await page.getByRole('button', { name: new RegExp(words.journal.save.cannotSave) }).waitFor()
  await page.getByRole('button', { name: new RegExp(words.journal.save.cannotSave) }).click()
  await page.getByText(FAILURES['schema-too-old'].words).first().waitFor()
  await page.getByRole('button', { name: words.journal.save.reload }).first().waitFor()
  expect(before).toBeGreaterThan(0)
  expect(readStoredLog(scene.server.dataDir, documentId)).toHaveLength(before)
})

test('an older page that opens a newer journal is told to reload within two seconds of its refusal, and has sent nothing', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const { page } = await writeOneLine(scene)
  await scene.server.kill()
  raiseSchema(scene.server.dataDir)
  await answerAsNewer(page)
  await scene.server.restart()
  let sent = 0
  page.on('websocket', (socket) => socket.on('framesent', () => (sent += 1)))

  const refused = page.waitForEvent('websocket')
  await page.reload()
  await refused
  await page.getByText(FAILURES['schema-too-old'].words).first().waitFor(promisedWithin(2000))
  await page.getByRole('button', { name: words.journal.save.reload }).first().waitFor()
  await expect.poll(() => pageEditor(page).getAttribute('contenteditable')).toBe('false')
  expect(sent).toBe(0)
})

test('a block of a newer program arrives while the page is open: it is not touched, and a reload is offered', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const ben = await writeOneLine(scene)
  const newer = joinStock(await personOf(ben), await findDocument(ben))
  await newer.synced()
  const page = listPages(newer.doc)[0]
  if (!page) throw new Error('There is no page.')
  const board = new Y.XmlElement('whiteboard')
  board.setAttribute('id', 'a-whiteboard')
  board.insert(0, [new Y.XmlText('Drawn with a newer program')])
  pageFragment(newer.doc, page.id).push([board])

  await ben.page.getByText(words.journal.notices.newerContent).waitFor()
  await expect.poll(() => pageEditor(ben.page).count()).toBe(0)

  const reader = joinStock(await personOf(ben), await findDocument(ben))
  await reader.synced()
  const elements = topElements(pageFragment(reader.doc, page.id))
  expect(elements.map((element) => `${element.nodeName}: ${elementText(element)}`)).toEqual([
    'entry: Written before.',
    'whiteboard: Drawn with a newer program',
  ])
  newer.close()
  reader.close()
})

test('a stock program writes a plain line into the room, and the page shows it as one', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const ben = await writeOneLine(scene)
  const stock = joinStock(await personOf(ben), await findDocument(ben))
  await stock.synced()
  const page = listPages(stock.doc)[0]
  if (!page) throw new Error('There is no page.')
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('From another program')])
  pageFragment(stock.doc, page.id).push([paragraph])
  await pageEditor(ben.page).getByText('From another program').waitFor()
  await placeCaret(blocks(ben.page).first())
  await typeAtCaret(ben.page, ' And after.')
  await expect.poll(() => elementText(pageFragment(stock.doc, page.id))).toBe('Written before. And after.From another program')
  await expect.poll(() => readPage(ben.page)).toContain('Written before. And after.')
  stock.close()
})
