/** Copies blocks below themselves. The copies get ids of their own and the same facts, from the safety net of block-ids.ts. */
import { Fragment } from '@tiptap/pm/model'
import type { Command } from '@tiptap/pm/state'
import { actedBlocks } from './chosen-blocks.ts'

export const duplicateBlocks: Command = (state, dispatch) => {
  const blocks = actedBlocks(state)
  const last = blocks.at(-1)
  if (!last) return false
  dispatch?.(
    state.tr
      .insert(last.pos + last.node.nodeSize, Fragment.from(blocks.map(({ node }) => node.type.create(node.attrs, node.content, node.marks))))
      .scrollIntoView(),
  )
  return true
}
