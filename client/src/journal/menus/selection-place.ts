/** Where the selection is on the screen, and whether a pointer is still drawing it. */
import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'

export function rectOf(editor: Editor, range: { readonly from: number; readonly to: number } | null): DOMRect {
  const size = editor.state.doc.content.size
  const start = editor.view.coordsAtPos(Math.min(range?.from ?? 0, size))
  const end = editor.view.coordsAtPos(Math.min(range?.to ?? 0, size), -1)
  const isOneLine = Math.abs(start.top - end.top) < 4
  return new DOMRect(start.left, start.top, isOneLine ? end.left - start.left : 0, end.bottom - start.top)
}

/** While the pointer is drawing a selection, nothing may jump into its way. */
export function useIsPointerDown(): boolean {
  const [isDown, setDown] = useState(false)
  useEffect(() => {
    const down = (event: PointerEvent) => setDown(event.target instanceof Element && event.target.closest('.page-words') !== null)
    const up = () => setDown(false)
    document.addEventListener('pointerdown', down)
    document.addEventListener('pointerup', up)
    document.addEventListener('pointercancel', up)
    document.addEventListener('dragend', up)
    return () => {
      document.removeEventListener('pointerdown', down)
      document.removeEventListener('pointerup', up)
      document.removeEventListener('pointercancel', up)
      document.removeEventListener('dragend', up)
    }
  }, [])
  return isDown
}
