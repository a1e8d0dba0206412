/** The small toolbar over selected words. */
import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { useEffect, useMemo, useState } from 'react'
import { pageWords } from '../../words/page.ts'
import { useEditorState } from '../use-editor-state.ts'
import { Floating } from './Floating.tsx'
import { KindButton } from './KindButton.tsx'
import { MarkButtons } from './MarkButtons.tsx'
import bar from './Toolbar.module.css'
import { useCoarsePointer } from './use-pointer.ts'

interface SelectionMenuProps {
  readonly editor: Editor
  /** Something else is open at the selection. */
  readonly isHidden: boolean
  readonly onLink: () => void
}

export function SelectionMenu({ editor, isHidden, onLink }: SelectionMenuProps) {
  const range = useEditorState(editor, readSelection)
  const isPressed = useIsPointerDown()
  const isCoarse = useCoarsePointer()
  const [isKindOpen, setKindOpen] = useState(false)
  const place = useMemo(() => ({ getBoundingClientRect: () => rectOf(editor, range), contextElement: editor.view.dom }), [editor, range])
  if (isCoarse || isHidden || !range || (isPressed && !isKindOpen) || (!range.isFocused && !isKindOpen)) return null
  return (
    <Floating
      place={place}
      placement="top-start"
      role="toolbar"
      label={pageWords.toolbar.selection}
      keepsFocusAway
      className={bar.bar}
      onClose={() => undefined}
    >
      <KindButton editor={editor} onOpen={setKindOpen} />
      <span className={bar.rule} />
      <MarkButtons editor={editor} onLink={onLink} />
    </Floating>
  )
}

interface SelectedRange {
  readonly from: number
  readonly to: number
  readonly isFocused: boolean
}

function readSelection(state: Editor['state'], editor: Editor): SelectedRange | null {
  const { selection } = state
  if (!(selection instanceof TextSelection) || selection.empty || !editor.isEditable) return null
  const isOnlyCode = selection.$from.sameParent(selection.$to) && selection.$from.parent.type.spec.code
  if (isOnlyCode || state.doc.textBetween(selection.from, selection.to).trim() === '') return null
  return { from: selection.from, to: selection.to, isFocused: editor.isFocused }
}

function rectOf(editor: Editor, range: SelectedRange | null): DOMRect {
  const size = editor.state.doc.content.size
  const start = editor.view.coordsAtPos(Math.min(range?.from ?? 0, size))
  const end = editor.view.coordsAtPos(Math.min(range?.to ?? 0, size), -1)
  const isOneLine = Math.abs(start.top - end.top) < 4
  return new DOMRect(start.left, start.top, isOneLine ? end.left - start.left : 0, end.bottom - start.top)
}

/** While the pointer is drawing a selection, nothing may jump into its way. */
function useIsPointerDown(): boolean {
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
