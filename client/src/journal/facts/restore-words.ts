/** Writes an earlier wording of a block back, as a new edit on top: only what differs is touched, so that a concurrent keystroke elsewhere in it survives. */
import { pageFragment } from '@tandem/shared/document/journal-doc.ts'
import { readBlock, topElements } from '@tandem/shared/document/read-blocks.ts'
import type { PageId } from '@tandem/shared/ids.ts'
import * as Y from 'yjs'
import { wordDiff } from '../../ui/word-diff.ts'
import { FACT_ORIGIN } from './fact-writes.ts'

/** Undone with the person's other writing of facts. Nothing when the block is not on the page. */
export function restoreWords(doc: Y.Doc, { page, block, words }: { readonly page: PageId; readonly block: string; readonly words: string }): void {
  const element = topElements(pageFragment(doc, page)).find((each) => each.getAttribute('id') === block)
  if (!element) return
  const [only, ...others] = element.toArray()
  doc.transact(() => {
    if (only instanceof Y.XmlText && others.length === 0) return rewrite(only, readBlock(element).text, words)
    element.delete(0, element.length)
    element.insert(0, [new Y.XmlText(words)])
  }, FACT_ORIGIN)
}

function rewrite(text: Y.XmlText, before: string, after: string): void {
  let at = 0
  for (const part of wordDiff(before, after)) {
    if (part.kind === 'removed') text.delete(at, part.text.length)
    if (part.kind === 'added') text.insert(at, part.text)
    if (part.kind !== 'removed') at += part.text.length
  }
}
