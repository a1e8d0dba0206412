/** Makes an act one step of undo, of its own: neither the words typed before it nor those typed after it go back with it. */
import type { EditorState } from '@tiptap/pm/state'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'

export function asOneUndo(state: EditorState, act: () => void): void {
  const plugin = yUndoPluginKey.getState(state) as { readonly undoManager: Y.UndoManager } | undefined
  plugin?.undoManager.stopCapturing()
  act()
  plugin?.undoManager.stopCapturing()
}
