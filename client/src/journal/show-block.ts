/** Brings a block into sight and marks it for a moment. */
import type { Editor } from '@tiptap/core'
import { findBlockById } from './blocks/page-blocks.ts'

const MARKED = 1_600

/** False when the block is not on this page. */
export function showBlock(editor: Editor, id: string): boolean {
  const block = findBlockById(editor.state.doc, id)
  const dom = block && editor.view.nodeDOM(block.pos)
  if (!(dom instanceof HTMLElement)) return false
  dom.scrollIntoView({ block: 'center' })
  dom.animate([{ backgroundColor: 'var(--accent-soft)' }, { backgroundColor: 'var(--accent-soft)', offset: 0.6 }, { backgroundColor: 'transparent' }], {
    duration: MARKED,
  })
  return true
}
