/** The gathered views with two people: what one does on the page is in the other's view at once, and the other way round, also after a cut. */
import { pageWords } from '@tandem/client/words/page.ts'
import { viewsWords } from '@tandem/client/words/views.ts'
import { words } from '@tandem/client/words/words.ts'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inspect, LOOKS } from './inspect-screen.ts'
import { blocks, blockWith, placeCaret, typeAtCaret } from './page-words.ts'
import { ONLY_HERE, pairOnLine } from './pair-on-line.ts'
import { openScene, PHONE } from './scene.ts'
import { choose, createJournalOnScreen, openPalette, pairOnScreen, signUpOnScreen, waitUntilSaved } from './screen-steps.ts'

function row(page: Page, text: string): Locator {
  return page.locator('main li[data-block]', { hasText: text })
}

function openView(page: Page, name: keyof typeof viewsWords.names): Promise<void> {
  return page.getByRole('link', { name: new RegExp(`^${viewsWords.names[name]}`) }).click()
}

async function writeLine(page: Page, line: string): Promise<void> {
  await placeCaret(blocks(page).last())
  await page.keyboard.press('Enter')
  await typeAtCaret(page, line)
}

test('one writes on the page, the other ticks off in the view on a phone, offline for a while; both see the same', { timeout: 360_000 }, async () => {
  await using scene = await openScene()
  const { ben, ana, line } = await pairOnLine(scene, { prepareAna: (visitor) => visitor.page.setViewportSize(PHONE) })
  await openView(ana.page, 'actions')
  await ana.page.getByText(viewsWords.empty.actions.title).waitFor()
  await writeLine(ben.page, '[] Draft the RFC')
  await row(ana.page, 'Draft the RFC').waitFor()
  await typeAtCaret(ben.page, ' and send it')
  await row(ana.page, 'Draft the RFC and send it').waitFor()

  await row(ana.page, 'Draft the RFC').getByRole('checkbox').click()
  await expect.poll(() => blockWith(ben.page, 'Draft the RFC').getAttribute('data-end')).toBe('done')
  // It stays under the finger, so that a slip is mended where it was made.
  await row(ana.page, 'Draft the RFC').getByRole('checkbox', { checked: true }).click()
  await expect.poll(() => blockWith(ben.page, 'Draft the RFC').getAttribute('data-end')).toBeNull()

  await waitUntilSaved(ana.page)
  line.cut()
  await row(ana.page, 'Draft the RFC')
    .getByRole('button', { name: viewsWords.row.facts('') })
    .click()
  await choose(ana.page.getByRole('dialog').getByRole('radio', { name: 'Ana' }))
  await ana.page.getByRole('dialog').getByRole('button', { name: pageWords.facts.quickDays.tomorrow }).click()
  await ana.page.keyboard.press('Escape')
  await row(ana.page, '@Ana').waitFor()
  await ana.page.getByRole('heading', { name: viewsWords.actions.soon }).waitFor()
  await ana.page.getByRole('button', { name: ONLY_HERE }).or(ana.page.getByText(/here$/)).first().waitFor()
  await writeLine(ben.page, '[] Ask Sam')
  line.heal()

  await row(ana.page, 'Ask Sam').waitFor()
  // On a phone a group of filters is one word that opens the others, with the same addresses.
  await ana.page.getByLabel(viewsWords.filters.label, { exact: true }).selectOption({ label: viewsWords.filters.mine })
  await expect.poll(() => new URL(ana.page.url()).search).toBe('?of=me')
  await expect.poll(() => row(ana.page, 'Ask Sam').count()).toBe(0)
  await expect.poll(() => blockWith(ben.page, 'Draft the RFC').locator('.entry-facts').textContent()).toContain('@Ana')
  await row(ana.page, 'Draft the RFC').getByRole('link').click()
  await expect.poll(() => blockWith(ana.page, 'Draft the RFC').isVisible()).toBe(true)
  await expect.poll(() => new URL(ana.page.url()).hash).toBe(`#${await blockWith(ana.page, 'Draft the RFC').getAttribute('data-id')}`)
  expect(scene.problems()).toEqual([])
  await line.close()
})

/** What Ana has taken on, over her journals: what is late first, what is due today, and apart from it what waits for her yes. */
async function lookAtHome(page: Page, other: Page): Promise<void> {
  const { actions } = words.home
  for (const who of [page, other]) await who.getByRole('region', { name: words.journal.pages.agreement }).getByRole('link').click()
  await writeLine(page, '/a @ana today Call Sam')
  await writeLine(page, '/a @ana Write to Kim')
  await blockWith(page, 'Write to Kim').locator('.entry-facts').click()
  await page.getByRole('dialog').getByLabel(pageWords.facts.labels.due, { exact: true }).fill('2026-01-30')
  await page.keyboard.press('Escape')
  await blockWith(other, 'Write to Kim').waitFor()
  await writeLine(other, '/a @ana Read the paper')
  for (const who of [page, other]) await waitUntilSaved(who)
  const id = await blockWith(page, 'Call Sam').getAttribute('data-id')
  // Home asks once, and the server reads a page when it has been quiet for a moment.
  const known = () => page.evaluate(() => fetch('/api/me/actions').then((answer) => answer.text()))
  await expect.poll(known).toSatisfy((told: string) => ['Write to Kim', '2026-01-30', 'Call Sam', 'Read the paper'].every((each) => told.includes(each)))
  await page.goto('/')
  const mine = page.getByRole('region', { name: actions.title }).getByRole('listitem')
  await expect
    .poll(() => mine.allInnerTexts())
    .toEqual([expect.stringMatching(/Write to Kim[^]*30 Jan.*, overdue/), expect.stringMatching(/Call Sam[^]*today/)])
  const waiting = page.getByRole('region', { name: actions.waiting }).getByRole('listitem')
  await expect.poll(() => waiting.allInnerTexts()).toEqual([expect.stringContaining('Read the paper')])
  await inspect(page, 'home-actions')
  await page.getByRole('link', { name: 'Call Sam' }).click()
  await blockWith(page, 'Call Sam').waitFor()
  await expect.poll(() => new URL(page.url()).hash).toBe(`#${id}`)
}

test('both look at views: goals with their actions, filters in the address that mean the reader, counts in the list', { timeout: 360_000 }, async () => {
  await using scene = await openScene()
  const [ben, ana] = [await scene.arrive('Ben'), await scene.arrive('Ana')]
  await pairOnScreen(ben, ana, { title: 'Ana & Ben', template: 'blank' })
  await placeCaret(blocks(ben.page).first())
  for (const written of ['/g Lead the migration', '[] Draft the RFC', '[] Ask Sam', '/t How to disagree', '/e I answer within two days'])
    await writeLine(ben.page, written)
  await openView(ana.page, 'actions')
  await ana.page.getByRole('link', { name: viewsWords.counted.actions(2) }).waitFor()

  await row(ana.page, 'Draft the RFC')
    .getByRole('button', { name: viewsWords.row.facts('') })
    .click()
  await ana.page.getByLabel(pageWords.facts.labels.goal, { exact: true }).selectOption({ label: 'Lead the migration' })
  await choose(ana.page.getByRole('dialog').getByRole('radio', { name: 'Ana' }))
  await ana.page.keyboard.press('Escape')
  await openView(ben.page, 'goals')
  await ben.page
    .getByRole('list', { name: viewsWords.goals.actionsOf('Lead the migration') })
    .getByText('Draft the RFC')
    .waitFor()

  // Put off until a later phase, for both.
  await row(ben.page, 'Lead the migration')
    .getByRole('button', { name: viewsWords.row.facts('') })
    .click()
  await choose(ben.page.getByRole('dialog').getByRole('radio', { name: pageWords.facts.options.phase['later'] ?? '', exact: true }))
  await ben.page.keyboard.press('Escape')
  await ben.page.getByRole('link', { name: viewsWords.goals.phases.this }).click()
  await ben.page.getByText(viewsWords.empty.filtered).waitFor()
  await ben.page.getByRole('link', { name: viewsWords.goals.phases.later }).click()
  await row(ben.page, 'Lead the migration').waitFor()
  await expect.poll(() => new URL(ben.page.url()).search).toBe('?phase=later')

  await ana.page.getByRole('link', { name: viewsWords.filters.mine }).click()
  await expect.poll(() => new URL(ana.page.url()).search).toBe('?of=me')
  await expect.poll(() => row(ana.page, 'Ask Sam').count()).toBe(0)
  await row(ana.page, 'Draft the RFC').waitFor()
  // The same address is Ben's own when Ben opens it.
  await ben.page.goto(ana.page.url())
  await ben.page.getByText(viewsWords.empty.filtered).waitFor()
  await ben.page.getByRole('link', { name: viewsWords.filters.of('Ana') }).click()
  await expect.poll(() => row(ben.page, 'Ask Sam').count()).toBe(0)
  await row(ben.page, 'Draft the RFC').getByRole('checkbox').click()
  await ana.page.getByRole('link', { name: viewsWords.counted.actions(1) }).waitFor()
  await openView(ana.page, 'topics')
  await row(ana.page, 'How to disagree').waitFor()
  await openView(ana.page, 'agreement')
  await ana.page.getByRole('heading', { name: viewsWords.agreement.of('Ben') }).waitFor()
  await ana.page.getByRole('link', { name: viewsWords.agreement.agreed }).click()
  await ana.page.getByText(viewsWords.empty.filtered).waitFor()
  await ana.page.getByRole('link', { name: viewsWords.agreement.waiting }).click()
  await row(ana.page, 'I answer within two days').waitFor()
  await expect.poll(() => new URL(ana.page.url()).search).toBe('?show=waiting')
  await lookAtHome(ana.page, ben.page)
  expect(scene.problems()).toEqual([])
})

test.for(LOOKS)('$name: every view and finding hold, empty and filled', { timeout: 480_000 }, async ({ name, options }) => {
  await using scene = await openScene()
  const ben = await scene.arrive('Ben', options)
  const { page } = ben
  await signUpOnScreen(ben)
  await createJournalOnScreen(ben, { title: 'Ana & Ben', template: 'blank' })
  const start = page.url()
  const address = start.slice(0, start.lastIndexOf('/'))
  await page.goto(`${address}/actions`)
  await page.getByText(viewsWords.empty.actions.title).waitFor()
  await inspect(page, `actions-empty-${name}`)
  await page.goto(start)
  for (const line of ['/g Lead the migration', '[] Draft the RFC', '[x] Ask Sam', '/t How to disagree', '/e I answer within two days'])
    await writeLine(page, line)
  await waitUntilSaved(page)
  for (const view of ['agreement', 'goals', 'actions', 'topics'] as const) {
    await page.goto(`${address}/${view}`)
    await page.locator('main li[data-block]').first().waitFor()
    await inspect(page, `${view}-${name}`)
  }
  await openPalette(page, 'Control+Shift+F')
  await page.keyboard.type('the')
  await page.getByRole('dialog').getByRole('option').first().waitFor()
  await inspect(page, `find-${name}`)
  expect(scene.problems()).toEqual([])
})
