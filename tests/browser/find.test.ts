/** Links to blocks and finding: both lead to the block where it stands now, also without a connection. */
import { pageWords } from '@tandem/client/words/page.ts'
import { viewsWords } from '@tandem/client/words/views.ts'
import { listPages, pageFragment } from '@tandem/shared/document/journal-doc.ts'
import { topElements } from '@tandem/shared/document/read-blocks.ts'
import { words } from '@tandem/client/words/words.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { joinStock } from '../support/stock-client.ts'
import { findDocument, personOf } from './outside.ts'
import { blockWith, typeAtCaret } from './page-words.ts'
import { pairOnLine, worksWithoutNetwork } from './pair-on-line.ts'
import { openScene, type Visitor } from './scene.ts'
import { addNoteOnScreen, openPalette, pageEditor, waitUntilSaved } from './screen-steps.ts'

/** Copies the link of the block that holds the caret, by the block's menu. */
async function copyLink(visitor: Visitor): Promise<string> {
  await visitor.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await visitor.page.keyboard.press('Control+.')
  await visitor.page.getByRole('menuitem', { name: pageWords.blockMenu.copyLink }).click()
  await visitor.page.getByText(pageWords.blockMenu.linkCopied).waitFor()
  const read = () => visitor.page.evaluate(() => navigator.clipboard.readText())
  await expect.poll(read).toContain('#')
  return read()
}

/** Remembers which block was lit last: the light is gone within two seconds. */
async function watchLight({ page }: Visitor): Promise<void> {
  const watch = () => {
    const animate = Element.prototype.animate
    Element.prototype.animate = function (...how) {
      const block = this.getAttribute('data-id')
      if (block) document.documentElement.setAttribute('data-lit', block)
      return animate.apply(this, how)
    }
  }
  // The link may lead to another document, or only to another place in this one.
  await page.addInitScript(watch)
  await page.evaluate(watch)
}

function litBlock(page: Page): Promise<string | null> {
  return page.evaluate(() => document.documentElement.getAttribute('data-lit'))
}

/** Until then it takes what it has for everything there is. */
async function knowsThatItIsCut(page: Page): Promise<void> {
  await page.getByText(words.journal.notices.offline, { exact: false }).first().waitFor()
}

/** Another program moves a block to the end of the page that is on this screen, or removes it from there. */
async function moveAway(visitor: Visitor, block: string, to: string | undefined): Promise<void> {
  const client = joinStock(await personOf(visitor), await findDocument(visitor))
  await client.synced()
  const pages = listPages(client.doc)
  const from = pages.find(({ id }) => topElements(pageFragment(client.doc, id)).some((element) => element.getAttribute('id') === block))
  const target = pages.find(({ title }) => title === to)
  if (!from) throw new Error('The block is nowhere.')
  const fragment = pageFragment(client.doc, from.id)
  const index = fragment.toArray().findIndex((element) => element instanceof Y.XmlElement && element.getAttribute('id') === block)
  client.doc.transact(() => {
    const element = fragment.get(index)
    if (target && element instanceof Y.XmlElement) pageFragment(client.doc, target.id).push([element.clone()])
    fragment.delete(index, 1)
  })
  await expect.poll(() => visitor.page.locator(`[data-id="${block}"]`).count()).toBe(target ? 1 : 0)
  client.close()
}

test('a copied link leads to its block, wherever it was moved, and says so when it is gone, also where the device has not heard of it', {
  timeout: 480_000,
}, async () => {
  await using scene = await openScene()
  const { ben, ana, line } = await pairOnLine(scene)
  await ben.page.keyboard.press('Enter')
  for (let number = 1; number <= 40; number += 1) {
    await typeAtCaret(ben.page, `Line ${number}`, 0)
    await ben.page.keyboard.press('Enter')
  }
  await typeAtCaret(ben.page, 'The line that is meant')
  const copied = new URL(await copyLink(ben))
  const id = decodeURIComponent(copied.hash.slice(1))
  const link = new URL(copied.pathname + copied.hash, ana.page.url()).href
  await addNoteOnScreen(ben.page, 'Elsewhere')
  await waitUntilSaved(ben.page)

  await watchLight(ana)
  await ana.page.goto(link)
  const meant = ana.page.locator(`[data-id="${id}"]`)
  await meant.waitFor()
  await expect.poll(() => meant.evaluate((block) => block.getBoundingClientRect().top > 0 && block.getBoundingClientRect().bottom < innerHeight)).toBe(true)
  await expect.poll(() => litBlock(ana.page)).toBe(id)
  await worksWithoutNetwork(ana.page)
  await meant.waitFor()
  await waitUntilSaved(ana.page)

  line.cut()
  await knowsThatItIsCut(ana.page)
  await moveAway(ben, id, 'Elsewhere')
  await ana.page.goto(link)
  await meant.waitFor()
  line.heal()
  await ana.page.getByRole('heading', { name: 'Elsewhere' }).waitFor({ state: 'attached' })
  await expect.poll(() => new URL(ana.page.url()).hash).toBe(`#${id}`)
  await expect.poll(() => ana.page.url()).not.toBe(link)
  await meant.waitFor()
  await waitUntilSaved(ana.page)

  line.cut()
  await knowsThatItIsCut(ana.page)
  await moveAway(ben, id, undefined)
  await ana.page.goto(link)
  await meant.waitFor()
  line.heal()
  await ana.page.getByText(viewsWords.link.gone).waitFor()
  await pageEditor(ana.page).waitFor()
  expect(scene.problems()).toEqual([])
})

test('finding leads by the keyboard to words on another page, without a connection too', { timeout: 360_000 }, async () => {
  await using scene = await openScene()
  const { ben, ana, line } = await pairOnLine(scene)
  await addNoteOnScreen(ben.page, 'Reading list')
  await typeAtCaret(ben.page, 'A chapter on saying no')
  await ana.page.getByRole('link', { name: 'Reading list' }).waitFor()
  await waitUntilSaved(ben.page)
  line.cut()
  await openPalette(ana.page, 'Control+Shift+F')
  await ana.page.keyboard.type('no CHAPTER')
  const result = ana.page.getByRole('group', { name: 'Reading list' }).getByRole('option', { name: /A chapter on saying no/ })
  await result.waitFor()
  await expect.poll(() => result.getAttribute('aria-selected')).toBe('true')
  await ana.page.keyboard.press('Enter')
  await blockWith(ana.page, 'A chapter on saying no').waitFor()
  // The caret is there: what is typed now goes on in that line.
  await expect.poll(() => pageEditor(ana.page).evaluate((editor) => editor.contains(document.activeElement))).toBe(true)

  await openPalette(ana.page, 'Control+Shift+F')
  await ana.page.keyboard.type('Ben')
  const person = ana.page.getByRole('option', { name: /^B?\s?Ben/ })
  await person.waitFor()
  await ana.page.keyboard.press('ArrowUp')
  await expect.poll(() => person.getAttribute('aria-selected')).toBe('true')
  await ana.page.keyboard.press('Enter')
  await ana.page.getByText(viewsWords.empty.actions.title).waitFor()
  expect(scene.problems()).toEqual([])
  line.heal()
  await line.close()
})
