/** The palette where no journal is open: the journals, the other screens, and how everything looks. */
import { useMantineColorScheme } from '@mantine/core'
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import { IconBook, IconPlus } from '@tabler/icons-react'
import { flushSync } from 'react-dom'
import { useLocation } from 'wouter'
import { useJournals } from '../../api/journals.ts'
import { journalPath, NEW_JOURNAL } from '../../api/paths.ts'
import type { Command } from '../../find/commands.ts'
import type { FindSource } from '../../find/find-in-journal.ts'
import { FindDialog } from '../../find/FindDialog.tsx'
import type { FoundRow } from '../../find/found-rows.ts'
import { commandsWords } from '../../words/commands.ts'
import { words } from '../../words/words.ts'
import { lookCommands } from './look-commands.ts'
import { screenCommands } from './screen-commands.ts'

const { groups } = commandsWords
/** No journal is open, so there are no words to find. */
const NOTHING: FindSource = { pages: [], here: undefined, people: [], blocksOf: () => [], factsOf: () => '' }

export function ElsewherePalette({ onClose }: { readonly onClose: () => void }) {
  const [, go] = useLocation()
  const { setColorScheme } = useMantineColorScheme()
  const { data: journals = [] } = useJournals()
  const commands: readonly Command[] = [...journalCommands(journals, go), ...screenCommands(go), newJournal(go), ...lookCommands(setColorScheme)]

  function run(row: FoundRow): void {
    flushSync(onClose)
    if (row.kind === 'command') row.command.run()
  }

  return <FindDialog source={NOTHING} placeholder={commandsWords.elsewhere} {...{ commands, onClose }} start="" Sign={NoSign} onGo={run} />
}

function journalCommands(journals: readonly JournalSummary[], go: (path: string) => void): readonly Command[] {
  return journals
    .filter(({ archivedAt }) => archivedAt === null)
    .map(({ id, title }) => ({ id, title, group: groups.journals, sign: IconBook, run: () => go(journalPath(id)) }))
}

function newJournal(go: (path: string) => void): Command {
  return { id: 'new-journal', title: words.home.newJournal, group: groups.create, sign: IconPlus, run: () => go(NEW_JOURNAL) }
}

/** Every command here has a sign of its own. */
function NoSign() {
  return null
}
