/** Everything that can be done from here, as commands with a name: what the rail, the menus and the settings offer, in one list. */
import type { MantineColorScheme } from '@mantine/core'
import { IconKeyboard } from '@tabler/icons-react'
import { journalPath } from '../../../api/paths.ts'
import type { Command } from '../../../find/commands.ts'
import { VIEWS } from '../../../views/view-names.ts'
import { commandsWords } from '../../../words/commands.ts'
import { viewsWords } from '../../../words/views.ts'
import type { CommandParts, CommandWays } from './command-parts.ts'
import { journalCommands } from './journal-commands.ts'
import { lineCommands, turnCommands } from './line-commands.ts'
import { lookCommands } from '../../palette/look-commands.ts'
import { newPageCommands, otherPageCommands, thisPageCommands } from './page-commands.ts'
import { screenCommands } from '../../palette/screen-commands.ts'
import { talkCommands } from './talk-commands.ts'

const say = commandsWords
const { groups } = say

interface AllWays extends CommandWays {
  readonly paint: (scheme: MantineColorScheme) => void
}

export function commandsOf(parts: CommandParts, ways: AllWays): readonly Command[] {
  const canWrite = parts.mayEdit && parts.editor()?.editor.isEditable === true
  return [
    ...otherPageCommands(parts),
    ...VIEWS.map((view) => ({
      id: view,
      title: viewsWords.names[view],
      group: groups.go,
      sign: SIGN_OF_VIEW[view],
      run: () => ways.go(journalPath(parts.journal.id, view)),
    })),
    ...screenCommands(ways.go),
    ...(parts.mayEdit ? newPageCommands(parts) : []),
    ...talkCommands(parts),
    ...(canWrite ? [...turnCommands(parts), ...lineCommands(parts)] : []),
    ...(parts.mayEdit ? thisPageCommands(parts) : []),
    ...journalCommands(parts, ways),
    ...lookCommands(ways.paint),
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
