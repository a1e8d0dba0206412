/** What is open beside the page. Only ever one thing, so it is one value. */
import { useCallback, useState } from 'react'
import type { PageEditorHandle } from './create-page-editor.ts'

export type Panel =
  | { readonly kind: 'none' }
  | { readonly kind: 'facts'; readonly block: string }
  | { readonly kind: 'block'; readonly block: string }
  | { readonly kind: 'link' }

const NONE: Panel = { kind: 'none' }

export function usePanel(handle: PageEditorHandle | undefined) {
  const [panel, setPanel] = useState<Panel>(NONE)
  const close = useCallback(
    ({ returnsFocus }: { readonly returnsFocus: boolean }) => {
      setPanel(NONE)
      // The caret is where it was: the page keeps its selection while something else has the focus.
      if (returnsFocus) handle?.editor.view.focus()
    },
    [handle],
  )
  return { panel, open: setPanel, close }
}
