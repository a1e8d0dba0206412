/**
 * Whole blocks that are chosen to be moved, turned, copied or deleted together. They are remembered by their ids and not by places in the
 * words, so that what others write meanwhile does not change what is chosen.
 */
import { type EditorState, NodeSelection, PluginKey, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { blockAtIndex, findBlockById, type PlacedBlock, selectedBlocks } from './page-blocks.ts'

/** From the block where choosing began to the one it has come to. */
export interface ChosenRange {
  readonly anchor: string
  readonly head: string
}

export const chosenKey = new PluginKey<ChosenRange | null>('chosenBlocks')

/** The chosen blocks in the order of the page; none when none are chosen. */
export function chosenBlocks(state: EditorState): readonly PlacedBlock[] {
  const range = chosenKey.getState(state)
  if (!range) return []
  const anchor = findBlockById(state.doc, range.anchor)
  const head = findBlockById(state.doc, range.head)
  if (!anchor || !head) return []
  const [first, last] = anchor.index <= head.index ? [anchor, head] : [head, anchor]
  const blocks: PlacedBlock[] = []
  let { pos } = first
  for (let { index } = first; index <= last.index; index += 1) {
    const node = state.doc.child(index)
    blocks.push({ node, pos, index })
    pos += node.nodeSize
  }
  return blocks
}

/** What an act on blocks is about: those that are chosen, else those the selection touches. */
export function actedBlocks(state: EditorState): readonly PlacedBlock[] {
  const chosen = chosenBlocks(state)
  return chosen.length > 0 ? chosen : selectedBlocks(state.doc, state.selection)
}

/** Chooses from one block to another. The caret goes unseen along with the latter, so that the other sees where one is. */
export function chooseBlocks(state: EditorState, range: ChosenRange): Transaction | undefined {
  const head = findBlockById(state.doc, range.head)
  if (!head || !findBlockById(state.doc, range.anchor)) return undefined
  return state.tr.setSelection(caretAtEnd(state, head)).setMeta(chosenKey, range).setMeta('addToHistory', false)
}

/** Goes back to writing, at the end of the block that was chosen last. */
export function endChoosing(state: EditorState): Transaction {
  return state.tr.setMeta(chosenKey, 'end').setMeta('addToHistory', false)
}

/** Chooses the blocks the selection touches. */
export function chooseSelected(state: EditorState): Transaction | undefined {
  const blocks = selectedBlocks(state.doc, state.selection)
  const anchor = idOf(blocks[0])
  const head = idOf(blocks.at(-1))
  return anchor && head ? chooseBlocks(state, { anchor, head }) : undefined
}

/** Goes one block up or down, alone or taking it along. */
export function chooseNext(state: EditorState, step: -1 | 1, { isExtending }: { readonly isExtending: boolean }): Transaction | undefined {
  const range = chosenKey.getState(state)
  const head = range ? findBlockById(state.doc, range.head) : undefined
  const next = idOf(head && blockAtIndex(state.doc, head.index + step))
  if (!range || !next) return undefined
  return chooseBlocks(state, { anchor: isExtending ? range.anchor : next, head: next })?.scrollIntoView()
}

export function chooseAll(state: EditorState): Transaction | undefined {
  const anchor = idOf(blockAtIndex(state.doc, 0))
  const head = idOf(blockAtIndex(state.doc, state.doc.childCount - 1))
  return anchor && head ? chooseBlocks(state, { anchor, head }) : undefined
}

export function deleteChosen(state: EditorState): Transaction | undefined {
  const blocks = chosenBlocks(state)
  const first = blocks[0]
  const last = blocks.at(-1)
  if (!first || !last) return undefined
  const tr = state.tr.delete(first.pos, last.pos + last.node.nodeSize).setMeta(chosenKey, 'end')
  return tr.doc.childCount > 0 ? tr.setSelection(Selection.near(tr.doc.resolve(Math.min(first.pos, tr.doc.content.size)), -1)).scrollIntoView() : tr
}

function caretAtEnd(state: EditorState, { node, pos }: PlacedBlock): Selection {
  return node.isTextblock ? TextSelection.create(state.doc, pos + node.nodeSize - 1) : NodeSelection.create(state.doc, pos)
}

function idOf(block: PlacedBlock | undefined): string | undefined {
  const id = block?.node.attrs['id'] as unknown
  return typeof id === 'string' ? id : undefined
}
