/** What the menus do with one block, wherever the caret is. */
import type { Editor } from '@tiptap/core'
import { Selection } from '@tiptap/pm/state'
import { isBusy } from '../carets.ts'
import { moveBy } from '../blocks/move-blocks.ts'
import { findBlockById } from '../blocks/page-blocks.ts'
import { turnBlockInto } from '../blocks/turn-into.ts'
import { insertAfter } from '../keys/enter.ts'
import { indentOf, kindOf } from '../nodes/entry.ts'

export function turnBlock(editor: Editor, id: string, kind: string): void {
  const tr = turnBlockInto(editor.state, id, kind)
  if (tr) editor.view.dispatch(tr)
}

export function moveBlock(editor: Editor, id: string, step: -1 | 1): void {
  const block = findBlockById(editor.state.doc, id)
  const tr = block && moveBy(editor.state, step, { blocks: [block], isBusy: (other) => isBusy(editor.state, other) })
  if (tr) editor.view.dispatch(tr)
}

export function duplicateBlock(editor: Editor, id: string): void {
  const block = findBlockById(editor.state.doc, id)
  if (!block) return
  const copy = block.node.type.create(block.node.attrs, block.node.content, block.node.marks)
  editor.view.dispatch(editor.state.tr.insert(block.pos + block.node.nodeSize, copy).scrollIntoView())
}

export function removeBlock(editor: Editor, id: string): void {
  const block = findBlockById(editor.state.doc, id)
  if (!block) return
  const tr = editor.state.tr.delete(block.pos, block.pos + block.node.nodeSize)
  editor.view.dispatch(tr.setSelection(Selection.near(tr.doc.resolve(Math.min(block.pos, tr.doc.content.size)), -1)).scrollIntoView())
}

/** Adds an empty block below; after a list item or a structured block one of the same kind. */
export function addBelow(editor: Editor, id: string): void {
  const block = findBlockById(editor.state.doc, id)
  if (!block) return
  const kind = block.node.type.name === 'entry' && kindOf(block.node) !== 'quote' && !kindOf(block.node).startsWith('heading') ? kindOf(block.node) : 'text'
  editor.view.dispatch(
    insertAfter(editor.state, block.pos + block.node.nodeSize, { kind, indent: kind === 'text' ? 0 : indentOf(block.node) }).scrollIntoView(),
  )
  editor.commands.focus()
}

/** Puts the address of a block on the clipboard. */
export async function copyBlockLink(address: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(address)
  } catch {
    // Without a secure origin, or when the person has refused, the browser has only the old way.
    copyTheOldWay(address)
  }
}

function copyTheOldWay(text: string): void {
  const field = document.createElement('textarea')
  field.value = text
  field.className = 'only-heard'
  document.body.append(field)
  field.select()
  document.execCommand('copy')
  field.remove()
}
