/** Backspace at the start of a block and Delete at its end: step out of the indent, then of the kind, then join. Words keep their block's id. */
import { type Command, type EditorState, NodeSelection, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { blockAtIndex, caretBlock, type PlacedBlock } from '../blocks/page-blocks.ts'
import { turnBlocks } from '../blocks/turn-into.ts'
import { indentOf, kindOf } from '../nodes/entry.ts'

export const backspaceAtStart: Command = (state, dispatch) => {
  const block = caretBlock(state)
  if (!block || !state.selection.empty || !(state.selection instanceof TextSelection) || state.selection.$from.parentOffset > 0) return false
  const indent = indentOf(block.node)
  if (indent > 0) {
    dispatch?.(state.tr.setNodeAttribute(block.pos, 'indent', indent - 1 || null))
    return true
  }
  if (kindOf(block.node) !== 'text') {
    dispatch?.(turnBlocks(state.tr, [block], 'text'))
    return true
  }
  const previous = blockAtIndex(state.doc, block.index - 1)
  if (!previous) return block.node.content.size === 0
  dispatch?.(join(state, previous, block).scrollIntoView())
  return true
}

export const deleteAtEnd: Command = (state, dispatch) => {
  const block = caretBlock(state)
  const { selection } = state
  if (!block || !selection.empty || !(selection instanceof TextSelection) || selection.$from.parentOffset < block.node.content.size) return false
  const next = blockAtIndex(state.doc, block.index + 1)
  if (!next) return false
  dispatch?.(join(state, block, next).scrollIntoView())
  return true
}

/** Makes one block of two. An empty one simply goes, so that the other keeps its id; a divider goes on the first press. */
function join(state: EditorState, first: PlacedBlock, second: PlacedBlock): Transaction {
  const tr = state.tr
  const end = second.pos + second.node.nodeSize
  if (first.node.type.name === 'divider') return tr.delete(first.pos, second.pos)
  if (second.node.type.name === 'divider') return tr.delete(second.pos, end)
  if (first.node.content.size === 0 && kindOf(first.node) === 'text') return tr.delete(first.pos, second.pos)
  if (second.node.content.size === 0) {
    tr.delete(second.pos, end)
    return tr.setSelection(Selection.near(tr.doc.resolve(second.pos - 1), -1))
  }
  // Code takes no marks and a line takes no raw newlines: the caret only moves to the neighbour.
  if (first.node.type !== second.node.type && (first.node.type.spec.code || second.node.type.spec.code)) {
    return tr.setSelection(Selection.near(tr.doc.resolve(state.selection.from === second.pos + 1 ? second.pos - 1 : second.pos + 1)))
  }
  const seam = first.pos + first.node.nodeSize - 1
  tr.delete(second.pos, end).insert(seam, second.node.content)
  return tr.setSelection(TextSelection.create(tr.doc, seam))
}

/** Backspace or Delete on a selected divider. */
export const deleteSelectedDivider: Command = (state, dispatch) => {
  if (!(state.selection instanceof NodeSelection) || state.selection.node.type.name !== 'divider') return false
  dispatch?.(state.tr.deleteSelection())
  return true
}
