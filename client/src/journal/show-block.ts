/** Brings a block into sight, puts the caret there and lights it softly for a moment. */
import type { Editor } from '@tiptap/core'
import { Selection } from '@tiptap/pm/state'
import { findBlockById } from './blocks/page-blocks.ts'

const LIT = 1_800

/** False when the block is not on this page. */
export function showBlock(editor: Editor, id: string): boolean {
  const block = findBlockById(editor.state.doc, id)
  const dom = block && editor.view.nodeDOM(block.pos)
  if (!block || !(dom instanceof HTMLElement)) return false
  const caret = Selection.near(editor.state.doc.resolve(block.pos + 1))
  editor.view.dispatch(editor.state.tr.setSelection(caret).setMeta('addToHistory', false))
  // Where fingers write, a focus would bring up the keyboard over what was to be seen.
  if (editor.isEditable && !matchMedia('(pointer: coarse)').matches) editor.view.focus()
  dom.scrollIntoView({ block: 'center' })
  light(dom)
  return true
}

/** Puts the caret at the end of a block's words, to write other ones. */
export function writeInBlock(editor: Editor, id: string): void {
  const block = findBlockById(editor.state.doc, id)
  if (!block) return
  editor.view.dispatch(editor.state.tr.setSelection(Selection.near(editor.state.doc.resolve(block.pos + block.node.nodeSize - 1), -1)).scrollIntoView())
  editor.view.focus()
}

function light(dom: HTMLElement): void {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  const lit = { backgroundColor: 'var(--accent-soft)', boxShadow: '0 0 0 0.5rem var(--accent-soft)' }
  const unlit = { backgroundColor: 'transparent', boxShadow: '0 0 0 0.5rem transparent' }
  // Without motion it is lit for as long, and then not.
  dom.animate(isStill ? [lit, lit] : [lit, { ...lit, offset: 0.6 }, unlit], { duration: LIT })
}
