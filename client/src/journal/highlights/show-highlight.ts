/** From a thread back to its words: the caret goes there, and the page has the keyboard again. */
import type { Editor } from '@tiptap/core'
import { Selection } from '@tiptap/pm/state'
import { findHighlights } from './highlights.ts'

export function showHighlight(editor: Editor, id: string | undefined): void {
  if (editor.isDestroyed) return
  const place = id === undefined ? undefined : findHighlights(editor.state).get(id)
  if (place) {
    const caret = Selection.near(editor.state.doc.resolve(Math.min(place.from, editor.state.doc.content.size)))
    editor.view.dispatch(editor.state.tr.setSelection(caret).setMeta('addToHistory', false))
  }
  // Where fingers write, a focus would bring up the keyboard over what was to be seen.
  if (!matchMedia('(pointer: coarse)').matches) editor.view.focus()
}
