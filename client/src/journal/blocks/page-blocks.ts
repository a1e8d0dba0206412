/** Finding blocks in a page: every block stands directly under the root, so a block is an index. */
import type { Node } from '@tiptap/pm/model'
import type { EditorState, Selection } from '@tiptap/pm/state'

export interface PlacedBlock {
  readonly node: Node
  readonly pos: number
  readonly index: number
}

/** The block at a position, or `undefined` on an empty page. */
export function findBlockAt(doc: Node, pos: number): PlacedBlock | undefined {
  if (doc.childCount === 0) return undefined
  const $pos = doc.resolve(Math.min(Math.max(pos, 0), doc.content.size))
  const index = Math.min($pos.index(0), doc.childCount - 1)
  return blockAtIndex(doc, index)
}

export function blockAtIndex(doc: Node, index: number): PlacedBlock | undefined {
  const node = doc.maybeChild(index)
  if (!node) return undefined
  let pos = 0
  for (let before = 0; before < index; before += 1) pos += doc.child(before).nodeSize
  return { node, pos, index }
}

/** The block with this id, the first when there are copies. */
export function findBlockById(doc: Node, id: string): PlacedBlock | undefined {
  let pos = 0
  for (let index = 0; index < doc.childCount; index += 1) {
    const node = doc.child(index)
    if (node.attrs['id'] === id) return { node, pos, index }
    pos += node.nodeSize
  }
  return undefined
}

/** The block that holds the caret, or the head of the selection. */
export function caretBlock(state: EditorState): PlacedBlock | undefined {
  return findBlockAt(state.doc, state.selection.$head.depth === 0 ? state.selection.from : state.selection.$head.before(1))
}

/** All blocks the selection touches, in order. A selection that only reaches the start of its last block does not count that one. */
export function selectedBlocks(doc: Node, selection: Selection): PlacedBlock[] {
  const blocks: PlacedBlock[] = []
  doc.forEach((node, pos, index) => {
    const end = pos + node.nodeSize
    const touched = selection.empty ? selection.from >= pos && selection.from < end : selection.from < end && selection.to > pos
    const reachesOnlyStart = !selection.empty && node.isTextblock && selection.to === pos + 1 && selection.from < pos
    if (touched && !reachesOnlyStart) blocks.push({ node, pos, index })
  })
  return blocks
}
