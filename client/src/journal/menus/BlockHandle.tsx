/** The handle beside the block under the pointer: a plus for a block below, and a grip to drag it by or to press for more. */
import { IconGripVertical, IconPlus } from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from 'react'
import { pageWords } from '../../words/page.ts'
import { addBelow } from './block-acts.ts'
import styles from './BlockHandle.module.css'
import { startBlockDrag } from './block-drag.ts'
import { childAtHeight } from './child-at-height.ts'

interface BlockHandleProps {
  readonly editor: Editor
  /** The menu of this block is open: the handle stays with it. */
  readonly held: string | undefined
  readonly onMenu: (block: string) => void
}

interface Hovered {
  readonly block: string
  readonly top: number
}

export function BlockHandle({ editor, held, onMenu }: BlockHandleProps) {
  const handle = useRef<HTMLDivElement>(null)
  const [hovered, setHovered] = useState<Hovered>()
  const [line, setLine] = useState<number>()

  useEffect(() => {
    // Held here: when the page closes, the editor is gone before this is cleaned up.
    const { dom } = editor.view
    const follow = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse' || event.buttons !== 0 || handle.current?.contains(event.target as Node)) return
      setHovered((before) => {
        const next = blockBeside(editor, event)
        return next?.block === before?.block && next?.top === before?.top ? before : next
      })
    }
    const hide = () => setHovered(undefined)
    document.addEventListener('pointermove', follow, { passive: true })
    dom.addEventListener('keydown', hide)
    window.addEventListener('scroll', hide, { passive: true, capture: true })
    return () => {
      document.removeEventListener('pointermove', follow)
      dom.removeEventListener('keydown', hide)
      window.removeEventListener('scroll', hide, { capture: true })
    }
  }, [editor])

  const block = hovered?.block ?? held
  if (!block || !hovered || !editor.isEditable) return null
  const onPointerDown = (event: ReactPointerEvent) => {
    if (event.button !== 0) return
    const onEnd = () => {
      setLine(undefined)
      setHovered(undefined)
    }
    startBlockDrag(editor, block, { event: event.nativeEvent, drag: { onLine: setLine, onEnd } })
  }
  // Everything here has its key in the page itself, so the handle is no stop of the Tab key.
  return (
    <>
      <div ref={handle} className={styles.handle} style={{ top: hovered.top }}>
        <button
          type="button"
          tabIndex={-1}
          className={styles.button}
          aria-label={pageWords.blockMenu.add}
          title={pageWords.blockMenu.add}
          onClick={() => addBelow(editor, block)}
        >
          <IconPlus size={17} stroke={1.8} aria-hidden />
        </button>
        <button
          type="button"
          tabIndex={-1}
          className={styles.grip}
          aria-label={pageWords.blockMenu.handle}
          title={pageWords.blockMenu.handle}
          aria-haspopup="menu"
          onPointerDown={onPointerDown}
          onClick={() => onMenu(block)}
        >
          <IconGripVertical size={17} stroke={1.8} aria-hidden />
        </button>
      </div>
      {line !== undefined && <div className={styles.line} style={{ top: line }} />}
    </>
  )
}

const REACH = 72

function blockBeside(editor: Editor, event: PointerEvent): Hovered | undefined {
  const { dom } = editor.view
  const area = dom.getBoundingClientRect()
  if (event.clientX < area.left - REACH || event.clientX > area.right || event.clientY < area.top || event.clientY > area.bottom) return undefined
  const element = childAtHeight(dom, event.clientY)
  if (!element) return undefined
  const index = [...dom.children].indexOf(element)
  const node = editor.state.doc.maybeChild(index)
  const id = node?.attrs['id'] as string | null | undefined
  if (!id) return undefined
  const words = element.querySelector('.entry-words') ?? element
  const line = Math.min(Number.parseFloat(getComputedStyle(words).lineHeight) || 28, words.getBoundingClientRect().height || 28)
  return { block: id, top: words.getBoundingClientRect().top - area.top + dom.offsetTop + line / 2 }
}
