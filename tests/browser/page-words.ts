/** Reading and writing the open page as a person sees it: the words, block by block. */
import type { Page } from 'playwright-core'
import { pageEditor } from './screen-steps.ts'

/** The words of every block, in order, as the document of the editor holds them: no carets, no signs, no facts. */
export function readPage(page: Page): Promise<string[]> {
  return pageEditor(page).evaluate((root) => {
    // Blocks are the editor's children; what a block shows around its words is not editable and is left out.
    const wordsOf = (node: Node): string => {
      if (node instanceof Text) return node.data
      if (!(node instanceof HTMLElement)) return ''
      if (node.isContentEditable === false || node.classList.contains('ProseMirror-widget') || node.dataset['caret'] !== undefined) return ''
      if (node.tagName === 'BR') return node.classList.contains('ProseMirror-trailingBreak') ? '' : '\n'
      return [...node.childNodes].map(wordsOf).join('')
    }
    return [...root.children].map(wordsOf)
  })
}

/** The page as one text. */
export async function readPageText(page: Page): Promise<string> {
  return (await readPage(page)).join('\n')
}
