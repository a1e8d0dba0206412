/** Everything that can be done from here, as commands with a name: what the rail, the menus and the settings offer, in one list. */
import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core'
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import type { ListedPage } from '@tandem/shared/document/journal-doc.ts'
import {
  IconBook,
  IconCalendar,
  IconCalendarPlus,
  IconDeviceDesktop,
  IconDownload,
  IconFileImport,
  IconFileText,
  IconHome,
  IconInbox,
  IconKeyboard,
  IconLanguage,
  IconMoon,
  IconNotes,
  IconSearch,
  IconSettings,
  IconSun,
  IconTemplate,
  IconUsers,
} from '@tabler/icons-react'
import { useLocation } from 'wouter'
import type * as Y from 'yjs'
import { HOME, INBOX, journalPath, SETTINGS } from '../../../api/paths.ts'
import type { Command } from '../../../find/commands.ts'
import { turnInto } from '../../../journal/blocks/turn-into.ts'
import type { PageEditorHandle } from '../../../journal/create-page-editor.ts'
import { SLASH_ITEMS } from '../../../journal/slash/slash-items.ts'
import { createPage } from '../../../pages/page-acts.ts'
import { pageName } from '../../../pages/page-name.ts'
import { keyNames } from '../../../shortcuts/key-names.ts'
import { exportCopy } from '../../../sync/export-copy.ts'
import { VIEWS } from '../../../views/view-names.ts'
import { keepLanguage, ownName } from '../../../words/choice-of-language.ts'
import { commandsWords } from '../../../words/commands.ts'
import { todayAsDay } from '../../../words/days.ts'
import { LANGUAGES } from '../../../words/languages.ts'
import { pageWords } from '../../../words/page.ts'
import { planWords } from '../../../words/plan.ts'
import { templatesWords } from '../../../words/templates.ts'
import { viewsWords } from '../../../words/views.ts'
import { words } from '../../../words/words.ts'
import type { Tool } from './tool.ts'

export interface CommandParts {
  readonly doc: Y.Doc
  readonly journal: JournalSummary
  readonly pages: readonly ListedPage[]
  readonly page: ListedPage | undefined
  readonly mayEdit: boolean
  /** The open page; absent where nothing can be written. */
  readonly editor: () => PageEditorHandle | undefined
  readonly onOpen: (page: ListedPage['id']) => void
  readonly onNew: (page: ListedPage['id']) => void
  readonly onPeople: () => void
  readonly onTool: (tool: Tool) => void
}

const say = commandsWords
const { groups } = say

export function useCommands(parts: CommandParts): readonly Command[] {
  const [, go] = useLocation()
  const { setColorScheme } = useMantineColorScheme()
  const canWrite = parts.mayEdit && parts.editor()?.editor.isEditable === true
  return [
    ...pageCommands(parts),
    ...VIEWS.map((view) => ({
      id: view,
      title: viewsWords.names[view],
      group: groups.go,
      sign: SIGN_OF_VIEW[view],
      run: () => go(journalPath(parts.journal.id, view)),
    })),
    { id: 'home', title: say.home, group: groups.go, sign: IconHome, run: () => go(HOME) },
    { id: 'inbox', title: words.inbox.title, group: groups.go, sign: IconInbox, run: () => go(INBOX) },
    { id: 'settings', title: say.settings, group: groups.go, sign: IconSettings, run: () => go(SETTINGS) },
    ...(parts.mayEdit ? newCommands(parts) : []),
    ...(canWrite ? turnCommands(parts) : []),
    ...journalCommands(parts),
    ...lookCommands(setColorScheme),
    {
      id: 'keys',
      title: say.keys,
      group: groups.help,
      also: say.also.keys,
      keys: '?',
      sign: IconKeyboard,
      run: () => parts.onTool({ kind: 'keys' }),
    },
  ]
}

const SIGN_OF_VIEW = { agreement: 'expectation', goals: 'goal', actions: 'action', topics: 'topic' } as const

function pageCommands({ pages, page: here, onOpen }: CommandParts): readonly Command[] {
  const today = todayAsDay(new Date())
  return pages
    .filter((page) => !page.archivedAt && page.id !== here?.id)
    .map((page) => {
      const { name, detail } = pageName(page, today)
      const sign = page.kind === 'agreement' ? IconBook : page.kind === 'meeting' ? IconCalendar : IconFileText
      return { id: page.id, title: detail ? `${name}, ${detail}` : name, group: groups.pages, sign, run: () => onOpen(page.id) }
    })
}

function newCommands({ doc, page, onNew, onTool }: CommandParts): readonly Command[] {
  const group = groups.create
  const make = (fresh: Parameters<typeof createPage>[1]) => () => onNew(createPage(doc, fresh))
  return [
    {
      id: 'meeting',
      title: say.newMeeting,
      group,
      also: say.also.create,
      sign: IconCalendarPlus,
      run: make({ kind: 'meeting', title: '', day: todayAsDay(new Date()) }),
    },
    { id: 'note', title: say.newNote, group, also: say.also.create, sign: IconNotes, run: make({ kind: 'note', title: '' }) },
    { id: 'template', title: templatesWords.title, group, also: say.also.template, sign: IconTemplate, run: () => onTool({ kind: 'templates' }) },
    { id: 'plan', title: planWords.title, group, also: say.also.plan, sign: IconFileImport, run: () => onTool({ kind: 'plan' }) },
    ...(page ? [{ id: 'save-template', title: say.saveTemplate, group, sign: IconTemplate, run: () => onTool({ kind: 'save-template', page }) }] : []),
  ]
}

/** The caret stays in its line while the palette is open: the focus comes back to it first. */
function turnCommands({ editor }: CommandParts): readonly Command[] {
  return SLASH_ITEMS.filter(({ kind }) => kind !== 'divider').map(({ kind, also, shortcut }) => ({
    id: `turn-${kind}`,
    title: pageWords.kinds[kind] ?? kind,
    group: groups.turn,
    also: also.join(' '),
    ...(shortcut ? { keys: shortcut } : {}),
    sign: kind,
    run: () => {
      const open = editor()?.editor
      if (!open) return
      open.view.focus()
      turnInto(kind)(open.state, open.view.dispatch)
    },
  }))
}

function journalCommands({ doc, journal, onPeople, onTool }: CommandParts): readonly Command[] {
  const names = new Map(journal.members.map((member) => [member.person, member.name]))
  return [
    { id: 'people', title: say.invite, group: groups.journal, also: say.also.invite, sign: IconUsers, run: onPeople },
    {
      id: 'find',
      title: say.findWords,
      group: groups.journal,
      keys: keyNames('Mod+Shift+f').join(' '),
      sign: IconSearch,
      run: () => onTool({ kind: 'find', start: '' }),
    },
    { id: 'export', title: say.export, group: groups.journal, sign: IconDownload, run: () => exportCopy(doc, 'text', { title: journal.title, names }) },
  ]
}

function lookCommands(paint: (scheme: MantineColorScheme) => void): readonly Command[] {
  const group = groups.look
  const also = say.also.look
  return [
    { id: 'light', title: say.light, group, also, sign: IconSun, run: () => paint('light') },
    { id: 'dark', title: say.dark, group, also, sign: IconMoon, run: () => paint('dark') },
    { id: 'system', title: say.system, group, also, sign: IconDeviceDesktop, run: () => paint('auto') },
    ...LANGUAGES.filter((language) => language !== words.language).map((language) => ({
      id: `speak-${language}`,
      title: say.speak(ownName(language)),
      group,
      also: 'language sprache',
      sign: IconLanguage,
      run: () => {
        keepLanguage(language)
        location.reload()
      },
    })),
  ]
}
