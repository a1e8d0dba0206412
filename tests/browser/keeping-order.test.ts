/** Keeping order: pages and journals get names and places, are put away and brought back, by one and so for the other. */
import { commandsWords } from '@tandem/client/words/commands.ts'
import { failureWords } from '@tandem/client/words/trouble.ts'
import { words } from '@tandem/client/words/words.ts'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openScene } from './scene.ts'
import { addNoteOnScreen, createJournalOnScreen, joinOnScreen, inviteOnScreen, openPalette, pageEditor, pairOnScreen, signUpOnScreen } from './screen-steps.ts'

const say = words.journal.pages

/** The titles of the notes, from top to bottom. */
function notes(page: Page): Promise<string[]> {
  return page
    .getByRole('navigation')
    .getByRole('link', { name: /^(Books|Ideas|Plans)$/ })
    .allInnerTexts()
}

async function choose(page: Page, of: string, act: string): Promise<void> {
  await page.getByRole('button', { name: of }).click()
  await page.getByRole('menuitem', { name: act }).click()
}

test('pages are renamed, moved, put away and brought back by one, and so for the other', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const ben = await scene.arrive('Ben')
  const ana = await scene.arrive('Ana')
  await pairOnScreen(ben, ana, { title: 'Ana & Ben', template: 'blank' })
  await addNoteOnScreen(ana.page, 'Books')
  await addNoteOnScreen(ana.page, 'Questions')

  await choose(ana.page, say.more('Questions'), say.rename)
  await ana.page.getByRole('navigation').getByRole('textbox', { name: say.renameLabel }).fill('Ideas')
  await ana.page.keyboard.press('Enter')
  await expect.poll(() => notes(ben.page)).toEqual(['Books', 'Ideas'])

  await choose(ben.page, say.more('Ideas'), say.moveUp)
  await expect.poll(() => notes(ana.page)).toEqual(['Ideas', 'Books'])

  await choose(ana.page, say.more('Books'), say.archive)
  await ben.page.getByText(say.archived(1)).click()
  await ben.page.getByRole('button', { name: `${say.unarchive}: Books` }).click()
  await expect.poll(() => notes(ana.page)).toEqual(['Ideas', 'Books'])
  expect(scene.problems()).toEqual([])
})

/** Asks to leave the open journal, by the palette; the answer with it. */
async function askToLeave(page: Page): Promise<Locator> {
  await openPalette(page)
  await page.keyboard.type(commandsWords.leaveJournal.slice(0, -1))
  await expect.poll(() => page.getByRole('option', { name: commandsWords.leaveJournal }).getAttribute('aria-selected')).toBe('true')
  await page.keyboard.press('Enter')
  return page.getByRole('dialog').getByRole('button', { name: words.home.leaveAction })
}

test('a journal is renamed, put away and brought back from the list, and who leaves no longer has it', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const ben = await scene.arrive('Ben')
  await signUpOnScreen(ben)
  await createJournalOnScreen(ben, { title: 'Ana & Ben', template: 'blank' })
  const ana = await scene.arrive('Ana')
  await joinOnScreen(ana, await inviteOnScreen(ben))
  const { page } = ben

  await page.goto('/')
  await choose(page, words.home.more('Ana & Ben'), words.home.rename)
  await page.getByLabel(words.home.renameLabel).fill('Two years')
  await page.getByRole('button', { name: words.home.renameAction }).click()
  await page.getByRole('link', { name: 'Two years' }).waitFor()

  await choose(page, words.home.more('Two years'), words.home.archive)
  await page.getByRole('dialog').getByRole('button', { name: words.home.archiveAction }).click()
  await ana.page.getByText(words.journal.notices.archived, { exact: true }).waitFor()
  await expect.poll(() => pageEditor(ana.page).getAttribute('contenteditable')).toBe('false')

  await page.getByText(words.home.archived(1)).click()
  await choose(page, words.home.more('Two years'), words.home.unarchive)
  await expect.poll(() => pageEditor(ana.page).getAttribute('contenteditable')).toBe('true')

  // In the journal by the palette: a reader goes, and has nothing to come back to.
  const cleo = await scene.arrive('Cleo')
  await page.goto(ana.page.url())
  await joinOnScreen(cleo, await inviteOnScreen(ben, { seat: 'third', role: 'viewer' }))
  await (await askToLeave(cleo.page)).click()
  await cleo.page.getByText(words.home.emptyTitle).waitFor()
  await expect.poll(() => new URL(cleo.page.url()).pathname).toBe('/')

  // From the list. Who asked meanwhile is the last one now, and kept.
  const leave = await askToLeave(page)
  await ana.page.goto('/')
  await choose(ana.page, words.home.more('Two years'), words.home.leave)
  await ana.page.getByRole('dialog').getByRole('button', { name: words.home.leaveAction }).click()
  await ana.page.getByText(words.home.emptyTitle).waitFor()
  await leave.click()
  await page.getByRole('dialog').getByText(failureWords('last-member')).waitFor()
  await page.goto('/')
  await page.getByText(words.home.alone).waitFor()
  expect(scene.problems()).toEqual([])
})
