/** Under a detached thread: hangs it on what is selected on the page, and says how while nothing is. */
import type { Editor } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { selectedPieces } from '../../../journal/highlights/selected-pieces.ts'
import { useEditorState } from '../../../journal/use-editor-state.ts'
import { commentWords as say } from '../../../words/comments.ts'
import styles from './ShownThread.module.css'

interface AttachAgainProps {
  readonly editor: Editor
  readonly onAttach: () => void
}

export function AttachAgain({ editor, onAttach }: AttachAgainProps) {
  const hasSelection = useEditorState(editor, hasSelectedWords)
  return (
    <p className={styles.attach}>
      <button type="button" disabled={!hasSelection} onClick={onAttach}>
        {say.attach}
      </button>
      {!hasSelection && <span>{say.attachHow}</span>}
    </p>
  )
}

function hasSelectedWords(state: EditorState): boolean {
  return selectedPieces(state).length > 0
}
