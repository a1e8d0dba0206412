/** Connections that break, servers that die, tabs that are closed: what was written is told honestly and arrives once. */
import { words } from '@tandem/client/words/words.ts'
import { expect, test } from 'vitest'
import { blocks, placeCaret, readPage, typeAtCaret } from './page-words.ts'
import { ONLY_HERE, pairOnLine, worksWithoutNetwork } from './pair-on-line.ts'
import { openScene } from './scene.ts'
import { pageEditor, saveBadge, waitUntilSaved } from './screen-steps.ts'

test('the connection is cut in mid-sentence: it says so, both go on writing, and everything arrives once', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const { ben, ana, line } = await pairOnLine(scene)
  await placeCaret(blocks(ana.page).first())
  await typeAtCaret(ana.page, ' Ana writes a sen')
  await waitUntilSaved(ana.page)
  line.cut()
  await typeAtCaret(ana.page, 'tence that')
  await ana.page.getByRole('button', { name: ONLY_HERE }).waitFor()
  await ana.page.keyboard.press('Enter')
  await typeAtCaret(ana.page, 'goes on here.')
  await placeCaret(blocks(ben.page).first(), 'start')
  await typeAtCaret(ben.page, 'Ben too: ')
  await expect.poll(() => readPage(ben.page)).toEqual(['Ben too: We begin. Ana writes a sen'])

  line.heal()
  const both = ['Ben too: We begin. Ana writes a sentence that', 'goes on here.']
  await waitUntilSaved(ana.page)
  await expect.poll(() => readPage(ben.page)).toEqual(both)
  await expect.poll(() => readPage(ana.page)).toEqual(both)
  expect(scene.problems()).toEqual([])
  await line.close()
})

test('a line that is dead without saying so is noticed within seconds', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const { ben, ana, line } = await pairOnLine(scene)
  line.freeze()
  await placeCaret(blocks(ana.page).first())
  await typeAtCaret(ana.page, ' Is anybody there?')
  await ana.page.getByRole('button', { name: ONLY_HERE }).waitFor()
  line.heal()
  await waitUntilSaved(ana.page)
  await expect.poll(() => readPage(ben.page)).toEqual(['We begin. Is anybody there?'])
  await line.close()
})

test('the server is killed and started again under both: nothing acknowledged is gone, nothing is doubled', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const { ben, ana } = await pairOnLine(scene)
  await placeCaret(blocks(ana.page).first())
  await typeAtCaret(ana.page, ' Saved before.')
  await waitUntilSaved(ana.page)
  await scene.server.kill()
  await typeAtCaret(ana.page, ' Written while it was gone.')
  await ana.page.getByRole('button', { name: ONLY_HERE }).waitFor()
  await placeCaret(blocks(ben.page).first(), 'start')
  await typeAtCaret(ben.page, 'Ben, too. ')
  await scene.server.restart()

  const all = ['Ben, too. We begin. Saved before. Written while it was gone.']
  await waitUntilSaved(ana.page)
  await waitUntilSaved(ben.page)
  await expect.poll(() => readPage(ana.page)).toEqual(all)
  await expect.poll(() => readPage(ben.page)).toEqual(all)
})

test('a tab closed without network opens again without network, and what was written arrives later', { timeout: 360_000 }, async () => {
  await using scene = await openScene()
  const { ben, ana, line } = await pairOnLine(scene)
  await worksWithoutNetwork(ana.page)
  await expect.poll(() => readPage(ana.page)).toEqual(['We begin.'])
  const address = ana.page.url()
  line.cut()
  await placeCaret(blocks(ana.page).first())
  await typeAtCaret(ana.page, ' Written on the train.')
  await ana.page.getByRole('button', { name: ONLY_HERE }).waitFor()
  await ana.page.close()

  const again = await ana.context.newPage()
  await again.goto(address)
  await pageEditor(again).waitFor()
  await expect.poll(() => readPage(again)).toEqual(['We begin. Written on the train.'])
  await again.getByRole('button', { name: ONLY_HERE }).waitFor()
  await placeCaret(blocks(again).first())
  await typeAtCaret(again, ' And after a nap.')
  line.heal()
  await waitUntilSaved(again)
  await expect.poll(() => readPage(ben.page)).toEqual(['We begin. Written on the train. And after a nap.'])
  await line.close()
})

test('leaving with unsaved words asks first, and with saved ones does not', { timeout: 240_000 }, async () => {
  await using scene = await openScene()
  const { ana, line } = await pairOnLine(scene)
  const asked: string[] = []
  ana.page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.accept()
  })
  await placeCaret(blocks(ana.page).first())
  await typeAtCaret(ana.page, ' Saved.')
  await waitUntilSaved(ana.page)
  await ana.page.reload()
  await pageEditor(ana.page).waitFor()
  expect(asked).toEqual([])

  await placeCaret(blocks(ana.page).first())
  await expect.poll(() => saveBadge(ana.page).getAttribute('aria-label')).toContain(words.journal.save.saved)
  line.cut()
  await typeAtCaret(ana.page, ' Not saved.')
  await ana.page.getByRole('button', { name: ONLY_HERE }).waitFor()
  await ana.page.close({ runBeforeUnload: true })
  await expect.poll(() => asked).toEqual(['beforeunload'])
  await line.close()
})
