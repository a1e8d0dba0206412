/** Enter: a new block, whose id is new; the words that stood there keep theirs. */
import type { Node } from '@tiptap/pm/model'
import { type Command, type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { newBlockId } from '@tandem/shared/ids.ts'
import { asSplit } from '../blocks/block-ids.ts'
import { caretBlock } from '../blocks/page-blocks.ts'
import { entryType, turnBlocks } from '../blocks/turn-into.ts'
import { entryAttributes, indentOf, kindOf } from '../nodes/entry.ts'

/** What the block after one of this kind is: lists and structured blocks go on, a heading is followed by a line. */
export function nextKind(kind: string): string {
  return kind.startsWith('heading') ? 'text' : kind
}

export const enter: Command = (state, dispatch) => {
  const block = caretBlock(state)
  if (!block) return false
  if (block.node.type.name === 'divider') return lineAfterDivider(state, dispatch)
  if (block.node.type.spec.code || !state.selection.$from.parent.isTextblock || !state.selection.$to.parent.isTextblock) return false
  if (state.selection.empty && block.node.content.size === 0) return leaveEmpty(state, dispatch)
  if (dispatch) dispatch(split(state).scrollIntoView())
  return true
}

/** Enter in an empty block steps out: first of its indent, then of its kind. A plain empty line gets another below. */
function leaveEmpty(state: EditorState, dispatch?: (tr: Transaction) => void): boolean {
  const block = caretBlock(state)
  if (!block) return false
  const indent = indentOf(block.node)
  if (indent > 0) {
    dispatch?.(state.tr.setNodeAttribute(block.pos, 'indent', indent - 1 || null).scrollIntoView())
    return true
  }
  if (kindOf(block.node) !== 'text') {
    dispatch?.(turnBlocks(state.tr, [block], 'text').scrollIntoView())
    return true
  }
  dispatch?.(insertAfter(state, block.pos + block.node.nodeSize, { kind: 'text', indent: 0 }).scrollIntoView())
  return true
}

function split(state: EditorState): Transaction {
  const tr = asSplit(state.tr.deleteSelection())
  const { $from } = tr.selection
  const node = $from.parent
  const next = { kind: nextKind(kindOf(node)), indent: indentOf(node) }
  // At the start of words the empty block goes above them, so that the words keep their id, facts and comments.
  if ($from.parentOffset === 0 && node.content.size > 0) {
    return tr.insert($from.before(1), newEntry(state, { ...next, kind: kindOf(node).startsWith('heading') ? 'text' : next.kind }))
  }
  const attributes = entryAttributes({ id: newBlockId(), ...next })
  const marks = state.storedMarks ?? $from.marks()
  tr.split($from.pos, 1, [{ type: entryType(state.schema), attrs: attributes }])
  return marks.length > 0 && tr.selection.$from.parent.content.size === 0 ? tr.ensureMarks(marks.filter((mark) => mark.type.spec.inclusive !== false)) : tr
}

function lineAfterDivider(state: EditorState, dispatch?: (tr: Transaction) => void): boolean {
  dispatch?.(insertAfter(state, state.selection.to, { kind: 'text', indent: 0 }).scrollIntoView())
  return true
}

interface NewEntry {
  readonly kind: string
  readonly indent: number
}

/** An empty block with an id of its own. */
export function newEntry(state: EditorState, { kind, indent }: NewEntry): Node {
  return entryType(state.schema).create(entryAttributes({ id: newBlockId(), kind, indent }))
}

/** Adds an empty block at a position between blocks and puts the caret into it. */
export function insertAfter(state: EditorState, at: number, entry: NewEntry): Transaction {
  const tr = state.tr.insert(at, newEntry(state, entry))
  return tr.setSelection(TextSelection.create(tr.doc, at + 1))
}
