/** Whoever writes sees what they write: the caret is brought into sight clear of the bars above and below the page. */
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { coveredEdges } from '../ui/covered-edges.ts'
import { selectionOnScreen } from './caret-on-screen.ts'

/** From the caret's line to a bar, or to the window's edge, CSS pixels: where the page begins to move, and where the caret then stands. */
const LEAST = { over: 4, beside: 0 }
const SPACE = { over: 24, beside: 5 }

/** Read when the editor scrolls, for bars come and go. */
const sides = ({ over, beside }: typeof SPACE) => ({
  left: beside,
  right: beside,
  get top() {
    return coveredEdges().top + over
  },
  get bottom() {
    return coveredEdges().bottom + over
  },
})

export const ClearOfBars = Extension.create({
  name: 'clearOfBars',

  addProseMirrorPlugins() {
    return [new Plugin({ props: { scrollThreshold: sides(LEAST), scrollMargin: sides(SPACE) } })]
  },
})

/** Moves the page when a bar that has just come lies over the caret. */
export function showCaretAbove(view: EditorView): void {
  const below = coveredEdges().lowest - view.coordsAtPos(selectionOnScreen(view).head).bottom
  if (below < LEAST.over) window.scrollBy(0, SPACE.over - below)
}
