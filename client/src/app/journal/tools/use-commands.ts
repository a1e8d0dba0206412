/** The commands of the open journal, with the ways to what they need of the screen. */
import { useMantineColorScheme } from '@mantine/core'
import { useLocation } from 'wouter'
import { useUnarchiveJournal } from '../../../api/journals.ts'
import type { Command } from '../../../find/commands.ts'
import type { CommandParts } from './command-parts.ts'
import { commandsOf } from './commands-of.ts'

export function useCommands(parts: CommandParts): readonly Command[] {
  const [, go] = useLocation()
  const { setColorScheme } = useMantineColorScheme()
  const unarchive = useUnarchiveJournal()
  return commandsOf(parts, { go, paint: setColorScheme, onUnarchive: () => unarchive.mutate({ id: parts.journal.id }) })
}
