/** What people vouch for, with two people of whom one is on a phone and offline for a while: each says their own yes, and both see it stand, lapse and stand again. */
import { STRIP } from '@tandem/client/ui/strip-path.ts'
import { vouchingWords } from '@tandem/client/words/vouching.ts'
import { pageWords } from '@tandem/client/words/page.ts'
import { viewsWords } from '@tandem/client/words/views.ts'
import { words } from '@tandem/client/words/words.ts'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inspect } from './inspect-screen.ts'
import { blocks, blockWith, placeCaret, readPage, typeAtCaret } from './page-words.ts'
import { ONLY_HERE, pairOnLine } from './pair-on-line.ts'
import { openScene, PHONE } from './scene.ts'
import { changeRole, choose, openPeople, waitUntilSaved } from './screen-steps.ts'

const { commitment, acceptance, checkIn, anchor, agreedOn } = vouchingWords

async function writeLine(page: Page, line: string): Promise<void> {
  await placeCaret(blocks(page).last())
  await page.keyboard.press('Enter')
  await typeAtCaret(page, line)
}

function factsOf(page: Page, block: string): Locator {
  return blockWith(page, block).locator('.entry-facts')
}

/** Opens the panel of a block. */
async function open(page: Page, block: string): Promise<Locator> {
  await factsOf(page, block).click()
  const panel = page.getByRole('dialog')
  await panel.waitFor()
  return panel
}

async function press(page: Page, block: string, button: string): Promise<void> {
  await (await open(page, block)).getByRole('button', { name: button, exact: true }).click()
  await page.keyboard.press('Escape')
}

/** How many of the two dots beside a block are filled. */
function filledDots(page: Page, block: string): Promise<number> {
  return factsOf(page, block).locator('[data-filled=true]').count()
}

/** An action ends as "won't do", with why, and as replaced, with the action that takes its place. */
async function endWithReasons(page: Page, other: Page): Promise<void> {
  const { labels, options } = pageWords.facts
  await writeLine(page, 'Write the design')
  const panel = await open(page, 'Draft the RFC')
  await choose(panel.getByRole('radio', { name: options.end['wont-do'] ?? '' }))
  await panel.getByLabel(labels.why, { exact: true }).fill('Nobody reads RFCs')
  await page.keyboard.press('Escape')
  await expect.poll(() => factsOf(other, 'Draft the RFC').textContent()).toContain(pageWords.facts.action.wontDo('Nobody reads RFCs'))
  await open(page, 'Draft the RFC')
  await choose(panel.getByRole('radio', { name: options.end['replaced'] ?? '' }))
  await panel.getByLabel(labels.replacedBy, { exact: true }).selectOption({ label: 'Write the design' })
  await page.keyboard.press('Escape')
  await expect.poll(() => factsOf(other, 'Draft the RFC').textContent()).toContain(pageWords.facts.action.replaced('Write the design'))
  await expect.poll(() => factsOf(other, 'Draft the RFC').textContent()).not.toContain('Nobody reads RFCs')
}

/** The mentor holds to account, or refers on: to somebody, or to whoever is still looked for. */
async function helpInEveryWay(page: Page, other: Page): Promise<void> {
  const { goal, labels, options } = pageWords.facts
  const told = () => factsOf(other, 'Lead the migration').textContent()
  const panel = await open(page, 'Lead the migration')
  const chooseIn = (group: string, name: string | undefined) =>
    choose(panel.getByRole('group', { name: group, exact: true }).getByRole('radio', { name: name ?? '', exact: true }))
  await chooseIn(labels.support, options.support['hold-to-account'])
  await expect.poll(told).toContain(goal.support['hold-to-account']?.('Ben'))
  expect(await panel.getByLabel(labels.referTo, { exact: true }).count()).toBe(0)
  await chooseIn(labels.support, options.support['refer-on'])
  await expect.poll(told).toContain(goal.support['refer-on']?.('Ben'))
  await expect.poll(told).toContain(goal.referral(null, null))
  await panel.getByLabel(labels.referTo, { exact: true }).fill('Cleo')
  for (const how of ['asked', 'introduced', 'met'] as const) {
    await chooseIn(labels.referral, options.referral[how])
    await expect.poll(told).toContain(goal.referral('Cleo', how))
  }
  await page.keyboard.press('Escape')
}

test('commitments: both commit, a new wording lapses them, the change is shown, and one commits again without network', { timeout: 360_000 }, async () => {
  await using scene = await openScene()
  const { ben, ana, line } = await pairOnLine(scene, { prepareAna: ({ page }) => page.setViewportSize(PHONE) })
  await writeLine(ben.page, '/e Ben answers within two days')
  await blockWith(ana.page, 'Ben answers within two days').waitFor()
  await press(ben.page, 'Ben answers', commitment.commit)
  await expect.poll(() => factsOf(ben.page, 'Ben answers').textContent()).toContain(commitment.waitingFor('Ana'))
  await expect.poll(() => factsOf(ana.page, 'Ben answers').textContent()).toContain(commitment.waitingForMe)
  await press(ana.page, 'Ben answers', commitment.commit)
  for (const { page } of [ben, ana]) await expect.poll(() => filledDots(page, 'Ben answers')).toBe(2)
  await inspect(ben.page, 'vouching-committed')

  await placeCaret(blockWith(ben.page, 'Ben answers'))
  await typeAtCaret(ben.page, ', or says when')
  await expect.poll(() => factsOf(ana.page, 'Ben answers').textContent()).toContain(commitment.changed)
  // Told at the first letter: her next yes must be to all of them.
  await expect.poll(() => readPage(ana.page)).toContain('Ben answers within two days, or says when')
  expect(await filledDots(ana.page, 'Ben answers')).toBe(0)
  const panel = await open(ana.page, 'Ben answers')
  await expect.poll(() => panel.locator('ins').first().textContent()).toBe(', or says when')
  await inspect(ana.page, 'vouching-lapsed-phone')

  await waitUntilSaved(ana.page)
  line.cut()
  await panel.getByRole('button', { name: commitment.commitAgain }).click()
  await ana.page.keyboard.press('Escape')
  // Without network it is shown at once, and told to be only here.
  await expect.poll(() => filledDots(ana.page, 'Ben answers')).toBe(1)
  await ana.page.getByRole('button', { name: ONLY_HERE }).or(ana.page.getByText(/here$/)).first().waitFor()
  expect(await filledDots(ben.page, 'Ben answers')).toBe(0)
  line.heal()
  await expect.poll(() => filledDots(ben.page, 'Ben answers')).toBe(1)
  await waitUntilSaved(ana.page)

  // Whose yes has lapsed can write on where the words end.
  await (await open(ben.page, 'Ben answers')).getByRole('button', { name: commitment.proposeOther }).click()
  await ben.page.getByRole('dialog').waitFor({ state: 'hidden' })
  await typeAtCaret(ben.page, ' by noon')
  await expect.poll(() => readPage(ana.page)).toContain('Ben answers within two days, or says when by noon')
  await expect.poll(() => filledDots(ana.page, 'Ben answers')).toBe(0)
  await press(ben.page, 'Ben answers', commitment.keepOld)
  await expect.poll(() => readPage(ana.page)).toContain('Ben answers within two days')
  await expect.poll(() => factsOf(ana.page, 'Ben answers').textContent()).toContain(commitment.changed)
  await press(ana.page, 'Ben answers', commitment.commitAgain)
  await expect.poll(() => filledDots(ben.page, 'Ben answers')).toBe(2)
  await ben.page.getByRole('link', { name: new RegExp(`^${viewsWords.names.agreement}`) }).click()
  await ben.page.getByText(agreedOn.title).click()
  await ben.page.getByRole('status').getByText(agreedOn.counted(1)).waitFor()
  await inspect(ben.page, 'vouching-agreed-on')
  const day = ben.page.getByLabel(agreedOn.day, { exact: true })
  const today = await day.inputValue()
  await day.fill('2020-02-29')
  await ben.page.getByRole('status').getByText(agreedOn.none).waitFor()
  await day.fill(today)
  await ben.page.getByRole('status').getByText(agreedOn.counted(1)).waitFor()
  // Ana retires it and says why: it is of the past everywhere, and what was agreed on stays readable.
  const ending = await open(ana.page, 'Ben answers')
  await choose(ending.getByRole('radio', { name: pageWords.facts.options.inForce.retired }))
  await ending.getByLabel(pageWords.facts.labels.whyRetired).fill('We write at once now')
  await ana.page.keyboard.press('Escape')
  await expect.poll(() => factsOf(ana.page, 'Ben answers').textContent()).toContain('We write at once now')
  await ben.page.getByText(agreedOn.retiredSince).waitFor()
  expect(scene.problems()).toEqual([])
  await line.close()
})

test('actions and goals: proposed and accepted, check-ins drawn, answers hidden until both; what is refused is told', { timeout: 360_000 }, async () => {
  await using scene = await openScene()
  const { ben, ana, line } = await pairOnLine(scene, { prepareAna: ({ page }) => page.setViewportSize(PHONE) })
  await writeLine(ben.page, '[] Draft the RFC')
  const facts = await open(ben.page, 'Draft the RFC')
  await choose(facts.getByRole('radio', { name: 'Ana' }))
  await ben.page.keyboard.press('Escape')
  await expect.poll(() => factsOf(ben.page, 'Draft the RFC').textContent()).toContain(acceptance.proposedTo('Ana'))
  await expect.poll(() => factsOf(ana.page, 'Draft the RFC').textContent()).toContain(acceptance.waitingForMe)
  await press(ana.page, 'Draft the RFC', acceptance.accept)
  await expect.poll(() => factsOf(ben.page, 'Draft the RFC').textContent()).not.toContain(acceptance.proposedTo('Ana'))
  const log = await open(ben.page, 'Draft the RFC')
  const lines = log.getByRole('list', { name: acceptance.log })
  await lines.getByText('Ana accepted').waitFor()
  // Once the server has read it, as it happens: who made it where, and who set its day.
  await lines.getByText(/^Made by Ben on /).waitFor()
  await (await open(ana.page, 'Draft the RFC')).getByRole('button', { name: pageWords.facts.quickDays.tomorrow }).click()
  await ana.page.keyboard.press('Escape')
  await lines.getByText(/^Due .*, said Ana, /).waitFor()
  await inspect(ben.page, 'vouching-action-log')
  await ben.page.keyboard.press('Escape')

  await endWithReasons(ben.page, ana.page)

  await writeLine(ben.page, '/g Lead the migration')
  for (const [page, value] of [
    [ben.page, '40'],
    [ana.page, '55'],
  ] as const) {
    await blockWith(page, 'Lead the migration').waitFor()
    await placeCaret(blockWith(page, 'Lead the migration'))
    const panel = await open(page, 'Lead the migration')
    await panel.getByLabel(checkIn.how).fill(value)
    await panel.getByLabel(checkIn.sentence).fill(`It is ${value}.`)
    await panel.getByRole('button', { name: checkIn.add, exact: true }).click()
    await panel.getByRole('table').getByText(`It is ${value}.`).waitFor()
    await page.keyboard.press('Escape')
  }
  await expect.poll(() => factsOf(ben.page, 'Lead the migration').locator('svg').count()).toBe(1)

  const mine = await open(ana.page, 'Lead the migration')
  await mine.getByRole('group', { name: anchor.mine.wants }).getByRole('button', { name: anchor.reply.yes, exact: true }).click()
  await ana.page.keyboard.press('Escape')
  const his = await open(ben.page, 'Lead the migration')
  await his.getByText(anchor.hasAnswered('Ana')).waitFor()
  expect(await his.getByText(anchor.question.wants('Ana')).count()).toBe(0)
  await his.getByRole('group', { name: anchor.mine.willing }).getByRole('button', { name: anchor.reply.yes, exact: true }).click()
  await his.getByRole('group', { name: anchor.mine.able }).getByRole('button', { name: anchor.reply.yes, exact: true }).click()
  await his.getByText(anchor.isAnchor).waitFor()
  await his.getByText(anchor.question.wants('Ana')).waitFor()
  await his.getByText(/^Open, says Ben, /).waitFor()
  await inspect(ben.page, 'vouching-goal')
  await ben.page.keyboard.press('Escape')
  await helpInEveryWay(ben.page, ana.page)

  line.cut()
  await placeCaret(blockWith(ana.page, 'Lead the migration'))
  const panel = await open(ana.page, 'Lead the migration')
  await panel.getByLabel(checkIn.how).fill('60')
  await panel.getByLabel(checkIn.sentence).fill('Nobody will take this.')
  await panel.getByRole('button', { name: checkIn.add, exact: true }).click()
  await panel.getByRole('table').getByText('Nobody will take this.').waitFor()
  await ana.page.keyboard.press('Escape')
  await openPeople(ben.page)
  await changeRole(ben.page, 'Ana', 'viewer')
  line.heal()
  await ana.page.getByRole('button', { name: words.refused.look }).click()
  const told = ana.page.getByRole('dialog', { name: words.refused.title })
  await told.getByText('60 Nobody will take this.').waitFor()
  await inspect(ana.page, 'vouching-refused-phone')
  await told.getByRole('button', { name: words.refused.dismiss }).click()
  await expect.poll(() => ana.page.getByRole('button', { name: words.refused.look }).count()).toBe(0)
  // In the view of goals the check-ins are drawn too, and said.
  await ben.page.getByRole('link', { name: new RegExp(`^${viewsWords.names.goals}`) }).click()
  const row = ben.page.locator('main li[data-block]', { hasText: 'Lead the migration' })
  await expect.poll(() => row.locator(`svg[viewBox="0 0 ${STRIP.width} ${STRIP.height}"] path`).count()).toBeGreaterThan(0)
  await row.getByRole('button', { name: checkIn.went('40, 55') }).waitFor()
  expect(scene.problems()).toEqual([])
  await line.close()
})
