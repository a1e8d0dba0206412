/**
 * Moving blocks. In Yjs a moved block is deleted and made anew, and what somebody types into it at that very moment is lost.
 * When two neighbours change places only one of them needs to be made anew: the one nobody else is writing in, else the shorter.
 */
import { Fragment, type Node } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { blockAtIndex, type PlacedBlock } from './page-blocks.ts'

export interface Move {
  /** The blocks that move, one after the other in the page. */
  readonly blocks: readonly PlacedBlock[]
  /** Whether somebody else has their caret in this block. */
  readonly isBusy: (block: PlacedBlock) => boolean
}

/** Moves the blocks one place up or down. `undefined` at the page's edge. */
export function moveBy(state: EditorState, step: -1 | 1, { blocks, isBusy }: Move): Transaction | undefined {
  const first = blocks[0]
  const last = blocks.at(-1)
  if (!first || !last) return undefined
  const neighbour = blockAtIndex(state.doc, step < 0 ? first.index - 1 : last.index + 1)
  if (!neighbour) return undefined
  const remakesNeighbour = isBusy(neighbour) ? blocks.some(isBusy) : blocks.some(isBusy) || sizeOf([neighbour]) <= sizeOf(blocks)
  if (remakesNeighbour) return place(state, { blocks: [neighbour], at: step < 0 ? last.pos + last.node.nodeSize : first.pos })
  return place(state, { blocks, at: step < 0 ? neighbour.pos : neighbour.pos + neighbour.node.nodeSize })
}

/** Moves the blocks to a position between blocks, as after dragging. `undefined` when they already stand there. */
export function moveTo(state: EditorState, at: number, blocks: readonly PlacedBlock[]): Transaction | undefined {
  const first = blocks[0]
  const last = blocks.at(-1)
  if (!first || !last || (at >= first.pos && at <= last.pos + last.node.nodeSize)) return undefined
  return place(state, { blocks, at })
}

function place(state: EditorState, { blocks, at }: { readonly blocks: readonly PlacedBlock[]; readonly at: number }): Transaction {
  const from = blocks[0]?.pos ?? 0
  const to = from + sizeOf(blocks)
  const { tr, selection } = state
  tr.insert(at, Fragment.from(blocks.map(({ node }) => copyOf(node))))
  tr.delete(tr.mapping.map(from, 1), tr.mapping.map(to, -1))
  // The caret goes along with the block it is in.
  const start = at > from ? at - sizeOf(blocks) : at
  const follow = (pos: number) => (pos >= from && pos <= to ? pos - from + start : tr.mapping.map(pos))
  if (selection instanceof TextSelection)
    tr.setSelection(TextSelection.between(tr.doc.resolve(follow(selection.anchor)), tr.doc.resolve(follow(selection.head))))
  return tr.scrollIntoView()
}

// Of blocks that changed places, binding/ keeps the Yjs elements of those that are the same objects as before; a copy is the one made anew.
function copyOf(node: Node): Node {
  return node.type.create(node.attrs, node.content, node.marks)
}

function sizeOf(blocks: readonly PlacedBlock[]): number {
  return blocks.reduce((size, { node }) => size + node.nodeSize, 0)
}
