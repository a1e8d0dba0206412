/** Keys inside a block of code: its Tab writes spaces, and below its last line the page goes on. */
import { type Command, TextSelection } from '@tiptap/pm/state'
import { blockAtIndex, caretBlock } from '../blocks/page-blocks.ts'
import { insertAfter } from './enter.ts'

const TAB = '  '

/** Tab writes two spaces and Shift-Tab takes them away again. */
export function codeIndent(steps: number): Command {
  return (state, dispatch) => {
    const { $from } = state.selection
    if (!$from.parent.type.spec.code) return false
    const before = $from.parent.textBetween(0, $from.parentOffset)
    if (steps > 0) dispatch?.(state.tr.insertText(TAB))
    else if (before.endsWith(TAB)) dispatch?.(state.tr.delete($from.pos - TAB.length, $from.pos))
    return true
  }
}

/** At the end of code that is the page's last block, makes a line below and goes there. */
export const leaveCode: Command = (state, dispatch) => {
  const block = caretBlock(state)
  const { selection } = state
  if (!block?.node.type.spec.code || !(selection instanceof TextSelection) || selection.$head.parentOffset < block.node.content.size) return false
  if (blockAtIndex(state.doc, block.index + 1)) return false
  dispatch?.(insertAfter(state, block.pos + block.node.nodeSize, { kind: 'text', indent: 0 }).scrollIntoView())
  return true
}
