/**
 * Where the caret is on the screen. The browser tells ProseMirror of a click only a moment later; an edit of somebody else
 * that arrives in between would otherwise put the caret back to where it was before the click, and the next letters with it.
 */
import type { EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

export interface Ends {
  readonly anchor: number
  readonly head: number
}

/** Pages that got the keyboard just now, and whose caret the editor has yet to show: until then the browser shows one of its own choice. */
const gettingFocus = new WeakSet<EditorView>()

/** Keeps `selectionOnScreen` from taking the browser's own choice for a click. */
export function watchFocus(view: EditorView): { destroy: () => void } {
  const { dom } = view
  const got = () => gettingFocus.add(view)
  const isShown = () => gettingFocus.delete(view)
  // Before anything else hears of it.
  dom.addEventListener('focus', got, { capture: true })
  const byHand = ['mousedown', 'touchstart', 'keydown'] as const
  for (const event of byHand) dom.addEventListener(event, isShown, { capture: true })
  dom.ownerDocument.addEventListener('selectionchange', isShown)
  return {
    destroy: () => {
      dom.removeEventListener('focus', got, { capture: true })
      for (const event of byHand) dom.removeEventListener(event, isShown, { capture: true })
      dom.ownerDocument.removeEventListener('selectionchange', isShown)
    },
  }
}

/** The ends of the selection as the screen shows it; as the editor knows it where the screen shows none in the page's words. */
export function selectionOnScreen(view: EditorView): Ends {
  const { selection, doc } = view.state
  const known: Ends = { anchor: selection.anchor, head: selection.head }
  const shown = view.dom.ownerDocument.getSelection()
  if (!isText(view.state) || view.composing || !view.hasFocus() || gettingFocus.has(view) || !shown?.anchorNode || !shown.focusNode) return known
  if (!view.dom.contains(shown.anchorNode) || !view.dom.contains(shown.focusNode)) return known
  const ends: Ends = { anchor: view.posAtDOM(shown.anchorNode, shown.anchorOffset), head: view.posAtDOM(shown.focusNode, shown.focusOffset) }
  const isInWords = (position: number) => position >= 0 && position <= doc.content.size && doc.resolve(position).parent.inlineContent
  return isInWords(ends.anchor) && isInWords(ends.head) ? ends : known
}

function isText(state: EditorState): boolean {
  return state.selection.toJSON().type === 'text'
}
