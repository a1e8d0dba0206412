/** Where highlights are on the screen, from the top of the window. Asks the browser for its layout: only when nothing is being typed. */
import type { Editor } from '@tiptap/core'
import { findHighlights } from './highlights.ts'

export function measureHighlights(editor: Editor): ReadonlyMap<string, number> {
  const tops = new Map<string, number>()
  if (editor.isDestroyed) return tops
  for (const [id, { from }] of findHighlights(editor.state)) {
    const block = editor.view.nodeDOM(from)
    const isBlock = block instanceof HTMLElement && block.parentElement === editor.view.dom
    tops.set(id, isBlock ? block.getBoundingClientRect().top : editor.view.coordsAtPos(from).top)
  }
  return tops
}

/** Long enough after the last keystroke that a line which wrapped has come to rest. */
const REST = 160

/** Calls back when words may stand elsewhere on the screen. Returns how to stop. */
export function onHighlightsMoved(editor: Editor, listener: () => void): () => void {
  if (editor.isDestroyed) return () => undefined
  const { dom } = editor.view
  let timer: ReturnType<typeof setTimeout> | undefined
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(listener, REST)
  }
  const resized = new ResizeObserver(soon)
  resized.observe(dom)
  editor.on('transaction', soon)
  return () => {
    clearTimeout(timer)
    resized.disconnect()
    editor.off('transaction', soon)
  }
}
