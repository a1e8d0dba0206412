/** The list that opens beside what is being typed. The focus stays in the words; arrows, Enter and Tab steer it from there, and a finger presses it. */
import type { Editor } from '@tiptap/core'
import { type ReactNode, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { Floating } from '../menus/Floating.tsx'
import menu from '../menus/Menu.module.css'
import type { Trigger, TypedRange } from './trigger.ts'

export interface CompletionItem {
  /** Its name in the list. */
  readonly id: string
  readonly name: string
  readonly icon: ReactNode
  readonly detail?: string | undefined
  /** What stands above the first of a group. */
  readonly group?: string | undefined
}

interface CompletionMenuProps<Open extends TypedRange, Item extends CompletionItem> {
  readonly editor: Editor
  readonly trigger: Trigger<Open>
  readonly open: TypedRange
  /** What was typed: another query begins at the first item again. */
  readonly query: string
  readonly label: string
  readonly items: readonly Item[]
  /** Enter goes to the words and not to the list, where what was typed may well be only words. */
  readonly leavesEnter?: boolean
  readonly onChoose: (item: Item) => void
}

export function CompletionMenu<Open extends TypedRange, Item extends CompletionItem>(props: CompletionMenuProps<Open, Item>) {
  const { editor, trigger, open, query, label, items, leavesEnter = false } = props
  const [chosen, setChosen] = useState({ query, index: 0 })
  const index = chosen.query === query ? Math.min(chosen.index, items.length - 1) : 0
  const place = useMemo(() => ({ getBoundingClientRect: () => rectOf(editor, open.from), contextElement: editor.view.dom }), [editor, open.from])
  const list = `completion-${label.replaceAll(/\W/g, '-')}`
  const optionId = (item: Item | undefined) => `${list}-${item?.id ?? ''}`

  const choose = (item: Item | undefined) => {
    if (!item) return
    props.onChoose(item)
    editor.view.focus()
  }

  const onKey = useEffectEvent((event: KeyboardEvent): boolean => {
    if (items.length > 1 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const step = event.key === 'ArrowDown' ? 1 : -1
      setChosen({ query, index: (index + step + items.length) % items.length })
      return true
    }
    if (event.shiftKey || (event.key !== 'Tab' && (event.key !== 'Enter' || leavesEnter))) return false
    choose(items[index])
    return true
  })

  useEffect(() => trigger.steer(editor.view, (event) => onKey(event)), [editor, trigger])

  const active = optionId(items[index])
  useEffect(() => {
    const { dom } = editor.view
    dom.setAttribute('aria-controls', list)
    dom.setAttribute('aria-activedescendant', active)
    document.getElementById(active)?.scrollIntoView({ block: 'nearest' })
    return () => {
      dom.removeAttribute('aria-controls')
      dom.removeAttribute('aria-activedescendant')
    }
  }, [editor, list, active])

  return (
    <Floating
      id={list}
      place={place}
      role="listbox"
      label={label}
      keepsFocusAway
      className={menu.menu}
      onClose={() => editor.view.dispatch(trigger.dismiss(editor.state))}
    >
      {items.map((item, at) => (
        <div key={item.id} className={menu.row}>
          {item.group && items[at - 1]?.group !== item.group && (
            <div className={menu.group} aria-hidden>
              {item.group}
            </div>
          )}
          {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the keys are the words', which keep the focus */}
          <div
            id={optionId(item)}
            role="option"
            aria-selected={at === index}
            className={menu.item}
            onPointerMove={() => setChosen({ query, index: at })}
            onPointerDown={(event) => event.preventDefault()}
            // With the finger down the menu would be gone before the press ends, and what lies below would get the rest of it.
            onClick={() => choose(item)}
          >
            {item.icon}
            <span className={menu.name}>{item.name}</span>
            {item.detail && <kbd className={menu.key}>{item.detail}</kbd>}
          </div>
        </div>
      ))}
    </Floating>
  )
}

function rectOf(editor: Editor, pos: number): DOMRect {
  const { left, top, bottom } = editor.view.coordsAtPos(Math.min(pos, editor.state.doc.content.size))
  return new DOMRect(left, top, 0, bottom - top)
}
