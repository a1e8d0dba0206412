/** The menu behind the slash. */
import type { Editor } from '@tiptap/core'
import { useMemo } from 'react'
import { pageWords } from '../../words/page.ts'
import { CompletionMenu } from '../completion/CompletionMenu.tsx'
import { KindIcon } from '../menus/kind-icons.tsx'
import { FILE_KIND } from '../files/put-file.ts'
import type { PageContext } from '../page-context.ts'
import { useEditorState } from '../use-editor-state.ts'
import { findSlashItems } from './slash-items.ts'
import { chooseBlock, slash, type SlashQuery } from './slash-trigger.ts'

interface SlashMenuProps {
  readonly editor: Editor
  readonly context: PageContext
}

export function SlashMenu({ editor, context }: SlashMenuProps) {
  const open = useEditorState(editor, readQuery)
  const items = useMemo(() => {
    if (!open) return []
    // In the order of what was typed, groups mean nothing.
    const groupOf = (group: keyof typeof pageWords.groups) => (open.query === '' ? pageWords.groups[group] : undefined)
    return findSlashItems(open.query).map(({ kind, group, shortcut }) => ({
      id: kind,
      name: pageWords.kinds[kind] ?? kind,
      icon: <KindIcon kind={kind} />,
      detail: shortcut,
      group: groupOf(group),
    }))
  }, [open])
  if (!open || items.length === 0) return null
  return (
    <CompletionMenu
      key={open.from}
      {...{ editor, open, items }}
      trigger={slash}
      query={open.query}
      label={pageWords.slash.title}
      onChoose={({ id }) => {
        editor.view.dispatch(chooseBlock(editor.state, open, id).scrollIntoView())
        if (id === FILE_KIND) context.screen.pickFiles()
      }}
    />
  )
}

const readQuery = (state: Editor['state'], editor: Editor): SlashQuery | null => (editor.isFocused ? slash.openIn(state) : null)
