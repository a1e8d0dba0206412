/** Commands about pages: going to one, making one, and what is done with the one that is open. */
import {
  IconArchive,
  IconArchiveOff,
  IconBook,
  IconCalendar,
  IconCalendarPlus,
  IconFileImport,
  IconFileText,
  IconNotes,
  IconPencil,
  IconTemplate,
} from '@tabler/icons-react'
import type { Command } from '../../../find/commands.ts'
import { archivePage, createPage, unarchivePage } from '../../../pages/page-acts.ts'
import { pageName } from '../../../pages/page-name.ts'
import { commandsWords } from '../../../words/commands.ts'
import { todayAsDay } from '../../../words/days.ts'
import { planWords } from '../../../words/plan.ts'
import { templatesWords } from '../../../words/templates.ts'
import { writeTitle } from '../title-field.ts'
import type { CommandParts } from './command-parts.ts'

const say = commandsWords
const { groups } = say

export function otherPageCommands({ pages, page: here, onOpen }: CommandParts): readonly Command[] {
  const today = todayAsDay(new Date())
  return pages
    .filter((page) => !page.archivedAt && page.id !== here?.id)
    .map((page) => {
      const { name, detail } = pageName(page, today)
      const sign = page.kind === 'agreement' ? IconBook : page.kind === 'meeting' ? IconCalendar : IconFileText
      return { id: page.id, title: detail ? `${name}, ${detail}` : name, group: groups.pages, sign, run: () => onOpen(page.id) }
    })
}

export function newPageCommands({ doc, onNew, onTool }: CommandParts): readonly Command[] {
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
  ]
}

export function thisPageCommands({ doc, page, onTool }: CommandParts): readonly Command[] {
  if (!page) return []
  const group = groups.page
  const save: Command = { id: 'save-template', title: say.saveTemplate, group, sign: IconTemplate, run: () => onTool({ kind: 'save-template', page }) }
  if (page.archivedAt) return [{ id: 'page-back', title: say.unarchivePage, group, sign: IconArchiveOff, run: () => unarchivePage(doc, page.id) }, save]
  return [
    { id: 'page-rename', title: say.renamePage, group, sign: IconPencil, run: writeTitle },
    save,
    { id: 'page-archive', title: say.archivePage, group, sign: IconArchive, run: () => archivePage(doc, page.id, Date.now()) },
  ]
}
