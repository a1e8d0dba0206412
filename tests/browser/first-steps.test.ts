/** The first steps of a pair: the palette by keyboard alone, a template beside what is there, a plan brought twice; and all of it in German on a small phone. */
import { inJournal as german } from '@tandem/client/words/de/in-journal.ts'
import { screens as deutsch } from '@tandem/client/words/de/screens.ts'
import { catchUpWords } from '@tandem/client/words/catch-up.ts'
import { commandsWords, keysWords } from '@tandem/client/words/commands.ts'
import { commentWords } from '@tandem/client/words/comments.ts'
import { guideWords } from '@tandem/client/words/guide.ts'
import { pageWords } from '@tandem/client/words/page.ts'
import { planWords } from '@tandem/client/words/plan.ts'
import { templatesWords } from '@tandem/client/words/templates.ts'
import { words } from '@tandem/client/words/words.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inspect } from './inspect-screen.ts'
import { blocks, blockWith, placeCaret, readPage, typeAtCaret } from './page-words.ts'
import { openScene } from './scene.ts'
import { openPalette, pageEditor, pairOnScreen, signUpOnScreen, waitUntilSaved } from './screen-steps.ts'

/** Opens the palette, types what is wanted, and does the first thing found. */
async function command(page: Page, wanted: string): Promise<void> {
  await openPalette(page)
  await page.keyboard.type(wanted)
  await expect.poll(() => page.getByRole('dialog').getByRole('option').first().textContent()).toMatch(new RegExp(wanted, 'i'))
  await page.keyboard.press('Enter')
}

/** The same with all keys handed over at once, as a busy machine does: nothing is drawn between the last letter and Enter. */
async function commandAtOnce(page: Page, wanted: string): Promise<void> {
  await openPalette(page)
  await page.getByRole('combobox', { name: commandsWords.title }).evaluate((field, text) => {
    // React hears of what is put in this way.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
  }, wanted)
}

async function chooseOwnTemplate(page: Page): Promise<void> {
  await command(page, templatesWords.title)
  await page.getByRole('radio', { name: /How we begin/ }).focus()
  await page.keyboard.press('Space')
}

/** What has a place of its own on the screen is done from the palette too: a title, a comment, a line, its link. */
async function actByName(page: Page): Promise<void> {
  await command(page, commandsWords.renamePage)
  // The palette is gone and the whole title marked: the next keys are the new one.
  await page.getByLabel(words.journal.pages.renameLabel).and(page.locator(':focus')).waitFor()
  await page.keyboard.type('How we work together')
  await page.getByRole('link', { name: 'How we work together', exact: true }).waitFor()

  await placeCaret(blocks(page).last())
  await page.keyboard.press('Enter')
  await typeAtCaret(page, 'Said once')
  await command(page, pageWords.blockMenu.duplicate)
  await expect.poll(() => readPage(page)).toSatisfy((lines: string[]) => lines.filter((line) => line === 'Said once').length === 2)
  await command(page, pageWords.blockMenu.copyLink)
  await page.getByText(pageWords.blockMenu.linkCopied).waitFor()
  await command(page, commandsWords.comment)
  await page.getByRole('textbox', { name: commentWords.placeholder }).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Escape')
  await command(page, catchUpWords.open)
  await page.getByRole('region', { name: catchUpWords.region }).getByLabel(catchUpWords.sinceDay).waitFor()
}

/** Where no journal is open the palette leads to one, and to the other screens. */
async function goByName(page: Page): Promise<void> {
  await command(page, commandsWords.settings)
  await page.getByRole('heading', { name: words.settings.title, level: 1 }).waitFor()
  await command(page, commandsWords.home)
  await page
    .getByRole('heading', { name: words.home.actions.title })
    .or(page.getByRole('link', { name: words.home.newJournal }))
    .first()
    .waitFor()
  await openPalette(page)
  await inspect(page, 'palette-home')
  await page.keyboard.press('Escape')
  await commandAtOnce(page, words.inbox.title)
  await page.getByRole('heading', { name: words.inbox.title, level: 1 }).waitFor()
  await command(page, 'Ana & Ben')
  await pageEditor(page).waitFor()
}

const goals = (page: Page) => page.locator('[data-kind="goal"]').allTextContents()

test('by keyboard alone: a template comes beside what both are writing, and a plan is brought twice', { timeout: 480_000 }, async () => {
  await using scene = await openScene()
  const [ben, ana] = [await scene.arrive('Ben'), await scene.arrive('Ana')]
  await pairOnScreen(ben, ana, { title: 'Ana & Ben', template: 'fresh-start' })
  await ana.page.getByRole('heading', { name: guideWords.title }).waitFor()

  await placeCaret(blockWith(ben.page, 'What do you expect of yourself in this mentorship?'))
  await typeAtCaret(ben.page, 'I answer within two days')
  // Who hears the page instead of seeing it is told, once Ben has paused.
  await ana.page.getByText(words.journal.presence.edited('Ben', 'I answer within two days')).waitFor({ state: 'attached' })
  await placeCaret(blockWith(ana.page, 'A question you would like to bring to the first meeting'))
  const anaWrites = typeAtCaret(ana.page, 'How do I disagree with a director, and stay friends?')
  await command(ben.page, templatesWords.title)
  await ben.page.getByRole('radio', { name: words.newJournal.templates['new-role'].name }).focus()
  await ben.page.keyboard.press('Space')
  await inspect(ben.page, 'templates')
  await ben.page.getByRole('button', { name: templatesWords.asPages }).focus()
  await ben.page.keyboard.press('Enter')
  await expect.poll(() => readPage(ben.page)).not.toContain('I answer within two days')
  await anaWrites
  await typeAtCaret(ana.page, ' Really.')
  await expect.poll(() => ana.page.getByRole('link', { name: /ninety days/ }).count()).toBe(1)
  expect(await blockWith(ana.page, 'stay friends? Really.').count()).toBe(1)
  expect(await blockWith(ana.page, 'I answer within two days').count()).toBe(1)
  await waitUntilSaved(ana.page)

  // The guide stood beside all that was written, took note of it, and took no key; put away it stays away.
  await ana.page.getByRole('listitem').filter({ hasText: guideWords.steps.topic }).getByText(guideWords.done).waitFor({ state: 'attached' })
  expect(await pageEditor(ana.page).evaluate((editor) => editor.contains(document.activeElement))).toBe(true)
  await ana.page.getByRole('button', { name: guideWords.dismiss }).click()
  await ana.page.getByRole('heading', { name: guideWords.title }).waitFor({ state: 'detached' })
  await ana.page.reload()
  await blockWith(ana.page, 'I answer within two days').waitFor()
  expect(await ana.page.getByRole('heading', { name: guideWords.title }).count()).toBe(0)

  await command(ana.page, planWords.title)
  await ana.page.getByLabel(planWords.paste).fill('- Lead the billing migration\n- Speak at a conference\n- Learn Rust')
  await ana.page.getByRole('button', { name: planWords.read }).press('Enter')
  await ana.page.getByRole('checkbox', { name: /Lead the billing/ }).press('Space')
  await inspect(ana.page, 'plan')
  await ana.page.getByRole('button', { name: planWords.add(1) }).press('Enter')
  await expect.poll(() => goals(ana.page).then((all) => all.join())).toContain('Lead the billing migration')

  await command(ana.page, planWords.title)
  await ana.page.getByRole('group', { name: planWords.groups.aside }).getByText('Learn Rust').waitFor()
  await ana.page.getByRole('button', { name: planWords.more }).press('Enter')
  await ana.page.getByLabel(planWords.paste).fill('Goal;By\nLead the whole billing migration;2027-03-30\nSpeak at a conference;\nWrite a book;')
  await ana.page.getByRole('button', { name: planWords.read }).press('Enter')
  await ana.page.getByText(planWords.wasHere('Lead the billing migration')).waitFor()
  await ana.page
    .getByRole('group', { name: planWords.groups.new })
    .getByRole('checkbox', { name: /Write a book/ })
    .press('Space')
  await ana.page.getByRole('button', { name: planWords.add(1) }).press('Enter')
  await expect.poll(() => goals(ana.page).then((all) => all.join())).toContain('Write a book')
  expect((await goals(ana.page)).join()).not.toMatch(/whole billing|Learn Rust|conference/)

  // Ben sees the two goals, and nothing of the plan they came from.
  await command(ben.page, 'Our agreement')
  await expect.poll(() => goals(ben.page).then((all) => all.join())).toMatch(/Lead the billing migration.*Write a book/s)
  await command(ben.page, planWords.title)
  await ben.page.getByLabel(planWords.paste).waitFor()
  expect(await ben.page.getByText('Learn Rust').count()).toBe(0)
  await ben.page.keyboard.press('Escape')

  // Ben keeps the page as a template of their own: Ana begins a page with it, and only he can delete it.
  await command(ben.page, commandsWords.saveTemplate)
  await ben.page.getByLabel(templatesWords.save.name).fill('How we begin')
  await ben.page.keyboard.press('Enter')
  await ben.page.getByRole('dialog').waitFor({ state: 'hidden' })
  await chooseOwnTemplate(ana.page)
  const begin = ana.page.getByRole('button', { name: templatesWords.asPage, exact: true })
  await begin.waitFor()
  expect(await ana.page.getByRole('button', { name: templatesWords.forget }).count()).toBe(0)
  await begin.press('Enter')
  await ana.page.getByRole('link', { name: 'How we begin' }).waitFor()
  await expect.poll(() => ana.page.locator('main h1').textContent()).toContain('How we begin')
  await expect.poll(() => blocks(ana.page).allTextContents()).toContain('What we expect of each other')
  await chooseOwnTemplate(ben.page)
  await inspect(ben.page, 'own-template')
  await ben.page.getByRole('button', { name: templatesWords.forget }).press('Enter')
  await ben.page.getByRole('radio', { name: /How we begin/ }).waitFor({ state: 'detached' })
  await ben.page.keyboard.press('Escape')
  await command(ana.page, templatesWords.title)
  await ana.page.getByRole('radio', { name: words.newJournal.templates['new-role'].name }).waitFor()
  await expect.poll(() => ana.page.getByRole('radio', { name: /How we begin/ }).count()).toBe(0)
  await ana.page.keyboard.press('Escape')

  await pageEditor(ben.page).blur()
  await ben.page.keyboard.press('?')
  await ben.page.getByRole('heading', { name: keysWords.title }).waitFor()
  await inspect(ben.page, 'shortcuts')
  await ben.page.keyboard.press('Escape')
  await openPalette(ben.page)
  await inspect(ben.page, 'palette')
  await ben.page.keyboard.press('Escape')
  await actByName(ben.page)
  await goByName(ben.page)
  expect(scene.problems()).toEqual([])
})

test('in German, on a phone 320 px wide', { timeout: 480_000 }, async () => {
  await using scene = await openScene()
  const ana = await scene.arrive('Ana', { viewport: { width: 320, height: 640 }, hasTouch: true })
  const { page } = ana
  await signUpOnScreen(ana)
  await page.goto('/settings')
  await page.getByRole('radio', { name: 'Deutsch' }).check()
  await page.getByRole('heading', { name: deutsch.settings.title }).waitFor()
  await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('de')
  await inspect(page, 'german-settings')
  await page.goto('/')
  await page.getByText(deutsch.home.emptyTitle).waitFor()
  await inspect(page, 'german-home')
  await page.getByRole('link', { name: deutsch.home.newJournal }).first().click()
  await page.getByLabel(deutsch.newJournal.name).fill('Verantwortungsübernahme & Führungskräfteentwicklung')
  await page.getByRole('radio', { name: deutsch.newJournal.mentee }).check()
  await page.getByRole('radio', { name: deutsch.newJournal.templates['first-time-manager'].name }).check()
  await inspect(page, 'german-new-journal')
  await page.getByRole('button', { name: deutsch.newJournal.submit }).click()
  await pageEditor(page).waitFor()
  await expect.poll(() => blocks(page).allTextContents()).toContain('Woran wir arbeiten')
  await page.getByRole('heading', { name: german.guide.title }).waitFor()
  await inspect(page, 'german-journal')
  await placeCaret(page.locator('[data-kind="expectation"]').first())
  await typeAtCaret(page, 'Ich probiere zwischen unseren Gesprächen etwas aus.')
  await pageEditor(page).blur()
  await page.getByRole('button', { name: deutsch.journal.screen.add }).click()
  await page.getByRole('menuitem', { name: german.templates.fromTemplate }).click()
  await page.getByRole('heading', { name: german.templates.title }).waitFor()
  await inspect(page, 'german-templates')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: german.guide.plan }).click()
  await page.getByLabel(german.plan.paste).fill('Ziel;Bis\nEine Konferenz mitgestalten;30.03.2027\nNein sagen;')
  await page.getByRole('button', { name: german.plan.read }).click()
  await page.getByRole('checkbox', { name: /Konferenz/ }).check()
  await inspect(page, 'german-plan')
  await page.getByRole('button', { name: german.plan.add(1) }).click()
  await expect.poll(() => goals(page).then((all) => all.join())).toMatch(/Eine Konferenz mitgestalten.*30\. März/s)
  await page.getByRole('button', { name: deutsch.journal.screen.pages }).click()
  await page.getByText(german.commands.open).waitFor()
  await inspect(page, 'german-pages')
  expect(scene.problems()).toEqual([])
})
