/** Notices a slash being typed at the start of a line or after a space, and what follows it. What is shown then is the menu's. */
import { type Editor, Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { findBlockAt, type PlacedBlock } from '../blocks/page-blocks.ts'
import { turnBlocks } from '../blocks/turn-into.ts'
import { newEntry } from '../keys/enter.ts'
import { kindOf } from '../nodes/entry.ts'
import { findSlashItems } from './slash-items.ts'

export interface SlashQuery {
  readonly from: number
  readonly to: number
  readonly query: string
}

interface SlashState {
  readonly open: SlashQuery | null
  /** Where a slash stands that the person has waved away. */
  readonly dismissed: number | null
}

const CLOSED: SlashState = { open: null, dismissed: null }

export const slashKey = new PluginKey<SlashState>('slash')

type KeyListener = (event: KeyboardEvent) => boolean

declare module '@tiptap/core' {
  interface Storage {
    slashTrigger: { onKey: KeyListener | null }
  }
}

export const SlashTrigger = Extension.create<Record<string, never>, { onKey: KeyListener | null }>({
  name: 'slashTrigger',
  priority: 950,

  addStorage() {
    return { onKey: null }
  },

  addProseMirrorPlugins() {
    const { storage } = this
    return [
      new Plugin<SlashState>({
        key: slashKey,
        state: {
          init: () => CLOSED,
          apply: (tr, before, _old, state) => nextState(tr, before, state),
        },
        props: {
          handleKeyDown: (view, event) => {
            if (!slashKey.getState(view.state)?.open) return false
            if (event.key === 'Escape') {
              view.dispatch(dismissSlash(view.state))
              return true
            }
            return storage.onKey?.(event) ?? false
          },
        },
      }),
    ]
  },
})

function nextState(tr: Transaction, before: SlashState, state: EditorState): SlashState {
  if (tr.getMeta(slashKey) === 'dismiss') return { open: null, dismissed: before.open?.from ?? null }
  const dismissed = before.dismissed === null ? null : tr.mapping.map(before.dismissed)
  const open = findSlash(state)
  if (!open) return dismissed === null ? CLOSED : { open: null, dismissed: null }
  if (open.from === dismissed) return { open: null, dismissed }
  // Moving the caret behind an old slash does not open the menu; typing does.
  if (!before.open && !tr.docChanged) return { open: null, dismissed: null }
  return { open, dismissed: null }
}

function findSlash(state: EditorState): SlashQuery | undefined {
  const { selection } = state
  if (!(selection instanceof TextSelection) || !selection.empty || selection.$head.parent.type.spec.code) return undefined
  const { $head } = selection
  const before = $head.parent.textBetween(Math.max(0, $head.parentOffset - 24), $head.parentOffset, '\n', '\n')
  const match = /(?:^|\s)\/([^\s/](?:[^/\n]{0,18}[^\s/])?)?$/u.exec(before)
  if (!match || (match[1] && findSlashItems(match[1]).length === 0)) return undefined
  const query = match[1] ?? ''
  return { from: $head.pos - query.length - 1, to: $head.pos, query }
}

/** Gives the open menu the keys that are pressed in the words, before the page hears them. Returns how to stop. */
export function steerSlash(editor: Editor, onKey: KeyListener): () => void {
  editor.storage.slashTrigger.onKey = onKey
  return () => {
    editor.storage.slashTrigger.onKey = null
  }
}

/** Closes the menu until another slash is typed. */
export function dismissSlash(state: EditorState): Transaction {
  return state.tr.setMeta(slashKey, 'dismiss')
}

/** Takes away what was typed after the slash and turns the line into what was chosen. A divider goes above an empty line and below words. */
export function chooseBlock(state: EditorState, { from, to }: SlashQuery, kind: string): Transaction {
  const tr = state.tr.delete(from, to)
  const block = findBlockAt(tr.doc, from)
  if (!block) return tr
  if (kind === 'divider') return insertDivider(state, tr, block)
  return kindOf(block.node) === kind ? tr : turnBlocks(tr, [block], kind)
}

function insertDivider(state: EditorState, tr: Transaction, block: PlacedBlock): Transaction {
  const divider = state.schema.nodes['divider']
  if (!divider) return tr
  if (block.node.content.size === 0) return tr.insert(block.pos, divider.create())
  const end = block.pos + block.node.nodeSize
  tr.insert(end, [divider.create(), newEntry(state, { kind: 'text', indent: 0 })])
  return tr.setSelection(TextSelection.create(tr.doc, end + 2))
}
