/** The small toolbar over selected words. */
import { IconMessagePlus } from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { useMemo, useState } from 'react'
import { commentWords } from '../../words/comments.ts'
import { pageWords } from '../../words/page.ts'
import { useEditorState } from '../use-editor-state.ts'
import { Floating } from './Floating.tsx'
import { KindButton } from './KindButton.tsx'
import { MarkButtons, ToolButton } from './MarkButtons.tsx'
import { rectOf, useIsPointerDown } from './selection-place.ts'
import bar from './Toolbar.module.css'
import { useCoarsePointer } from './use-pointer.ts'

interface SelectionMenuProps {
  readonly editor: Editor
  /** Something else is open at the selection. */
  readonly isHidden: boolean
  readonly onLink: () => void
  /** Absent when this person may not comment. */
  readonly onComment?: (() => void) | undefined
}

export function SelectionMenu({ editor, isHidden, onLink, onComment }: SelectionMenuProps) {
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
      {onComment && (
        <>
          <span className={bar.rule} />
          <ToolButton name={commentWords.commentOnWords} keys="Ctrl Alt M" onPress={onComment}>
            <IconMessagePlus size={17} stroke={1.8} aria-hidden />
          </ToolButton>
        </>
      )}
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
