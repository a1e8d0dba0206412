/** Over selected words of a page that can be commented on and not written: the one thing that can be done with them. */
import { IconMessagePlus } from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { useMemo } from 'react'
import { commentWords } from '../../words/comments.ts'
import { useEditorState } from '../use-editor-state.ts'
import { Floating } from './Floating.tsx'
import { rectOf, useIsPointerDown } from './selection-place.ts'
import bar from './Toolbar.module.css'
import { useCoarsePointer } from './use-pointer.ts'

interface CommentBubbleProps {
  readonly editor: Editor
  readonly onComment: () => void
}

export function CommentBubble({ editor, onComment }: CommentBubbleProps) {
  const range = useEditorState(editor, readSelection)
  const isPressed = useIsPointerDown()
  const isCoarse = useCoarsePointer()
  const place = useMemo(() => ({ getBoundingClientRect: () => rectOf(editor, range), contextElement: editor.view.dom }), [editor, range])
  if (!range || (isPressed && !isCoarse)) return null
  return (
    // A phone's own menu stands above the words.
    <Floating
      place={place}
      placement={isCoarse ? 'bottom-start' : 'top-start'}
      role="toolbar"
      label={commentWords.commentOnWords}
      keepsFocusAway
      className={bar.bar}
      onClose={() => undefined}
    >
      <button
        type="button"
        className={bar.button}
        onPointerDown={(event) => event.preventDefault()}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onComment}
      >
        <IconMessagePlus size={18} stroke={1.75} aria-hidden />
        {commentWords.comment}
      </button>
    </Floating>
  )
}

function readSelection({ doc, selection }: Editor['state']): { readonly from: number; readonly to: number } | null {
  if (!(selection instanceof TextSelection) || selection.empty) return null
  return doc.textBetween(selection.from, selection.to).trim() === '' ? null : { from: selection.from, to: selection.to }
}
