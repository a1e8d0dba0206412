/** Undo of this person's own words and facts, and nothing of anybody else's. */
import { factsOf } from '@tandem/shared/document/journal-doc.ts'
import type { EditorState } from '@tiptap/pm/state'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

/** What makes a block the block it is. */
const LASTING = new Set(['id', 'kind'])

/** The page's undo manager, made to cover facts and to be careful with blocks the other has written in. */
export function preparePageUndo(state: EditorState, doc: Y.Doc): Y.UndoManager {
  const { undoManager } = yUndoPluginKey.getState(state) as { undoManager: Y.UndoManager }
  undoManager.addToScope(factsOf(doc))
  const mayDelete = undoManager.deleteFilter
  undoManager.deleteFilter = (item) => !isFirstOfLasting(item) && mayDelete(item)
  return undoManager
}

/** A block that stays, because the other has written in it, keeps its id and kind; one that goes takes them along anyway. */
function isFirstOfLasting(item: Y.Item): boolean {
  return item.parentSub !== null && LASTING.has(item.parentSub) && item.left === null && item.parent instanceof Y.XmlElement
}
