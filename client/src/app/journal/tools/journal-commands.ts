/** Commands about the journal as a whole, as far as my role allows. */
import { IconArchive, IconArchiveOff, IconDoorExit, IconDownload, IconPencil, IconSearch, IconUsers } from '@tabler/icons-react'
import { may } from '@tandem/shared/roles.ts'
import type { Command } from '../../../find/commands.ts'
import { keyNames } from '../../../shortcuts/key-names.ts'
import { exportCopy } from '../../../journal/copy/export-copy.ts'
import { peopleOf } from '../../../journal/people.ts'
import { commandsWords } from '../../../words/commands.ts'
import { locale } from '../../../words/dates.ts'
import type { CommandParts, CommandWays } from './command-parts.ts'

const say = commandsWords
const group = say.groups.journal

export function journalCommands(parts: CommandParts, ways: CommandWays): readonly Command[] {
  const { doc, journal, onPeople, onTool } = parts
  const people = peopleOf(journal.members)
  return [
    { id: 'people', title: say.invite, group, also: say.also.invite, sign: IconUsers, run: onPeople },
    { id: 'find', title: say.findWords, group, keys: keyNames('Mod+Shift+f').join(' '), sign: IconSearch, run: () => onTool({ kind: 'find', start: '' }) },
    { id: 'export', title: say.export, group, sign: IconDownload, run: () => exportCopy(doc, 'text', { title: journal.title, people, locale: locale() }) },
    ...keepingCommands(parts, ways),
  ]
}

function keepingCommands({ journal, onTool }: CommandParts, { onUnarchive }: CommandWays): readonly Command[] {
  const ask = (about: 'rename' | 'archive' | 'leave') => () => onTool({ kind: 'journal', about })
  const rename: Command = { id: 'journal-rename', title: say.renameJournal, group, sign: IconPencil, run: ask('rename') }
  const archive: Command = { id: 'journal-archive', title: say.archiveJournal, group, sign: IconArchive, run: ask('archive') }
  const unarchive: Command = { id: 'journal-back', title: say.unarchiveJournal, group, sign: IconArchiveOff, run: onUnarchive }
  const leave: Command = { id: 'journal-leave', title: say.leaveJournal, group, sign: IconDoorExit, run: ask('leave') }
  const isArchived = journal.archivedAt !== null
  const mayArchive = may(journal.role, 'archive')
  // The last one cannot leave: nobody would keep the journal.
  const leaving = journal.members.length > 1 ? [leave] : []
  if (isArchived) return [...(mayArchive ? [unarchive] : []), ...leaving]
  return [...(may(journal.role, 'rename') ? [rename] : []), ...(mayArchive ? [archive] : []), ...leaving]
}
