/** Acts on several blocks at once, chosen as a whole; and what is completed while typing: mentions and days. */
import type { Editor } from '@tiptap/core'
import { chooseBlocks, deleteChosen } from '@tandem/client/journal/blocks/chosen-blocks.ts'
import { turnInto } from '@tandem/client/journal/blocks/turn-into.ts'
import { days, takeDay } from '@tandem/client/journal/capture/day-trigger.ts'
import { indentBy } from '@tandem/client/journal/keys/indent.ts'
import { moveSelected } from '@tandem/client/journal/keys/page-keys.ts'
import { chooseMention } from '@tandem/client/journal/mentions/choose-mention.ts'
import { kindOf } from '@tandem/client/journal/nodes/entry.ts'
import { listPages } from '@tandem/shared/document/journal-doc.ts'
import type { Random } from './random.ts'
import type { Writer } from './writer.ts'

type Act = (writer: Writer, random: Random) => void

function blockIds(editor: Editor): string[] {
  return editor.state.doc.children.flatMap((node) => (typeof node.attrs['id'] === 'string' ? [node.attrs['id']] : []))
}

/** Chooses a few blocks that follow one another. */
function chooseSome(editor: Editor, random: Random): boolean {
  const ids = blockIds(editor)
  const first = random.below(Math.max(ids.length, 1))
  const [anchor, head] = [ids[first], ids[Math.min(ids.length - 1, first + random.below(4))]]
  const tr = anchor && head ? chooseBlocks(editor.state, { anchor, head }) : undefined
  if (tr) editor.view.dispatch(tr)
  return tr !== undefined
}

export const turnSeveral: Act = ({ handle: { editor } }, random) => {
  if (chooseSome(editor, random)) turnInto(random.pick(['action', 'goal', 'bullet', 'text', 'heading2']))(editor.state, editor.view.dispatch)
}

export const indentSeveral: Act = ({ handle: { editor } }, random) => {
  if (chooseSome(editor, random)) indentBy(random.pick([1, -1]))(editor.state, editor.view.dispatch)
}

export const moveSeveral: Act = ({ handle: { editor } }, random) => {
  if (chooseSome(editor, random)) moveSelected(random.pick([1, -1] as const))(editor.state, editor.view.dispatch)
}

export const removeSeveral: Act = ({ handle: { editor } }, random) => {
  const tr = chooseSome(editor, random) ? deleteChosen(editor.state) : undefined
  if (tr) editor.view.dispatch(tr)
}

/** Mentions a block of the page somewhere in the words. */
export const mention: Act = ({ handle: { editor, context } }, random) => {
  const lines = editor.state.doc.children.flatMap((node, index) => (node.type.name === 'entry' ? [index] : []))
  const ids = blockIds(editor)
  if (lines.length === 0 || ids.length === 0) return
  const index = random.pick(lines)
  const pos = editor.state.doc.children.slice(0, index).reduce((sum, node) => sum + node.nodeSize, 0)
  const at = pos + 1 + random.below((editor.state.doc.maybeChild(index)?.content.size ?? 0) + 1)
  chooseMention(editor.view, context, { open: { from: at, to: at }, item: { use: 'mention', about: 'block', id: random.pick(ids), name: '•' } })
}

/** Says a day at the end of an action and takes it. */
export const sayDay: Act = ({ handle: { editor, context } }) => {
  let end = -1
  editor.state.doc.forEach((node, pos) => {
    if (kindOf(node) === 'action') end = pos + node.nodeSize - 1
  })
  if (end < 0) return
  editor.view.dispatch(editor.state.tr.insertText(' tomorrow', end))
  editor.commands.setTextSelection(end + ' tomorrow'.length)
  const open = days.openIn(editor.state)
  if (open) takeDay(editor.view, context, open)
}

/** Takes a block of the open page to another page by cut and paste, as one who has both. What others do in it meanwhile comes along or stays, but is there. */
export const carryToOtherPage: Act = (writer, random) => {
  const { context, editor } = writer.handle
  const blocks = editor.state.doc.children
  const others = listPages(writer.doc).filter(({ id }) => id !== context.page)
  if (blocks.length === 0 || others.length === 0) return
  const index = random.below(blocks.length)
  const block = editor.state.doc.child(index)
  const pos = blocks.slice(0, index).reduce((sum, node) => sum + node.nodeSize, 0)
  editor.view.dispatch(editor.state.tr.delete(pos, pos + block.nodeSize))
  writer.open(random.pick(others).id)
  const target = writer.handle.editor
  const before = target.state.doc.children.slice(0, random.below(target.state.doc.childCount + 1))
  target.commands.insertContentAt(
    before.reduce((sum, node) => sum + node.nodeSize, 0),
    block.toJSON() as Record<string, unknown>,
  )
}

/** Goes to another page, and goes on there. */
export const goToOtherPage: Act = (writer, random) => {
  const others = listPages(writer.doc).filter(({ id }) => id !== writer.handle.context.page)
  if (others.length > 0) writer.open(random.pick(others).id)
}
