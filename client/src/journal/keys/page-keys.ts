/** The keys of the page. Everything a pointer can do has one. */
import { Extension } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { isBusy } from '../carets.ts'
import { moveBy } from '../blocks/move-blocks.ts'
import { actedBlocks, chooseSelected } from '../blocks/chosen-blocks.ts'
import { caretBlock } from '../blocks/page-blocks.ts'
import { duplicateBlocks } from '../blocks/duplicate-blocks.ts'
import { turnInto } from '../blocks/turn-into.ts'
import { toggleDone } from '../facts/fact-writes.ts'
import { kindOf } from '../nodes/entry.ts'
import type { PageContext } from '../page-context.ts'
import type { BlockId } from '@tandem/shared/ids.ts'
import { backspaceAtStart, deleteAtEnd, deleteSelectedDivider } from './backspace.ts'
import { codeIndent, leaveCode } from './code-keys.ts'
import { enter } from './enter.ts'
import { indentBy } from './indent.ts'

/** As in the writing programs people come from. */
const KIND_KEYS: Readonly<Record<string, string>> = {
  'Mod-Alt-0': 'text',
  'Mod-Alt-1': 'heading1',
  'Mod-Alt-2': 'heading2',
  'Mod-Alt-3': 'heading3',
  'Mod-Shift-7': 'numbered',
  'Mod-Shift-8': 'bullet',
  'Mod-Shift-9': 'action',
}

export interface PageKeysOptions {
  readonly context: PageContext | null
}

export const PageKeys = Extension.create<PageKeysOptions, { leavesByTab: boolean }>({
  name: 'pageKeys',
  priority: 900,

  addOptions() {
    return { context: null }
  },

  addStorage() {
    return { leavesByTab: false }
  },

  addKeyboardShortcuts() {
    const { editor, storage } = this
    const run = (command: Command) => () => command(editor.state, editor.view.dispatch, editor.view)
    const tab = (steps: number) => () => {
      // Escape, then Tab leaves the page: otherwise the keyboard would be caught in it.
      if (storage.leavesByTab) return false
      if (!run(codeIndent(steps))()) run(indentBy(steps))()
      return true
    }
    const withCaretBlock = (act: (context: PageContext, block: BlockId, kind: string) => boolean) => () => {
      const block = caretBlock(editor.state)
      const id = block?.node.attrs['id'] as BlockId | null | undefined
      return block && id && this.options.context ? act(this.options.context, id, kindOf(block.node)) : false
    }
    return {
      Enter: run(enter),
      'Shift-Enter': () => editor.commands.setHardBreak(),
      ...sameFor(['Backspace', 'Shift-Backspace', 'Alt-Backspace', 'Mod-Backspace'], () => run(deleteSelectedDivider)() || run(backspaceAtStart)()),
      ...sameFor(['Delete', 'Shift-Delete', 'Alt-Delete', 'Mod-Delete'], () => run(deleteSelectedDivider)() || run(deleteAtEnd)()),
      Tab: tab(1),
      'Shift-Tab': tab(-1),
      ArrowDown: run(leaveCode),
      ...Object.fromEntries(Object.entries(KIND_KEYS).map(([key, kind]) => [key, run(turnInto(kind))])),
      'Alt-ArrowUp': run(moveSelected(-1)),
      'Alt-ArrowDown': run(moveSelected(1)),
      'Mod-d': run(duplicateBlocks),
      'Mod-Enter': () =>
        run(leaveCode)() ||
        withCaretBlock((context, block, kind) => {
          if (kind === 'action') toggleDone(context.doc, block, context.today())
          return kind === 'action'
        })(),
      'Mod-;': withCaretBlock((context, block) => {
        context.screen.openFacts(block)
        return true
      }),
      'Mod-.': withCaretBlock((context, block) => {
        context.screen.openBlockMenu(block)
        return true
      }),
      'Mod-k': () => {
        // With nothing to link, the key belongs to the journal's commands.
        if (editor.state.selection.empty && !editor.isActive('link')) return false
        this.options.context?.screen.openLink()
        return true
      },
      Escape: () => {
        const tr = chooseSelected(editor.state)
        if (tr) editor.view.dispatch(tr)
        storage.leavesByTab = true
        return tr !== undefined
      },
    }
  },

  onTransaction({ transaction }) {
    if (transaction.docChanged || transaction.selectionSet) this.storage.leavesByTab = false
  },

  onBlur() {
    this.storage.leavesByTab = false
  },
})

/** A key with its modifiers: to the browser they delete more at once, but at a block's edge there is only one thing to do. */
function sameFor(keys: readonly string[], act: () => boolean): Record<string, () => boolean> {
  return Object.fromEntries(keys.map((key) => [key, act]))
}

/** Moves the selected blocks one place. At the page's edge the key does nothing, rather than something of the browser's. */
export function moveSelected(step: -1 | 1): Command {
  return (state, dispatch) => {
    const blocks = actedBlocks(state)
    const tr = moveBy(state, step, { blocks, isBusy: (block) => isBusy(state, block) })
    if (tr) dispatch?.(tr)
    return blocks.length > 0
  }
}
