/** Commands about what is said of the page, and about what has changed on it. */
import { IconArrowNarrowDown, IconChecks, IconHistory, IconMessage, IconMessagePlus } from '@tabler/icons-react'
import type { Command } from '../../../find/commands.ts'
import { targetAtCaret } from '../../../journal/comment-target.ts'
import { keyNames } from '../../../shortcuts/key-names.ts'
import { catchUpWords } from '../../../words/catch-up.ts'
import { commandsWords } from '../../../words/commands.ts'
import { commentWords } from '../../../words/comments.ts'
import type { CommandParts } from './command-parts.ts'

const say = commandsWords
const group = say.groups.talk

export function talkCommands({ scene, catchUp, page, editor, onComments, onChanges }: CommandParts): readonly Command[] {
  const handle = editor()
  const hasNews = catchUp.items.length > 0
  return [
    ...(scene.mayComment && handle
      ? [
          {
            id: 'comment',
            title: say.comment,
            group,
            keys: keyNames('Mod+Alt+m').join(' '),
            sign: IconMessagePlus,
            run: () => scene.begin(targetAtCaret(handle)),
          },
        ]
      : []),
    ...(scene.mayComment && page
      ? [{ id: 'comment-page', title: commentWords.commentOnPage, group, sign: IconMessagePlus, run: () => scene.begin({ kind: 'page' }) }]
      : []),
    { id: 'comments', title: say.comments, group, also: commentWords.title, sign: IconMessage, run: onComments },
    { id: 'changes', title: catchUpWords.open, group, also: catchUpWords.sinceDay, sign: IconHistory, run: onChanges },
    ...(hasNews
      ? [
          { id: 'next-change', title: say.nextChange, group, keys: 'J', sign: IconArrowNarrowDown, run: () => catchUp.step(1) },
          { id: 'seen', title: catchUpWords.markSeen, group, sign: IconChecks, run: catchUp.markSeen },
        ]
      : []),
  ]
}
