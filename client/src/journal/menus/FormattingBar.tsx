/** On a phone: the bar above the keyboard, with what a pointer and a keyboard have elsewhere. */
import {
  IconArrowBackUp,
  IconArrowDown,
  IconArrowForwardUp,
  IconArrowUp,
  IconDots,
  IconIndentDecrease,
  IconIndentIncrease,
  IconMessagePlus,
  IconPhoto,
  IconSquareCheck,
} from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { commentWords } from '../../words/comments.ts'
import { pageWords } from '../../words/page.ts'
import { useKeyboardUp } from '../../ui/use-keyboard-up.ts'
import { chooseSelected, chosenKey } from '../blocks/chosen-blocks.ts'
import { caretBlock } from '../blocks/page-blocks.ts'
import { showCaretAbove } from '../clear-of-bars.ts'
import { indentBy } from '../keys/indent.ts'
import { moveSelected } from '../keys/page-keys.ts'
import { useEditorState } from '../use-editor-state.ts'
import { aboveKeyboard } from './above-keyboard.ts'
import { KindButton } from './KindButton.tsx'
import { MarkButtons, ToolButton } from './MarkButtons.tsx'
import bar from './Toolbar.module.css'
import { useCoarsePointer } from './use-pointer.ts'

interface FormattingBarProps {
  readonly editor: Editor
  readonly onFile: () => void
  readonly onLink: () => void
  readonly onMenu: (block: string) => void
  readonly onComment?: (() => void) | undefined
}

const say = pageWords.toolbar

export function FormattingBar({ editor, onFile, onLink, onMenu, onComment }: FormattingBarProps) {
  const isCoarse = useCoarsePointer()
  const isWriting = useEditorState(editor, readIsWriting)
  return isCoarse && isWriting
    ? createPortal(<Bar {...{ editor, onFile, onLink, onMenu, onComment }} />, document.querySelector('main') ?? document.body)
    : null
}

const readIsWriting = (_state: Editor['state'], editor: Editor): boolean => editor.isFocused && editor.isEditable && !chosenKey.getState(editor.state)

function Bar({ editor, onFile, onLink, onMenu, onComment }: FormattingBarProps) {
  const isKeyboardUp = useKeyboardUp()
  // Once this bar or the keyboard has come, and the editor knows where the finger was put.
  const hasCome = useRef(false)
  useEffect(() => {
    if (hasCome.current && !isKeyboardUp) return undefined
    hasCome.current = true
    const frame = requestAnimationFrame(() => showCaretAbove(editor.view))
    return () => cancelAnimationFrame(frame)
  }, [editor, isKeyboardUp])
  const history = useEditorState(editor, readHistory)
  const run = (command: Command) => () => {
    command(editor.state, editor.view.dispatch, editor.view)
  }
  const choose = () => {
    const tr = chooseSelected(editor.state)
    if (tr) editor.view.dispatch(tr)
  }
  const openMenu = () => {
    const id = caretBlock(editor.state)?.node.attrs['id'] as string | undefined
    if (id) onMenu(id)
  }
  return (
    <div ref={aboveKeyboard} role="toolbar" aria-label={say.docked} className={bar.docked}>
      <KindButton editor={editor} isShort />
      <ToolButton name={say.outdent} onPress={run(indentBy(-1))}>
        <IconIndentDecrease size={20} stroke={1.7} aria-hidden />
      </ToolButton>
      <ToolButton name={say.indent} onPress={run(indentBy(1))}>
        <IconIndentIncrease size={20} stroke={1.7} aria-hidden />
      </ToolButton>
      <ToolButton name={say.undo} isDisabled={!history.undo} onPress={() => editor.commands.undo()}>
        <IconArrowBackUp size={20} stroke={1.7} aria-hidden />
      </ToolButton>
      <ToolButton name={say.redo} isDisabled={!history.redo} onPress={() => editor.commands.redo()}>
        <IconArrowForwardUp size={20} stroke={1.7} aria-hidden />
      </ToolButton>
      {onComment && (
        <ToolButton name={commentWords.comment} onPress={onComment}>
          <IconMessagePlus size={20} stroke={1.7} aria-hidden />
        </ToolButton>
      )}
      <span className={bar.rule} />
      <MarkButtons editor={editor} onLink={onLink} />
      <span className={bar.rule} />
      <ToolButton name={say.moveUp} onPress={run(moveSelected(-1))}>
        <IconArrowUp size={20} stroke={1.7} aria-hidden />
      </ToolButton>
      <ToolButton name={say.moveDown} onPress={run(moveSelected(1))}>
        <IconArrowDown size={20} stroke={1.7} aria-hidden />
      </ToolButton>
      <ToolButton name={pageWords.files.pick} onPress={onFile}>
        <IconPhoto size={20} stroke={1.7} aria-hidden />
      </ToolButton>
      <ToolButton name={pageWords.chosen.choose} onPress={choose}>
        <IconSquareCheck size={20} stroke={1.7} aria-hidden />
      </ToolButton>
      <ToolButton name={pageWords.blockMenu.title} onPress={openMenu}>
        <IconDots size={20} stroke={1.7} aria-hidden />
      </ToolButton>
    </div>
  )
}

const readHistory = (_state: Editor['state'], editor: Editor) => ({ undo: editor.can().undo(), redo: editor.can().redo() })
