/** What can be done with the blocks that are chosen; and choosing and dragging them by mouse and finger. */
import { IconArrowDown, IconArrowUp, IconCopy, IconIndentDecrease, IconIndentIncrease, IconTrash, IconX } from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { useEffect, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import { pageWords } from '../../words/page.ts'
import { chosenBlocks, deleteChosen, endChoosing } from '../blocks/chosen-blocks.ts'
import { indentBy } from '../keys/indent.ts'
import { moveSelected } from '../keys/page-keys.ts'
import { useEditorState } from '../use-editor-state.ts'
import { aboveKeyboard } from './above-keyboard.ts'
import { startBlockDrag } from './block-drag.ts'
import styles from './BlockHandle.module.css'
import { startChoosing } from './choose-by-pointer.ts'
import { Floating } from './Floating.tsx'
import { KindButton } from './KindButton.tsx'
import { ToolButton } from './MarkButtons.tsx'
import bar from './Toolbar.module.css'
import { useCoarsePointer } from './use-pointer.ts'

const say = pageWords.chosen

export function ChosenBlocks({ editor }: { readonly editor: Editor }) {
  const count = useEditorState(editor, readCount)
  const [line, setLine] = useState<number>()
  useEffect(() => startChoosing(editor), [editor])
  useEffect(() => {
    const { dom } = editor.view
    const press = (event: PointerEvent) => {
      const block = event.button === 0 && event.target instanceof Element ? event.target.closest<HTMLElement>('.block-chosen') : null
      const id = block?.dataset['id']
      if (id && editor.isEditable) startBlockDrag(editor, id, { event, drag: { onLine: setLine, onEnd: () => setLine(undefined) } })
    }
    dom.addEventListener('pointerdown', press)
    return () => dom.removeEventListener('pointerdown', press)
  }, [editor])
  return (
    <>
      <span role="status" className="only-heard">
        {count > 0 ? say.count(count) : ''}
      </span>
      {count > 0 && editor.isEditable && <Bar editor={editor} count={count} />}
      {line !== undefined && <div className={styles.line} style={{ top: line }} />}
    </>
  )
}

const readCount = (state: Editor['state']): number => chosenBlocks(state).length

function Bar({ editor, count }: { readonly editor: Editor; readonly count: number }) {
  const isCoarse = useCoarsePointer()
  return isCoarse ? <Docked {...{ editor, count }} /> : <Beside {...{ editor, count }} />
}

interface BarProps {
  readonly editor: Editor
  readonly count: number
}

function Docked({ editor, count }: BarProps) {
  return createPortal(
    <div ref={aboveKeyboard} role="toolbar" aria-label={say.title} className={bar.docked}>
      <Tools {...{ editor, count }} />
    </div>,
    document.querySelector('main') ?? document.body,
  )
}

function Beside({ editor, count }: BarProps) {
  const place = useMemo(() => ({ getBoundingClientRect: () => rectOf(editor, count), contextElement: editor.view.dom }), [editor, count])
  return (
    <Floating place={place} placement="top-start" role="toolbar" label={say.title} keepsFocusAway className={bar.bar} onClose={() => undefined}>
      <Tools {...{ editor, count }} />
    </Floating>
  )
}

function Tools({ editor, count }: BarProps) {
  const run = (command: Command) => () => void command(editor.state, editor.view.dispatch, editor.view)
  return (
    <>
      <ToolButton name={say.end} keys="Esc" onPress={() => editor.view.dispatch(endChoosing(editor.state))}>
        <IconX size={17} stroke={1.8} aria-hidden />
      </ToolButton>
      <span className={bar.count}>{say.count(count)}</span>
      <span className={bar.rule} />
      <KindButton editor={editor} />
      <ToolButton name={pageWords.toolbar.outdent} keys="Shift Tab" onPress={run(indentBy(-1))}>
        <IconIndentDecrease size={18} stroke={1.7} aria-hidden />
      </ToolButton>
      <ToolButton name={pageWords.toolbar.indent} keys="Tab" onPress={run(indentBy(1))}>
        <IconIndentIncrease size={18} stroke={1.7} aria-hidden />
      </ToolButton>
      <ToolButton name={pageWords.toolbar.moveUp} keys="Alt ↑" onPress={run(moveSelected(-1))}>
        <IconArrowUp size={18} stroke={1.7} aria-hidden />
      </ToolButton>
      <ToolButton name={pageWords.toolbar.moveDown} keys="Alt ↓" onPress={run(moveSelected(1))}>
        <IconArrowDown size={18} stroke={1.7} aria-hidden />
      </ToolButton>
      <ToolButton name={say.copy} keys="Ctrl C" onPress={() => copyChosen(editor)}>
        <IconCopy size={18} stroke={1.7} aria-hidden />
      </ToolButton>
      <ToolButton name={say.remove} keys="Del" onPress={run(deleteAll)}>
        <IconTrash size={18} stroke={1.7} aria-hidden />
      </ToolButton>
    </>
  )
}

const deleteAll: Command = (state, dispatch) => {
  const tr = deleteChosen(state)
  if (tr) dispatch?.(tr)
  return tr !== undefined
}

/** As the key would: the page answers the browser's own event, which may write to the clipboard without asking. */
function copyChosen(editor: Editor): void {
  editor.view.focus()
  document.execCommand('copy')
}

function rectOf(editor: Editor, _count: number): DOMRect {
  const first = chosenBlocks(editor.state)[0]
  const dom = first && editor.view.nodeDOM(first.pos)
  return dom instanceof HTMLElement ? dom.getBoundingClientRect() : editor.view.dom.getBoundingClientRect()
}
