/** Where small steps went wrong for people who tried everything: what was half said, where the caret goes, what a list goes on with, what cannot be taken. */
import { commentWords } from '@tandem/client/words/comments.ts'
import { pageWords } from '@tandem/client/words/page.ts'
import { vouchingWords } from '@tandem/client/words/vouching.ts'
import { words } from '@tandem/client/words/words.ts'
import { expect, test } from 'vitest'
import { blocks, blockWith, placeCaret, readPage, tapInto, typeAtCaret } from './page-words.ts'
import { openScene, PHONE } from './scene.ts'
import { addNoteOnScreen, createJournalOnScreen, pairOnScreen, saveBadge, signUpOnScreen, waitUntilSaved } from './screen-steps.ts'

test('a comment that is half written is there again after another page and after Escape, and gone after Cancel', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const ben = await scene.arrive('Ben')
  const { page } = ben
  await signUpOnScreen(ben)
  await createJournalOnScreen(ben, { title: 'Ben alone', template: 'blank' })
  const home = page.url()
  await placeCaret(blocks(page).first())
  await typeAtCaret(page, 'We meet every second week.')
  await waitUntilSaved(page)
  const field = page.getByRole('textbox', { name: commentWords.placeholder })
  const begin = async () => {
    await placeCaret(blockWith(page, 'We meet'))
    await page.keyboard.press('ControlOrMeta+Alt+m')
    await field.and(page.locator(':focus')).waitFor()
  }
  await begin()
  await page.keyboard.type('Could we meet every')
  await addNoteOnScreen(page, 'Books')
  await expect.poll(() => page.url()).not.toBe(home)
  await page.goBack()
  await expect.poll(() => field.inputValue()).toBe('Could we meet every')
  await field.press('Escape')
  await field.waitFor({ state: 'detached' })
  await begin()
  await expect.poll(() => field.inputValue()).toBe('Could we meet every')
  await page.keyboard.type(' week?')
  await expect.poll(() => field.inputValue()).toBe('Could we meet every week?')
  await page.getByRole('button', { name: commentWords.cancel }).click()
  await begin()
  expect(await field.inputValue()).toBe('')
})

test('[a phone] whoever presses what is told of a change writes on in its line, and the details of saving lie over the changes', {
  timeout: 240_000,
}, async () => {
  await using scene = await openScene()
  const ben = await scene.arrive('Ben')
  const ana = await scene.arrive('Ana', { viewport: PHONE, hasTouch: true })
  await pairOnScreen(ben, ana, { title: 'Ana & Ben', template: 'blank' })
  await tapInto(blocks(ana.page).first())
  await typeAtCaret(ana.page, 'First')
  await waitUntilSaved(ana.page)
  const { address } = ana
  const url = ana.page.url()
  await ana.page.goto(`${address}/`)
  await placeCaret(blockWith(ben.page, 'First'))
  await ben.page.keyboard.press('Enter')
  await typeAtCaret(ben.page, 'Second')
  await waitUntilSaved(ben.page)
  await ana.page.goto(url)
  const note = blockWith(ana.page, 'Second').locator('.change-note')
  await note.tap()
  await expect.poll(() => blockWith(ana.page, 'Second').evaluate((line) => line.contains(getSelection()?.anchorNode ?? null))).toBe(true)
  await typeAtCaret(ana.page, ', and more')
  await expect.poll(() => readPage(ana.page)).toEqual(['First', 'Second, and more'])

  await saveBadge(ana.page).tap()
  const details = ana.page.getByRole('group', { name: words.journal.save.details })
  const isSeen = () =>
    details.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      const places = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((y) => [0.1, 0.5, 0.9].map((x) => [left + width * x, top + height * y] as const))
      return places.every((place) => element.contains(document.elementFromPoint(...place)))
    })
  await expect.poll(isSeen).toBe(true)
})

test('a list of what is expected of one person goes on with that person', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const ben = await scene.arrive('Ben')
  const ana = await scene.arrive('Ana')
  await pairOnScreen(ben, ana, { title: 'Ana & Ben', template: 'blank' })
  const { page } = ana
  const facts = (line: string) => blockWith(page, line).locator('.entry-facts')
  await placeCaret(blocks(page).first())
  await typeAtCaret(page, '/expect')
  await page
    .getByRole('option', { name: pageWords.kinds['expectation'] ?? '' })
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  await typeAtCaret(page, 'Ben is honest')
  await expect.poll(() => facts('Ben is honest').innerText()).toContain('of Ana')
  await page.keyboard.press('ControlOrMeta+;')
  await page.getByRole('radio', { name: 'Ben', exact: true }).first().check({ force: true })
  await page.keyboard.press('Escape')
  await expect.poll(() => facts('Ben is honest').innerText()).toContain('of Ben')
  await placeCaret(blockWith(page, 'Ben is honest'))
  await page.keyboard.press('Enter')
  await typeAtCaret(page, 'Ben has time')
  await expect.poll(() => facts('Ben has time').innerText()).toContain('of Ben')
})

test('a check-in that says nothing, or a number that is none of 0 to 100, is told and not taken', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const ben = await scene.arrive('Ben')
  const { page } = ben
  await signUpOnScreen(ben)
  await createJournalOnScreen(ben, { title: 'Ben alone', template: 'blank' })
  await placeCaret(blocks(page).first())
  await typeAtCaret(page, '/g ')
  await typeAtCaret(page, 'Lead the migration')
  await page.keyboard.press('ControlOrMeta+;')
  const panel = page.getByRole('dialog', { name: pageWords.facts.title(pageWords.kinds['goal'] ?? '') })
  const { checkIn } = vouchingWords
  const add = panel.getByRole('button', { name: checkIn.add, exact: true })
  await panel.getByLabel(checkIn.sentence).fill('The rollout has begun.')
  await add.click()
  await panel.getByRole('alert').getByText(checkIn.howWrong).waitFor()
  for (const wrong of ['150', '-5']) {
    await panel.getByLabel(checkIn.how).fill(wrong)
    await panel.getByRole('alert').waitFor({ state: 'detached' })
    await add.click()
    await panel.getByRole('alert').getByText(checkIn.howWrong).waitFor()
  }
  await panel.getByLabel(checkIn.how).fill('55')
  await add.click()
  await panel.getByRole('table').getByText('The rollout has begun.').waitFor()
  expect(await panel.getByRole('table').getByRole('row').count()).toBe(2)
})
