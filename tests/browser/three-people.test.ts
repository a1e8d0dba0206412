/** Three at once: faces, carets, one paragraph, pages; and what a person who goes or is sent away sees. */
import { peopleWords } from '@tandem/client/words/people.ts'
import { words } from '@tandem/client/words/words.ts'
import { expect, test } from 'vitest'
import { blocks, placeCaret, readPage, sameWords, typeAtCaret } from './page-words.ts'
import { openScene } from './scene.ts'
import { addNoteOnScreen, inviteOnScreen, joinOnScreen, openPeople, pageEditor, pairOnScreen, waitUntilSaved } from './screen-steps.ts'

test('three write into one line at once, see each other, and end with the same', { timeout: 360_000 }, async () => {
  await using scene = await openScene()
  const [ben, ana, cleo] = [await scene.arrive('Ben'), await scene.arrive('Ana'), await scene.arrive('Cleo')]
  await pairOnScreen(ben, ana, { title: 'Ana & Ben', template: 'blank' })
  await joinOnScreen(cleo, await inviteOnScreen(ben, { seat: 'third' }))
  const everybody = [ben, ana, cleo]

  await Promise.all(everybody.map(({ page }) => placeCaret(blocks(page).first())))
  const lines = ['Ben begins with this. ', 'Ana says that as well. ', 'Cleo adds a thought. ']
  await Promise.all(everybody.map(({ page }, index) => typeAtCaret(page, lines[index] ?? '', 30)))
  await Promise.all(everybody.map(({ page }) => waitUntilSaved(page)))
  const written = (await sameWords(everybody.map(({ page }) => page))).join('')
  expect(written).toHaveLength(lines.join('').length)
  for (const line of lines) expect(written).toContain(line)

  // Each sees the faces of the two others.
  for (const { page, name } of everybody) {
    const faces = page.getByRole('list', { name: words.journal.presence.label })
    for (const other of everybody) if (other.name !== name) await faces.getByRole('button', { name: new RegExp(`^${other.name}, `) }).waitFor()
  }
  await cleo.page.close()
  await expect.poll(() => ben.page.getByRole('button', { name: /^Cleo, / }).count()).toBe(0)
  expect(scene.problems()).toEqual([])
})

test('a page made by one is there for the other, and both write in it and in its title', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const ben = await scene.arrive('Ben')
  const ana = await scene.arrive('Ana')
  await pairOnScreen(ben, ana, { title: 'Ana & Ben', template: 'blank' })
  await addNoteOnScreen(ana.page, 'Reading list')
  await ana.page.keyboard.type('The first book')

  await ben.page.getByRole('link', { name: 'Reading list' }).click()
  await expect.poll(() => readPage(ben.page)).toContain('The first book')
  await placeCaret(blocks(ben.page).first())
  await typeAtCaret(ben.page, ' and a second')
  await expect.poll(() => readPage(ana.page)).toContain('The first book and a second')

  // Both write in its title.
  const titles = [ana, ben].map(({ page }) => page.getByRole('main').getByRole('textbox', { name: words.journal.pages.renameLabel }))
  await titles[0]?.press('Home')
  await titles[1]?.press('End')
  await Promise.all([ana.page.keyboard.type('Our long ', { delay: 40 }), ben.page.keyboard.type(' of May', { delay: 40 })])
  for (const title of titles) await expect.poll(() => title.inputValue()).toBe('Our long Reading list of May')
  expect(scene.problems()).toEqual([])
})

test('somebody whose role is lowered reads from that moment on, and somebody removed is told so', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const ben = await scene.arrive('Ben')
  const ana = await scene.arrive('Ana')
  await pairOnScreen(ben, ana, { title: 'Ana & Ben', template: 'blank' })
  await openPeople(ben.page)
  await ben.page.getByLabel(peopleWords.roleOf('Ana')).selectOption('viewer')
  await ana.page.getByText(words.journal.notices.readOnly.viewer).waitFor()
  await expect.poll(() => pageEditor(ana.page).getAttribute('contenteditable')).toBe('false')

  await ben.page.getByRole('button', { name: peopleWords.moreOf('Ana') }).click()
  await ben.page.getByRole('menuitem', { name: peopleWords.remove }).click()
  await ben.page.getByRole('button', { name: peopleWords.removeAction, exact: true }).click()
  await ana.page.getByText(words.journal.notices.removed).waitFor()
  expect(scene.problems()).toEqual([])
})
