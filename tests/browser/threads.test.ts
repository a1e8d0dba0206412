/** What two people do with threads, by mouse and by the keyboard alone; and where threads lead: their link, and a notice of them, open the thread itself. */
import { commentWords as say } from '@tandem/client/words/comments.ts'
import { catchUpWords } from '@tandem/client/words/catch-up.ts'
import { pageWords } from '@tandem/client/words/page.ts'
import { viewsWords } from '@tandem/client/words/views.ts'
import { words } from '@tandem/client/words/words.ts'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { answer, cardWith, commentOn, litWords, removeLine } from './comment-steps.ts'
import { blocks, blockWith, placeCaret, typeAtCaret } from './page-words.ts'
import { openScene } from './scene.ts'
import { createJournalOnScreen, inviteOnScreen, joinOnScreen, pageEditor, pairOnScreen, signUpOnScreen, waitUntilSaved } from './screen-steps.ts'

const LINE = 'Ben answers within two days'

test('the link of a thread, and a notice of it, open the thread where its words are now; settled and detached in the list', { timeout: 360_000 }, async () => {
  await using scene = await openScene()
  const ben = await scene.arrive('Ben')
  const ana = await scene.arrive('Ana')
  await signUpOnScreen(ben)
  await createJournalOnScreen(ben, { title: 'Ana & Ben', template: 'blank' })
  await joinOnScreen(ana, await inviteOnScreen(ben))
  await ben.page.getByRole('button', { name: words.journal.screen.close }).click()
  await placeCaret(blocks(ben.page).first())
  await typeAtCaret(ben.page, LINE, 1)
  await commentOn(ben.page, 'two days', 'Is that enough, @Ana?')
  await expect.poll(() => litWords(ana.page)).toEqual(['two days'])

  // The inbox leads to the thread, open beside its words.
  await ana.page.goto('/inbox')
  await ana.page.getByRole('link', { name: new RegExp(words.inbox.told.mention('Ben')) }).click()
  await ana.page.locator('[data-card][data-open]').getByText('Is that enough').waitFor()
  await ana.page.locator('.page-words .thread-mark[data-active]').getByText('two days').waitFor()
  await answer(ana.page, 'Is that enough', 'One would be')

  // Ana sends its link; meanwhile its words are gone and it is settled.
  await ana.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await ana.page.getByRole('button', { name: say.copyLink }).click()
  await ana.page.getByRole('button', { name: say.linkCopied }).waitFor()
  const link = await ana.page.evaluate(() => navigator.clipboard.readText())
  await removeLine(ben.page, LINE)
  await ben.page.goto('/')
  await ben.page.goto(link)
  await ben.page.getByRole('region', { name: say.detachedTitle }).locator('[data-open]').getByText('One would be').waitFor()
  await ben.page.getByRole('button', { name: say.resolve }).click()
  await ben.page.goto('/')
  await ben.page.goto(link)
  await ben.page.locator('[data-card][data-open]').getByText('One would be').waitFor()

  // A thread that never was.
  await ben.page.goto(link.replace(/.$/, (last) => (last === '0' ? '1' : '0')))
  await ben.page.getByText(viewsWords.link.gone).waitFor()
  expect(scene.problems()).toEqual([])
})

const [ON_WORDS, ON_BLOCK, ON_PAGE] = ['One day would do', 'Every week?', 'A good beginning']

/** Whether the keyboard is there. */
async function hasKeyboard(place: Locator): Promise<void> {
  await place.and(place.page().locator(':focus')).waitFor()
}

async function sayInDraft(page: Page, text: string): Promise<void> {
  await page.getByPlaceholder(say.placeholder).fill(text)
  await page.getByRole('button', { name: say.send, exact: true }).click()
}

/** Picks from the dots of a comment. */
async function doWith(comment: Locator, { name, act }: { readonly name: string; readonly act: string }): Promise<void> {
  await comment.getByRole('button', { name: say.more(name) }).click()
  await comment.getByRole('menuitem', { name: act }).click()
}

test('two people talk on words, a block and the page: edited, deleted, reacted to, settled and opened again, also by keys alone', {
  timeout: 360_000,
}, async () => {
  await using scene = await openScene()
  const [ben, ana] = [await scene.arrive('Ben'), await scene.arrive('Ana')]
  await pairOnScreen(ben, ana, { title: 'Ana & Ben', template: 'blank' })
  await ben.page.getByRole('button', { name: words.journal.screen.close }).click()
  await placeCaret(blocks(ben.page).first())
  await typeAtCaret(ben.page, LINE, 1)
  await ben.page.keyboard.press('Enter')
  await typeAtCaret(ben.page, 'We meet on Thursdays', 1)
  await waitUntilSaved(ben.page)

  // By mouse: a block by its menu, the page by its title.
  await blockWith(ben.page, 'We meet').hover()
  await ben.page.getByRole('button', { name: pageWords.blockMenu.handle }).click()
  await ben.page.getByRole('menuitem', { name: say.comment }).click()
  await sayInDraft(ben.page, ON_BLOCK)
  await ben.page.getByRole('button', { name: say.commentOnPage }).click()
  await sayInDraft(ben.page, ON_PAGE)
  await cardWith(ana.page, ON_BLOCK).getByText(say.onBlock).waitFor()
  await cardWith(ana.page, ON_PAGE).getByText(say.onPage).waitFor()

  // By keys alone: Ana begins one, goes from it to the next card, answers, and settles the thread.
  await commentOn(ana.page, 'two days', ON_WORDS)
  await hasKeyboard(pageEditor(ana.page))
  await ana.page.keyboard.press('ControlOrMeta+Alt+.')
  await hasKeyboard(cardWith(ana.page, ON_WORDS))
  await ana.page.keyboard.press('ArrowUp')
  await hasKeyboard(cardWith(ana.page, ON_PAGE))
  await ana.page.keyboard.press('ArrowDown')
  await ana.page.keyboard.press('ArrowDown')
  const onBlock = cardWith(ana.page, ON_BLOCK)
  await hasKeyboard(onBlock)
  await ana.page.keyboard.press('Enter')
  await hasKeyboard(onBlock.getByPlaceholder(say.replyPlaceholder))
  await ana.page.keyboard.type('Every second one')
  await ana.page.keyboard.press('ControlOrMeta+Enter')
  await onBlock.getByText('Every second one').waitFor()
  await ana.page.keyboard.press('Tab')
  await hasKeyboard(onBlock.getByRole('button', { name: say.resolve }))
  await ana.page.keyboard.press('Enter')
  await onBlock.waitFor({ state: 'detached' })
  // The keyboard is on the card that is left, and goes from there through all that can be done with it.
  const onWords = cardWith(ana.page, ON_WORDS)
  await hasKeyboard(onWords)
  await ana.page.keyboard.press('Enter')
  await hasKeyboard(onWords.getByPlaceholder(say.replyPlaceholder))
  await ana.page.keyboard.press('Shift+Tab')
  await hasKeyboard(onWords.getByRole('button', { name: say.react }))
  await ana.page.keyboard.press('Shift+Tab')
  await ana.page.keyboard.press('Enter')
  await hasKeyboard(onWords.getByRole('menuitem', { name: say.edit }))
  await ana.page.keyboard.press('Enter')
  await hasKeyboard(onWords.getByPlaceholder(say.placeholder))
  await ana.page.keyboard.type(', two is much')
  await ana.page.keyboard.press('ControlOrMeta+Enter')
  await hasKeyboard(onWords)
  await ana.page.keyboard.press('Escape')
  await hasKeyboard(pageEditor(ana.page))

  // By mouse: Ben reacts, and answers; Ana takes back what she began with, and what he said stays.
  const bens = cardWith(ben.page, `${ON_WORDS}, two is much`)
  await bens.getByText(new RegExp(`· ${say.edited}$`)).waitFor()
  await bens.click()
  await bens.getByRole('button', { name: say.react }).click()
  await bens.getByRole('button', { name: say.reactions['👍'] ?? '', exact: true }).click()
  await onWords.click()
  await onWords.getByRole('button', { name: say.reacted(say.reactions['👍'] ?? '', 'Ben'), exact: true }).waitFor()
  await answer(ben.page, ON_WORDS, 'One it is')
  await onWords.getByText('One it is').waitFor()
  expect(await onWords.getByRole('button', { name: say.more('Ben') }).count()).toBe(0)
  await doWith(onWords, { name: 'Ana', act: say.remove })
  for (const { page } of [ben, ana]) {
    const left = cardWith(page, 'One it is')
    await left.getByText(say.deleted).waitFor()
    await expect.poll(() => left.textContent()).not.toContain(ON_WORDS)
    await expect.poll(() => litWords(page)).toContain('two days')
  }
  // An answer is gone without a trace, and a thread in which nobody says anything any more.
  await doWith(cardWith(ben.page, 'One it is'), { name: 'Ben', act: say.remove })
  for (const { page } of [ben, ana]) await expect.poll(() => page.locator('[data-card]').filter({ hasText: say.deleted }).count()).toBe(0)
  await expect.poll(() => litWords(ana.page)).toEqual([])

  // Ben finds what Ana settled, with who and when, and opens it again while she is away: she is told.
  await ana.page.goto('/')
  await ben.page
    .getByRole('button', { name: /^Comments/ })
    .first()
    .click()
  await ben.page.getByRole('radio', { name: say.filters.resolved }).click()
  const settled = cardWith(ben.page, ON_BLOCK)
  await settled.getByText(/^Resolved by Ana, (just now|\d+ minutes? ago)$/).waitFor()
  await settled.click()
  await settled.getByRole('button', { name: say.reopen }).click()
  await ben.page.getByRole('button', { name: words.journal.screen.close }).click()
  await cardWith(ben.page, ON_BLOCK).getByRole('button', { name: say.resolve }).waitFor()
  await ana.page.goBack()
  await expect.poll(() => blockWith(ana.page, 'We meet').locator('.change-note').textContent()).toContain(catchUpWords.said.reopened(ON_BLOCK))
  await cardWith(ana.page, ON_BLOCK).waitFor()

  // Each filter of the list shows what it names.
  await commentOn(ben.page, 'Thursdays', 'Or Fridays, @Ana?')
  await cardWith(ana.page, 'Or Fridays').waitFor()
  await ana.page.getByRole('button', { name: say.open(2) }).click()
  const list = ana.page.getByRole('complementary', { name: say.title })
  const shown = async (filter: keyof typeof say.filters) => {
    await ana.page.getByRole('radio', { name: say.filters[filter] }).click()
    return list.locator('[data-card]').allTextContents()
  }
  const [onBlockToo, onPage, named] = [ON_BLOCK, ON_PAGE, 'Or Fridays'].map((text) => expect.stringContaining(text) as string)
  await expect.poll(() => shown('open')).toEqual([onBlockToo, onPage, named])
  await expect.poll(() => shown('mine')).toEqual([onBlockToo])
  await expect.poll(() => shown('mentions')).toEqual([named])
  await expect.poll(() => shown('unread')).toEqual([onPage, named])
  await expect.poll(() => shown('detached')).toEqual([])
  await removeLine(ben.page, 'We meet on Thursdays')
  await expect.poll(() => shown('detached')).toEqual([named])
  await cardWith(ben.page, ON_PAGE).click()
  await cardWith(ben.page, ON_PAGE).getByRole('button', { name: say.resolve }).click()
  await expect.poll(() => shown('resolved')).toEqual([onPage])
  await expect.poll(() => shown('open')).toEqual([onBlockToo, named])
  expect(scene.problems()).toEqual([])
})
