/** Tab and Shift-Tab: the indent of every selected block. */
import type { Command } from '@tiptap/pm/state'
import { MAX_INDENT } from '@tandem/shared/document/kinds.ts'
import { actedBlocks } from '../blocks/chosen-blocks.ts'
import { indentOf } from '../nodes/entry.ts'

/** Moves the selected blocks by so many steps to the right, or left when negative. False when none can move. */
export function indentBy(steps: number): Command {
  return (state, dispatch) => {
    const tr = state.tr
    for (const { node, pos } of actedBlocks(state)) {
      if (node.type.name !== 'entry') continue
      const indent = Math.min(Math.max(indentOf(node) + steps, 0), MAX_INDENT)
      if (indent !== indentOf(node)) tr.setNodeAttribute(pos, 'indent', indent || null)
    }
    if (!tr.docChanged) return false
    dispatch?.(tr)
    return true
  }
}
