/** The menu behind the slash. The focus stays in the words; arrows, Enter and Tab steer it from there. */
import type { Editor } from '@tiptap/core'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { pageWords } from '../../words/page.ts'
import { Floating } from '../menus/Floating.tsx'
import { KindIcon } from '../menus/kind-icons.tsx'
import menu from '../menus/Menu.module.css'
import { useEditorState } from '../use-editor-state.ts'
import { findSlashItems, type SlashItem } from './slash-items.ts'
import { chooseBlock, dismissSlash, slashKey, steerSlash, type SlashQuery } from './slash-trigger.ts'

const LIST = 'slash-menu'

export function SlashMenu({ editor }: { readonly editor: Editor }) {
  const open = useEditorState(editor, readQuery)
  const items = useMemo(() => (open ? findSlashItems(open.query) : []), [open])
  return open && items.length > 0 ? <OpenMenu key={open.from} editor={editor} open={open} items={items} /> : null
}

const readQuery = (state: Editor['state'], editor: Editor): SlashQuery | null => (editor.isFocused ? (slashKey.getState(state)?.open ?? null) : null)

interface OpenMenuProps {
  readonly editor: Editor
  readonly open: SlashQuery
  readonly items: readonly SlashItem[]
}

function OpenMenu({ editor, open, items }: OpenMenuProps) {
  const [chosen, setChosen] = useState({ query: open.query, index: 0 })
  const index = chosen.query === open.query ? Math.min(chosen.index, items.length - 1) : 0
  const place = useMemo(() => ({ getBoundingClientRect: () => rectOf(editor, open.from), contextElement: editor.view.dom }), [editor, open.from])

  const choose = (item: SlashItem | undefined) => {
    if (!item) return
    editor.view.dispatch(chooseBlock(editor.state, open, item.kind).scrollIntoView())
    editor.commands.focus()
  }

  const onKey = useEffectEvent((event: KeyboardEvent): boolean => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1
      setChosen({ query: open.query, index: (index + step + items.length) % items.length })
      return true
    }
    if (event.key === 'Enter' || event.key === 'Tab') {
      choose(items[index])
      return true
    }
    return false
  })

  useEffect(() => steerSlash(editor, (event) => onKey(event)), [editor])

  useEffect(() => {
    const { dom } = editor.view
    dom.setAttribute('aria-controls', LIST)
    dom.setAttribute('aria-activedescendant', optionId(items[index]))
    document.getElementById(optionId(items[index]))?.scrollIntoView({ block: 'nearest' })
    return () => {
      dom.removeAttribute('aria-controls')
      dom.removeAttribute('aria-activedescendant')
    }
  }, [editor, items, index])

  return (
    <Floating
      id={LIST}
      place={place}
      role="listbox"
      label={pageWords.slash.title}
      keepsFocusAway
      className={menu.menu}
      onClose={() => editor.view.dispatch(dismissSlash(editor.state))}
    >
      {items.map((item, at) => (
        <div key={item.kind} className={menu.row}>
          {open.query === '' && items[at - 1]?.group !== item.group && (
            <div className={menu.group} aria-hidden>
              {pageWords.groups[item.group]}
            </div>
          )}
          <div
            id={optionId(item)}
            role="option"
            tabIndex={-1}
            aria-selected={at === index}
            className={menu.item}
            onPointerMove={() => setChosen({ query: open.query, index: at })}
            onPointerDown={(event) => {
              event.preventDefault()
              choose(item)
            }}
          >
            <KindIcon kind={item.kind} />
            <span className={menu.name}>{pageWords.kinds[item.kind]}</span>
            {item.shortcut && <kbd className={menu.key}>{item.shortcut}</kbd>}
          </div>
        </div>
      ))}
    </Floating>
  )
}

function optionId(item: SlashItem | undefined): string {
  return `slash-${item?.kind ?? ''}`
}

function rectOf(editor: Editor, pos: number): DOMRect {
  const { left, top, bottom } = editor.view.coordsAtPos(Math.min(pos, editor.state.doc.content.size))
  return new DOMRect(left, top, 0, bottom - top)
}
