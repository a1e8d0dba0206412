/** Makes an action of a thread: a block below the words it hangs on, which the thread then names. */
import type { BlockId } from '@tandem/shared/ids.ts'
import type { MarginThread } from '../../../comments/use-margins.ts'
import { findBlockById } from '../../../journal/blocks/page-blocks.ts'
import type { PageEditorHandle } from '../../../journal/create-page-editor.ts'
import { newEntry } from '../../../journal/keys/enter.ts'
import type { CommentScene } from './use-comment-scene.ts'

const LONGEST = 200

/** The new block's id; `undefined` when the words are not on this page. */
function makeAction({ editor }: PageEditorHandle, { comments, placement }: MarginThread): BlockId | undefined {
  const anchored = placement.kind === 'attached' ? placement.pieces.at(-1)?.block : undefined
  const block = anchored && findBlockById(editor.state.doc, anchored)
  const at = block ? block.pos + block.node.nodeSize : placement.kind === 'attached' && placement.pieces.length === 0 ? 0 : undefined
  if (at === undefined || !editor.isEditable) return undefined
  const said = (comments.find(({ isDeleted }) => !isDeleted)?.words ?? '').replaceAll(/\s+/g, ' ').slice(0, LONGEST)
  const entry = newEntry(editor.state, { kind: 'action', indent: 0 })
  const action = entry.type.create(entry.attrs, said ? editor.state.schema.text(said) : null)
  editor.view.dispatch(editor.state.tr.insert(at, action))
  return action.attrs['id'] as BlockId
}

/** Makes the action and has the thread say which it is. */
export function linkAction({ handle, acts }: CommentScene, thread: MarginThread): void {
  const action = handle && makeAction(handle, thread)
  if (action) acts.linkAction(thread.thread, action)
}
