/** A slash being typed at the start of a line or after a space, and what choosing a block behind it does. */
import { Extension } from '@tiptap/core'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { findBlockAt, type PlacedBlock } from '../blocks/page-blocks.ts'
import { turnBlocks } from '../blocks/turn-into.ts'
import { beginCapture } from '../capture/capture-place.ts'
import { createTrigger, type TypedRange, wordsBeforeCaret } from '../completion/trigger.ts'
import { FILE_KIND } from '../files/put-file.ts'
import { newEntry } from '../keys/enter.ts'
import { kindOf } from '../nodes/entry.ts'
import { findSlashItems } from './slash-items.ts'

export interface SlashQuery extends TypedRange {
  readonly query: string
}

export const slash = createTrigger<SlashQuery>('slash')

export const SlashTrigger = Extension.create({
  name: 'slashTrigger',
  priority: 950,
  addProseMirrorPlugins: () => [slash.plugin(findSlash)],
})

function findSlash(state: EditorState): SlashQuery | undefined {
  const match = /(?:^|\s)\/([^\s/](?:[^/\n]{0,18}[^\s/])?)?$/u.exec(wordsBeforeCaret(state, 24) ?? '')
  if (!match || (match[1] && findSlashItems(match[1]).length === 0)) return undefined
  const query = match[1] ?? ''
  const { head } = state.selection
  return { from: head - query.length - 1, to: head, query }
}

/** Takes away what was typed after the slash and turns the line into what was chosen. A divider goes above an empty line and below words. */
export function chooseBlock(state: EditorState, { from, to }: SlashQuery, kind: string): Transaction {
  const tr = state.tr.delete(from, to)
  const block = findBlockAt(tr.doc, from)
  if (!block) return tr
  // Only the slash goes: the file comes when it has been picked and sent.
  if (kind === FILE_KIND) return tr
  if (kind === 'divider') return insertDivider(state, tr, block)
  beginCapture(tr, from)
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
