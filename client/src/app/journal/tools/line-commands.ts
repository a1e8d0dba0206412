/** Commands about the line of the caret, or the blocks that are chosen: what it is turned into, and what its menu and its keys do. */
import { IconArrowDown, IconArrowUp, IconCopy, IconLink, IconListDetails, IconTrash } from '@tabler/icons-react'
import { isStructuredKind } from '@tandem/shared/document/kinds.ts'
import type { BlockId } from '@tandem/shared/ids.ts'
import type { Editor } from '@tiptap/core'
import type { Command } from '../../../find/commands.ts'
import { chooseSelected, chosenBlocks, deleteChosen } from '../../../journal/blocks/chosen-blocks.ts'
import { duplicateBlocks } from '../../../journal/blocks/duplicate-blocks.ts'
import { caretBlock } from '../../../journal/blocks/page-blocks.ts'
import { turnInto } from '../../../journal/blocks/turn-into.ts'
import { moveSelected } from '../../../journal/keys/page-keys.ts'
import { kindOf } from '../../../journal/nodes/entry.ts'
import { SLASH_ITEMS } from '../../../journal/slash/slash-items.ts'
import { keyNames } from '../../../shortcuts/key-names.ts'
import { commandsWords } from '../../../words/commands.ts'
import { pageWords } from '../../../words/page.ts'
import type { CommandParts } from './command-parts.ts'

const { groups } = commandsWords
const say = pageWords.blockMenu

export function turnCommands(parts: CommandParts): readonly Command[] {
  return SLASH_ITEMS.filter(({ kind }) => kind !== 'divider').map(({ kind, also, shortcut }) => ({
    id: `turn-${kind}`,
    title: pageWords.kinds[kind] ?? kind,
    group: groups.turn,
    also: also.join(' '),
    ...(shortcut ? { keys: shortcut } : {}),
    sign: kind,
    run: () => actOn(parts, ({ state, view }) => turnInto(kind)(state, view.dispatch)),
  }))
}

export function lineCommands(parts: CommandParts): readonly Command[] {
  const handle = parts.editor()
  const block = handle && caretBlock(handle.editor.state)?.node
  const id = block?.attrs['id'] as BlockId | null | undefined
  if (!handle || !block || !id) return []
  const group = groups.line
  const { screen } = handle.context
  const act = (run: (editor: Editor) => void) => () => actOn(parts, run)
  const facts: Command = {
    id: 'line-facts',
    title: say.facts,
    group,
    keys: keysOf('Mod+;'),
    sign: IconListDetails,
    run: () => screen.openFacts(id),
  }
  return [
    ...(isStructuredKind(kindOf(block)) ? [facts] : []),
    {
      id: 'line-up',
      title: say.moveUp,
      group,
      keys: keysOf('Alt+↑'),
      sign: IconArrowUp,
      run: act(({ state, view }) => moveSelected(-1)(state, view.dispatch)),
    },
    {
      id: 'line-down',
      title: say.moveDown,
      group,
      keys: keysOf('Alt+↓'),
      sign: IconArrowDown,
      run: act(({ state, view }) => moveSelected(1)(state, view.dispatch)),
    },
    {
      id: 'line-duplicate',
      title: say.duplicate,
      group,
      keys: keysOf('Mod+d'),
      sign: IconCopy,
      run: act(({ state, view }) => duplicateBlocks(state, view.dispatch)),
    },
    { id: 'line-link', title: say.copyLink, group, sign: IconLink, run: act(() => screen.copyLink(id)) },
    { id: 'line-delete', title: say.remove, group, sign: IconTrash, run: act(deleteBlocks) },
  ]
}

function keysOf(keys: string): string {
  return keyNames(keys).join(' ')
}

/** The caret stays in its line while the palette is open: what is done there, the keys after it go on with. */
function actOn({ editor }: CommandParts, act: (editor: Editor) => void): void {
  const open = editor()?.editor
  if (!open) return
  open.view.focus()
  act(open)
}

function deleteBlocks(editor: Editor): void {
  if (chosenBlocks(editor.state).length === 0) dispatch(editor, chooseSelected(editor.state))
  dispatch(editor, deleteChosen(editor.state))
}

function dispatch(editor: Editor, tr: ReturnType<typeof deleteChosen>): void {
  if (tr) editor.view.dispatch(tr)
}
