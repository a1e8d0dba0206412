/** Turning blocks into other kinds. Between entries this writes one attribute, so that what somebody else types meanwhile survives. */
import type { Node, Schema } from '@tiptap/pm/model'
import { type Command, type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { newBlockId } from '@tandem/shared/ids.ts'
import { entryAttributes, kindOf } from '../nodes/entry.ts'
import { actedBlocks } from './chosen-blocks.ts'
import { findBlockById, type PlacedBlock } from './page-blocks.ts'

/** What a block can be turned into: a kind of entry, or a block of code. */
export type Target = string

export const CODE: Target = 'codeBlock'

/** Turns every selected block with words in it. False when there is nothing to turn. */
export function turnInto(kind: Target): Command {
  return (state, dispatch) => {
    const blocks = actedBlocks(state).filter(({ node }) => node.isTextblock && kindOf(node) !== kind)
    if (blocks.length === 0) return false
    dispatch?.(turnBlocks(state.tr, blocks, kind).scrollIntoView())
    return true
  }
}

/** Turns one block, wherever the caret is. */
export function turnBlockInto(state: EditorState, id: string, kind: Target): Transaction | undefined {
  const block = findBlockById(state.doc, id)
  if (!block?.node.isTextblock || kindOf(block.node) === kind) return undefined
  return turnBlocks(state.tr, [block], kind)
}

/** Adds the turns to a transaction; the blocks are placed as its document stands now. */
export function turnBlocks(tr: Transaction, blocks: readonly PlacedBlock[], kind: Target): Transaction {
  const since = tr.steps.length
  for (const { node, pos } of blocks) {
    const at = tr.mapping.slice(since).map(pos)
    if (kind === CODE) becomeCode(tr, node, at)
    else if (node.type.name === 'entry') becomeKind(tr, at, kind)
    else becomeEntry(tr, node, { at, kind })
  }
  return tr
}

function becomeKind(tr: Transaction, at: number, kind: string): void {
  tr.setNodeAttribute(at, 'kind', kind)
  // The hint was written for what the block was.
  if (tr.doc.nodeAt(at)?.attrs['hint']) tr.setNodeAttribute(at, 'hint', null)
  if (kind.startsWith('heading') && tr.doc.nodeAt(at)?.attrs['indent']) tr.setNodeAttribute(at, 'indent', null)
}

function becomeEntry(tr: Transaction, node: Node, { at, kind }: { at: number; kind: string }): void {
  const id = (node.attrs['id'] as string | null) ?? newBlockId()
  tr.setNodeMarkup(at, entryType(tr.doc.type.schema), entryAttributes({ id, kind }))
}

function becomeCode(tr: Transaction, node: Node, at: number): void {
  const code = node.type.schema.nodes['codeBlock']
  if (!code) return
  const text = node.textBetween(0, node.content.size, '\n', '\n')
  const content = text ? [node.type.schema.text(text)] : []
  const caret = tr.selection.from
  tr.replaceWith(at, at + node.nodeSize, code.create({ id: (node.attrs['id'] as string | null) ?? newBlockId() }, content))
  if (caret > at && caret <= at + node.nodeSize) tr.setSelection(selectNear(tr, Math.min(caret, at + 1 + text.length)))
}

function selectNear(tr: Transaction, pos: number): Transaction['selection'] {
  return TextSelection.near(tr.doc.resolve(pos))
}

/** The entry node of a schema of ours. */
export function entryType(schema: Schema) {
  const type = schema.nodes['entry']
  if (!type) throw new Error('The schema has no entry')
  return type
}
