/** What the selected blocks are, and turning them into something else. */
import { IconChevronDown } from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import { useMemo, useRef, useState } from 'react'
import { pageWords } from '../../words/page.ts'
import { actedBlocks } from '../blocks/chosen-blocks.ts'
import { turnInto } from '../blocks/turn-into.ts'
import { kindOf } from '../nodes/entry.ts'
import { TURN_ITEMS } from '../slash/slash-items.ts'
import { useEditorState } from '../use-editor-state.ts'
import { Floating } from './Floating.tsx'
import { KindIcon } from './kind-icons.tsx'
import menu from './Menu.module.css'
import bar from './Toolbar.module.css'

interface KindButtonProps {
  readonly editor: Editor
  readonly onOpen?: (isOpen: boolean) => void
  /** Only the sign of the kind, where there is little room. */
  readonly isShort?: boolean
}

export function KindButton({ editor, onOpen, isShort = false }: KindButtonProps) {
  const kind = useEditorState(editor, readKind)
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const place = useMemo(() => ({ getBoundingClientRect: () => button.current?.getBoundingClientRect() ?? new DOMRect() }), [])
  const show = (next: boolean) => {
    setOpen(next)
    onOpen?.(next)
  }
  const name = pageWords.kinds[kind] ?? kind
  return (
    <>
      <button
        ref={button}
        type="button"
        className={bar.button}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={`${pageWords.blockMenu.turnInto}: ${name}`}
        title={pageWords.blockMenu.turnInto}
        onPointerDown={(event) => event.preventDefault()}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => show(!isOpen)}
      >
        {isShort ? <KindIcon kind={kind} /> : <span className={bar.kind}>{name}</span>}
        <IconChevronDown size={14} stroke={2} aria-hidden />
      </button>
      {isOpen && (
        <Floating place={place} role="menu" label={pageWords.blockMenu.turnInto} keepsFocusAway className={menu.menu} onClose={() => show(false)}>
          {TURN_ITEMS.map((item) => (
            <button
              key={item.kind}
              type="button"
              role="menuitemradio"
              aria-checked={item.kind === kind}
              className={menu.item}
              onPointerDown={(event) => event.preventDefault()}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                turnInto(item.kind)(editor.state, editor.view.dispatch)
                editor.commands.focus()
                show(false)
              }}
            >
              <KindIcon kind={item.kind} />
              <span className={menu.name}>{pageWords.kinds[item.kind]}</span>
            </button>
          ))}
        </Floating>
      )}
    </>
  )
}

function readKind(state: Editor['state']): string {
  const first = actedBlocks(state).find(({ node }) => node.isTextblock)
  return first ? kindOf(first.node) : 'text'
}
