/** Reading and writing the open page as a person does: block by block, with clicks and keys. */
import { isDeepStrictEqual } from 'node:util'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { pageEditor } from './screen-steps.ts'

/** The blocks of the page, in order. */
export function blocks(page: Page): Locator {
  return pageEditor(page).locator('> [data-id]')
}

/** The block that holds these words, or shows them as its hint. */
export function blockWith(page: Page, words: string): Locator {
  const quoted = JSON.stringify(words)
  return pageEditor(page).locator(`> [data-id]:has-text(${quoted}), > [data-id]:has([data-hint=${quoted}])`).first()
}

/** Where the words of a block stand, beside its sign and its facts. */
function wordsOf(block: Locator): Locator {
  return block.locator('.entry-words, code').first()
}

/** Puts the caret at the end of a block's words. */
export async function placeCaret(block: Locator, where: 'start' | 'end' = 'end'): Promise<void> {
  await wordsOf(block).click()
  await block.page().keyboard.press(where === 'end' ? 'End' : 'Home')
}

/** Puts the caret into a block with a finger. A touch becomes a press only a moment later. */
export async function tapInto(block: Locator): Promise<void> {
  await wordsOf(block).tap()
  await expect
    .poll(() => block.evaluate((element) => element.contains(getSelection()?.anchorNode ?? null) && document.activeElement?.contains(element)))
    .toBe(true)
}

/** Types at the caret, key by key, with so many milliseconds between. */
export async function typeAtCaret(page: Page, text: string, delay = 15): Promise<void> {
  await page.keyboard.type(text, { delay })
}

/** The words of every block, in order: no carets, no signs, no facts, no hints. */
export function readPage(page: Page): Promise<string[]> {
  return blocks(page).evaluateAll((elements) => {
    const textOf = (node: Node): string => {
      if (node instanceof Text) return node.data.replaceAll('\u2060', '').replaceAll('\uFEFF', '')
      if (!(node instanceof HTMLElement) || node.classList.contains('ProseMirror-widget') || node.ariaHidden === 'true') return ''
      if (node.tagName === 'BR') return node.classList.contains('ProseMirror-trailingBreak') ? '' : '\n'
      return [...node.childNodes].map(textOf).join('')
    }
    return elements.map((element) => textOf(element.querySelector('.entry-words, code') ?? element))
  })
}

/** Waits until all of them see the same words, and answers these. What each of them wrote is among them: everybody sees their own. */
export async function sameWords(pages: readonly Page[]): Promise<string[]> {
  let seen: string[][] = []
  const look = async () => (seen = await Promise.all(pages.map(readPage)))
  await expect.poll(look).toSatisfy((all: string[][]) => all.every((one) => isDeepStrictEqual(one, all[0])))
  return seen[0] ?? []
}
