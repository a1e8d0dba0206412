/** The day that was understood, beside the words that said it: pressed, or taken with Tab, it becomes a fact. */
import { IconCalendarEvent } from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import { useMemo } from 'react'
import { pageWords } from '../../words/page.ts'
import { CompletionMenu } from '../completion/CompletionMenu.tsx'
import { sayDay } from '../facts/days.ts'
import type { PageContext } from '../page-context.ts'
import { useEditorState } from '../use-editor-state.ts'
import { days, type OfferedDay, takeDay } from './day-trigger.ts'

const say = pageWords.capture

export function DayOffer({ editor, context }: { readonly editor: Editor; readonly context: PageContext }) {
  const open = useEditorState(editor, readOffer)
  const items = useMemo(() => {
    if (!open) return []
    const { locale, today } = context.factContext()
    const day = sayDay(open.day, { locale, today, hasWeekday: true })
    return [
      { id: open.day, name: open.kind === 'goal' ? say.by(day) : say.due(day), icon: <IconCalendarEvent size={18} stroke={1.6} aria-hidden />, detail: 'Tab' },
    ]
  }, [open, context])
  if (!open) return null
  return (
    <CompletionMenu
      key={open.from}
      {...{ editor, open, items }}
      trigger={days}
      query={open.day}
      label={say.dayTitle}
      leavesEnter={!open.isSure}
      onChoose={() => takeDay(editor.view, context, open)}
    />
  )
}

const readOffer = (state: Editor['state'], editor: Editor): OfferedDay | null => (editor.isFocused ? days.openIn(state) : null)
