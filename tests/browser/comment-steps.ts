/** What people do in the margin, by the names and labels anybody sees or hears. */
import { commentWords as say } from '@tandem/client/words/comments.ts'
import type { Locator, Page } from 'playwright-core'
import { waitUntilSaved } from './screen-steps.ts'

/** Selects words of the page as a hand does, from their beginning to their end. */
export async function selectWords(page: Page, text: string): Promise<void> {
  // An editor that gets the keyboard puts its own caret back a moment later: it has to be there before.
  await page.locator('.page-words').focus()
  await page.waitForFunction(select, text)
}

/** Takes all the words of a line away. Marked and not clicked three times: what arrives above the page between two clicks would have the third land elsewhere. */
export async function removeLine(page: Page, text: string): Promise<void> {
  await selectWords(page, text)
  await page.keyboard.press('Backspace')
  await waitUntilSaved(page)
}

/** In the page: whether the words were selected already when they were to be selected. */
function select(wanted: string): boolean {
  const selection = getSelection()
  if (selection?.toString() === wanted) return true
  const editor = document.querySelector('.page-words')
  const walker = editor && document.createTreeWalker(editor, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  while (walker?.nextNode()) nodes.push(walker.currentNode as Text)
  const at = nodes
    .map(({ data }) => data)
    .join('')
    .indexOf(wanted)
  // Not yet: somebody else has written them.
  if (at < 0) return false
  const placeOf = (offset: number, isEnd: boolean): [Text, number] => {
    let rest = offset
    for (const node of nodes) {
      if (isEnd ? rest <= node.length : rest < node.length) return [node, rest]
      rest -= node.length
    }
    throw new Error('There are no words')
  }
  selection?.setBaseAndExtent(...placeOf(at, false), ...placeOf(at + wanted.length, true))
  return false
}

/** Comments on selected words by the keyboard alone. */
export async function commentOn(page: Page, text: string, words: string): Promise<void> {
  await selectWords(page, text)
  await page.keyboard.press('ControlOrMeta+Alt+m')
  await page.getByPlaceholder(say.placeholder).and(page.locator(':focus')).waitFor()
  await page.keyboard.type(words)
  await page.keyboard.press('ControlOrMeta+Enter')
}

/** The card of the thread that a comment with these words is in. */
export function cardWith(within: Page | Locator, words: string): Locator {
  return within.locator('[data-card]').filter({ hasText: words })
}

/** Opens a thread and answers in it. */
export async function answer(page: Page, thread: string, words: string): Promise<void> {
  const card = cardWith(page, thread)
  if ((await card.getAttribute('data-open')) === null) await card.click()
  await card.getByPlaceholder(say.replyPlaceholder).fill(words)
  await card.getByRole('button', { name: say.reply, exact: true }).click()
  await card.getByText(words).waitFor()
}

/** The words that are lit on the page, in their order. */
export function litWords(page: Page): Promise<string[]> {
  return page.locator('.page-words .thread-mark').allTextContents()
}
