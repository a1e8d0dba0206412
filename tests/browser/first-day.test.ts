/** The first day of the fortnight, in real browsers: from signing up, over a link, to both writing in one paragraph, at typing speed, compared letter by letter. */
import { expect, test } from 'vitest'
import { words } from '@tandem/client/words/words.ts'
import { ANA, BEN, type Passage, SHARED } from './first-day-words.ts'
import { blocks, blockWith, placeCaret, readPage, sameWords, typeAtCaret } from './page-words.ts'
import { openScene, type Visitor } from './scene.ts'
import { createJournalOnScreen, inviteOnScreen, joinOnScreen, pageEditor, pairOnScreen, signUpOnScreen, waitUntilSaved } from './screen-steps.ts'

/** Milliseconds between two keys of a fast typist. */
const TYPING = 45

async function write({ page }: Visitor, passages: readonly Passage[]): Promise<void> {
  for (const { at, lines } of passages) {
    await placeCaret(blockWith(page, at))
    for (const [index, line] of lines.entries()) {
      if (index > 0) await page.keyboard.press('Enter')
      await typeAtCaret(page, line, TYPING)
    }
  }
}

test('two people write their whole first day, and a third sees it letter by letter', { timeout: 480_000 }, async () => {
  await using scene = await openScene()
  const ben = await scene.arrive('Ben')
  const ana = await scene.arrive('Ana')
  await pairOnScreen(ben, ana, { title: 'Ana & Ben' })

  await Promise.all([write(ben, BEN), write(ana, ANA)])

  // Both in one paragraph.
  await placeCaret(blocks(ben.page).last())
  await typeAtCaret(ben.page, SHARED.first, TYPING)
  await sameWords([ben.page, ana.page])
  await placeCaret(blocks(ana.page).last())
  await Promise.all([typeAtCaret(ben.page, SHARED.ben, TYPING), typeAtCaret(ana.page, SHARED.ana, TYPING)])

  await Promise.all([waitUntilSaved(ben.page), waitUntilSaved(ana.page)])
  const written = await sameWords([ben.page, ana.page])
  // As one text, so that a failure shows the whole page.
  for (const { lines } of [...BEN, ...ANA]) for (const line of lines) expect(`\n${written.join('\n')}\n`).toContain(`\n${line}\n`)
  // Both began at the same place; whoever comes first, nobody's words are torn apart.
  const { first, ben: bens, ana: anas } = SHARED
  expect([`${first}${bens}${anas}`, `${first}${anas}${bens}`]).toContain(written.at(-1))

  // Somebody who was never there before sees the same.
  const url = await inviteOnScreen(ben, { seat: 'third' })
  const cleo = await scene.arrive('Cleo')
  await joinOnScreen(cleo, url)
  await expect.poll(() => readPage(cleo.page)).toEqual(written)
  expect(scene.problems()).toEqual([])
})

test('what both know of a block, both can change, and each undoes only their own', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const ben = await scene.arrive('Ben')
  const ana = await scene.arrive('Ana')
  await pairOnScreen(ben, ana, { title: 'Ana & Ben', template: 'blank' })

  await placeCaret(blocks(ben.page).first())
  await typeAtCaret(ben.page, '/a Draft the RFC')
  await expect.poll(() => readPage(ana.page)).toEqual(['Draft the RFC'])
  await expect.poll(() => blocks(ana.page).first().getAttribute('data-kind')).toBe('action')

  // Ana ticks it off; Ben sees it, and writes on.
  await blocks(ana.page).first().getByRole('checkbox').click()
  await expect.poll(() => blocks(ben.page).first().getByRole('checkbox').getAttribute('aria-checked')).toBe('true')
  await placeCaret(blocks(ben.page).first())
  await typeAtCaret(ben.page, ' and send it')
  await expect.poll(() => readPage(ana.page)).toEqual(['Draft the RFC and send it'])

  // Ana takes back her tick, and nothing of Ben's.
  await placeCaret(blocks(ana.page).first())
  await ana.page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => blocks(ben.page).first().getByRole('checkbox').getAttribute('aria-checked')).toBe('false')
  await expect.poll(() => readPage(ben.page)).toEqual(['Draft the RFC and send it'])
  expect(scene.problems()).toEqual([])
})

test('a link works once, and a reader reads', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const ben = await scene.arrive('Ben')
  await signUpOnScreen(ben)
  await createJournalOnScreen(ben, { title: 'Ana & Ben', template: 'blank' })
  await placeCaret(blocks(ben.page).first())
  await typeAtCaret(ben.page, 'Only to be read')
  const url = await inviteOnScreen(ben, { role: 'viewer' })

  const ana = await scene.arrive('Ana')
  await ana.page.goto(url)
  await ana.page.getByLabel(words.join.name).fill('Ana')
  await ana.page.getByRole('button', { name: words.join.submitReader }).click()
  await expect.poll(() => readPage(ana.page)).toEqual(['Only to be read'])
  await ana.page.getByText(words.journal.notices.readOnly.viewer).waitFor()
  await expect.poll(() => pageEditor(ana.page).getAttribute('contenteditable')).toBe('false')

  const eve = await scene.arrive('Eve')
  await eve.page.goto(url)
  await eve.page.getByRole('heading', { name: words.join.failedTitle }).waitFor()
  expect(scene.problems()).toEqual([])
})
