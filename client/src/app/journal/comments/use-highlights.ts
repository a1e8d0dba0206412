/** Keeps the lit words of an open page as they should be. */
import { useEffect } from 'react'
import type { PageEditorHandle } from '../../../journal/create-page-editor.ts'
import { type Highlight, setHighlights } from '../../../journal/highlights/highlights.ts'

export function useHighlights(handle: PageEditorHandle | undefined, highlights: readonly Highlight[]): void {
  useEffect(() => {
    // When the page is changed, the old one is closed before the screen has heard of the new.
    if (!handle || handle.editor.isDestroyed) return undefined
    const { view } = handle.editor
    const { dom } = view
    const show = () => setHighlights(view, highlights)
    // Drawing into words that are just being composed would end the composition.
    if (view.composing) {
      dom.addEventListener('compositionend', show, { once: true })
      return () => dom.removeEventListener('compositionend', show)
    }
    show()
    return undefined
  }, [handle, highlights])
}
