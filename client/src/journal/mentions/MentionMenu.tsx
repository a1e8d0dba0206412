/** The people behind an `@`, and the blocks behind a `#`. */
import type { Editor } from '@tiptap/core'
import { useMemo } from 'react'
import { journalIndexOf } from '../../sync/journal-index-of.ts'
import { Face } from '../../ui/Face.tsx'
import { pageWords } from '../../words/page.ts'
import { CompletionMenu } from '../completion/CompletionMenu.tsx'
import { shorten } from '../facts/fact-line.ts'
import { KindIcon } from '../menus/kind-icons.tsx'
import type { PageContext } from '../page-context.ts'
import { useEditorState } from '../use-editor-state.ts'
import { chooseMention } from './choose-mention.ts'
import { findBlockItems, findPersonItems, type MentionItem } from './mention-items.ts'
import { type MentionQuery, mentions } from './mention-trigger.ts'

const say = pageWords.capture

interface MentionMenuProps {
  readonly editor: Editor
  readonly context: PageContext
}

export function MentionMenu({ editor, context }: MentionMenuProps) {
  const open = useEditorState(editor, readQuery)
  const items = useMemo(() => (open ? findItems(editor, context, open).map((item) => ({ ...show(item, context), item })) : []), [editor, context, open])
  if (!open || items.length === 0) return null
  return (
    <CompletionMenu
      key={`${open.sign}${open.from}`}
      {...{ editor, open, items }}
      trigger={mentions}
      query={open.query}
      label={open.sign === '@' ? say.people : say.blocks}
      onChoose={({ item }) => chooseMention(editor.view, context, { open, item })}
    />
  )
}

const readQuery = (state: Editor['state'], editor: Editor): MentionQuery | null => (editor.isFocused ? mentions.openIn(state) : null)

function findItems({ state }: Editor, context: PageContext, open: MentionQuery): readonly MentionItem[] {
  return open.sign === '@' ? findPersonItems(state, context, open) : findBlockItems(state, context, { ...open, index: journalIndexOf(context.doc) })
}

function show({ use, about, id, name, kind }: MentionItem, context: PageContext) {
  const person = context.factContext().people.all.find((one) => one.person === id)
  const icon = about === 'person' ? <Face name={name} hue={person?.hue ?? 0} size="small" isNamedBeside /> : <KindIcon kind={kind ?? 'text'} />
  return { id: `${use}-${id}`, name: about === 'person' ? name : (shorten(name) ?? name), icon, group: say.uses[use] }
}
