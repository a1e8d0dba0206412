/** Bold, italic and the others, as toggle buttons. */
import { IconBold, IconCode, IconItalic, IconLink, IconStrikethrough, IconUnderline, type TablerIcon } from '@tabler/icons-react'
import type { MarkName } from '@tandem/shared/document/schema.ts'
import type { Editor } from '@tiptap/core'
import { pageWords } from '../../words/page.ts'
import { useEditorState } from '../use-editor-state.ts'
import bar from './Toolbar.module.css'

const MARKS: readonly (readonly [Exclude<MarkName, 'link'>, TablerIcon, string])[] = [
  ['bold', IconBold, 'Ctrl B'],
  ['italic', IconItalic, 'Ctrl I'],
  ['underline', IconUnderline, 'Ctrl U'],
  ['strike', IconStrikethrough, 'Ctrl Shift S'],
  ['code', IconCode, 'Ctrl E'],
]

interface MarkButtonsProps {
  readonly editor: Editor
  readonly onLink: () => void
}

export function MarkButtons({ editor, onLink }: MarkButtonsProps) {
  const active = useEditorState(editor, readMarks)
  return (
    <>
      {MARKS.map(([mark, Icon, keys]) => (
        <ToolButton
          key={mark}
          name={pageWords.marks[mark]}
          keys={keys}
          isPressed={active.includes(mark)}
          onPress={() => editor.chain().focus().toggleMark(mark).run()}
        >
          <Icon size={17} stroke={1.9} aria-hidden />
        </ToolButton>
      ))}
      <ToolButton name={pageWords.marks.link} keys="Ctrl K" isPressed={active.includes('link')} onPress={onLink}>
        <IconLink size={17} stroke={1.9} aria-hidden />
      </ToolButton>
    </>
  )
}

const readMarks = (_state: Editor['state'], editor: Editor): string[] =>
  [...MARKS.map(([mark]) => mark as string), 'link'].filter((mark) => editor.isActive(mark))

interface ToolButtonProps {
  readonly name: string
  readonly keys?: string
  readonly isPressed?: boolean
  readonly isDisabled?: boolean
  readonly onPress: () => void
  readonly children: React.ReactNode
}

/** A button of a toolbar. It takes its press without taking the focus, so that the selection stays. */
export function ToolButton({ name, keys, isPressed, isDisabled, onPress, children }: ToolButtonProps) {
  return (
    <button
      type="button"
      className={bar.button}
      aria-label={name}
      title={keys ? `${name} (${keys})` : name}
      aria-pressed={isPressed}
      disabled={isDisabled}
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {children}
    </button>
  )
}
