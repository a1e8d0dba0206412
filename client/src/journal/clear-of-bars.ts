/** Whoever writes sees what they write: the caret is brought into sight clear of the bars above and below the page. */
import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { clearStretch, type Stretch, seenStretch } from '../ui/covered-edges.ts'
import { isFromYjs } from './blocks/block-ids.ts'
import { selectionOnScreen } from './caret-on-screen.ts'

/** From the caret's line to a bar, or to the window's edge, CSS pixels: where the page begins to move, and where the caret then stands. */
const LEAST = { over: 4, beside: 0 }
const SPACE = { over: 24, beside: 5 }
/** Less than two lines of words between the bars is no room to write in. */
const LEAST_ROOM = 64

/** Whether the page was last changed by somebody else. */
const key = new PluginKey<boolean>('clearOfBars')

export const ClearOfBars = Extension.create({
  name: 'clearOfBars',

  addProseMirrorPlugins() {
    return [
      new Plugin<boolean>({
        key,
        state: { init: () => false, apply: (tr, before) => (tr.getMeta('appendedTransaction') ? before : isOthers(tr)) },
        props: {
          scrollThreshold: sides(LEAST),
          scrollMargin: sides(SPACE),
          // The binding asks for it with every edit of somebody else, for it may have moved the caret's line out of the window. Who only reads on stays where they are.
          handleScrollToSelection: (view) => key.getState(view.state) === true && isInWindow(view),
        },
      }),
    ]
  },
})

/** Moves the page when a bar that has just come lies over the caret, and not to a caret that one has left behind. */
export function showCaretAbove(view: EditorView): void {
  const caret = view.coordsAtPos(selectionOnScreen(view).head)
  const below = clearStretch().bottom - caret.bottom
  if (below < LEAST.over && caret.top < seenStretch().bottom) window.scrollBy(0, SPACE.over - below)
}

/** As ProseMirror has them, from the edges of a window that begins at 0 and is as high as what is seen. Read when it scrolls, for bars come and go. */
function sides({ over, beside }: typeof SPACE) {
  return {
    left: beside,
    right: beside,
    get top() {
      const clear = roomToWrite()
      return clear.top + spaceIn(clear, over)
    },
    get bottom() {
      const clear = roomToWrite()
      const seen = seenStretch()
      return seen.bottom - seen.top - clear.bottom + spaceIn(clear, over)
    },
  }
}

/** Between the bars; on the low screen of a phone that lies on its side the bar above yields. */
function roomToWrite(): Stretch {
  const clear = clearStretch()
  return clear.bottom - clear.top < LEAST_ROOM ? { ...clear, top: seenStretch().top } : clear
}

/** What is wanted, where it leaves room for a line; else the page would move to and fro. */
function spaceIn({ top, bottom }: Stretch, wanted: number): number {
  return Math.min(wanted, Math.max(0, (bottom - top - LEAST_ROOM / 2) / 2))
}

function isOthers(tr: Transaction): boolean {
  const change = tr.getMeta(ySyncPluginKey) as { readonly isUndoRedoOperation?: boolean } | undefined
  return isFromYjs(tr) && change?.isUndoRedoOperation !== true
}

function isInWindow(view: EditorView): boolean {
  const { top, bottom } = view.coordsAtPos(view.state.selection.head)
  return bottom >= 0 && top <= window.innerHeight
}
