/** What can be done with a block as a whole, by pointer or keyboard. */
import { IconArrowDown, IconArrowUp, IconCopy, IconLink, IconListDetails, IconMessagePlus, IconTrash } from '@tabler/icons-react'
import { isStructuredKind } from '@tandem/shared/document/kinds.ts'
import type { Editor } from '@tiptap/core'
import type { KeyboardEvent, ReactNode } from 'react'
import { commentWords } from '../../words/comments.ts'
import { pageWords } from '../../words/page.ts'
import { kindOf } from '../nodes/entry.ts'
import { findBlockById } from '../blocks/page-blocks.ts'
import { TURN_ITEMS } from '../slash/slash-items.ts'
import { duplicateBlock, moveBlock, removeBlock, turnBlock } from './block-acts.ts'
import { Floating, type Place } from './Floating.tsx'
import { KindIcon } from './kind-icons.tsx'
import menu from './Menu.module.css'

interface BlockMenuProps {
  readonly editor: Editor
  readonly block: string
  readonly place: Place
  readonly onCopyLink: () => void
  readonly onFacts: () => void
  /** Absent when this person may not comment. */
  readonly onComment?: (() => void) | undefined
  readonly onClose: (how: { readonly returnsFocus: boolean }) => void
}

const say = pageWords.blockMenu

export function BlockMenu({ editor, block, place, onCopyLink, onFacts, onComment, onClose }: BlockMenuProps) {
  const found = findBlockById(editor.state.doc, block)
  const kind = found ? kindOf(found.node) : 'text'
  const act = (run: () => void) => () => {
    run()
    onClose({ returnsFocus: true })
  }
  return (
    <Floating place={place} role="menu" label={say.title} className={menu.menu} isSheet onClose={onClose}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys of the menu around it */}
      <div onKeyDown={moveAmongItems}>
        {isStructuredKind(kind) && <Item icon={<IconListDetails size={18} stroke={1.6} />} name={say.facts} keys="Ctrl ;" onPress={onFacts} />}
        {onComment && <Item icon={<IconMessagePlus size={18} stroke={1.6} />} name={commentWords.comment} keys="Ctrl Alt M" onPress={onComment} />}
        <Item icon={<IconArrowUp size={18} stroke={1.6} />} name={say.moveUp} keys="Alt ↑" onPress={act(() => moveBlock(editor, block, -1))} />
        <Item icon={<IconArrowDown size={18} stroke={1.6} />} name={say.moveDown} keys="Alt ↓" onPress={act(() => moveBlock(editor, block, 1))} />
        <Item icon={<IconCopy size={18} stroke={1.6} />} name={say.duplicate} keys="Ctrl D" onPress={act(() => duplicateBlock(editor, block))} />
        <Item icon={<IconLink size={18} stroke={1.6} />} name={say.copyLink} onPress={act(onCopyLink)} />
        <Item icon={<IconTrash size={18} stroke={1.6} />} name={say.remove} tone="danger" onPress={act(() => removeBlock(editor, block))} />
        {found?.node.isTextblock && (
          <>
            <hr className={menu.rule} />
            <div className={menu.group} aria-hidden>
              {say.turnInto}
            </div>
            {TURN_ITEMS.map((item) => (
              <Item
                key={item.kind}
                icon={<KindIcon kind={item.kind} />}
                name={pageWords.kinds[item.kind] ?? item.kind}
                isChecked={item.kind === kind}
                onPress={act(() => turnBlock(editor, block, item.kind))}
              />
            ))}
          </>
        )}
      </div>
    </Floating>
  )
}

interface ItemProps {
  readonly icon: ReactNode
  readonly name: string
  readonly keys?: string
  readonly tone?: 'danger'
  /** Given for an item of the choice of kinds. */
  readonly isChecked?: boolean
  readonly onPress: () => void
}

function Item({ icon, name, keys, tone, isChecked, onPress }: ItemProps) {
  const role = isChecked === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': isChecked }
  return (
    <button type="button" {...role} className={menu.item} data-tone={tone} onClick={onPress}>
      {icon}
      <span className={menu.name}>{name}</span>
      {keys && (
        <kbd className={menu.key} aria-hidden>
          {keys}
        </kbd>
      )}
    </button>
  )
}

function moveAmongItems(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^=menuitem]')]
  const at = items.indexOf(document.activeElement as HTMLElement)
  const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
  if (target === undefined) {
    if (event.key.length === 1) items.find((item, index) => index > at && item.textContent.toLowerCase().startsWith(event.key.toLowerCase()))?.focus()
    return
  }
  event.preventDefault()
  items.at(target % items.length)?.focus()
}
