/** Commands that lead to the screens beside the journals. */
import { IconHome, IconInbox, IconSettings } from '@tabler/icons-react'
import { HOME, INBOX, SETTINGS } from '../../api/paths.ts'
import type { Command } from '../../find/commands.ts'
import { commandsWords } from '../../words/commands.ts'
import { words } from '../../words/words.ts'

const say = commandsWords
const group = say.groups.go

export function screenCommands(go: (path: string) => void): readonly Command[] {
  return [
    { id: 'home', title: say.home, group, sign: IconHome, run: () => go(HOME) },
    { id: 'inbox', title: words.inbox.title, group, sign: IconInbox, run: () => go(INBOX) },
    { id: 'settings', title: say.settings, group, also: say.also.settings, sign: IconSettings, run: () => go(SETTINGS) },
  ]
}
